internal import ArgumentParser
internal import Buzzline
internal import Foundation

extension InputOptions {
  /// Refuses what cannot be meant, before anything is read.
  func check() throws {
    guard !paths.isEmpty else { throw ValidationError("Name a study folder or a file of ties.") }
    _ = try reconciliationRule()
    _ = try readingOptions()
  }

  func reconciliationRule() throws -> ReconciliationRule { try .named(rule, as: "rule") }

  func weights() throws -> WeightMeaning { try .named(weightMeaning, as: "meaning of weights") }

  /// Reads what the paths name.
  func survey(by workers: Workers) throws -> Survey {
    try Survey(contentsOf: paths.map { URL(filePath: $0) }, options: try readingOptions(), workers: workers)
  }

  /// Reads what the paths name and settles who gave to whom.
  func network(by workers: Workers) throws -> KnowledgeNetwork {
    try network(of: survey(by: workers), by: workers)
  }

  /// Settles who gave to whom in a study that was read.
  func network(of survey: Survey, by workers: Workers) throws -> KnowledgeNetwork {
    try survey.reconciled(by: try reconciliationRule(), workers: workers).network
  }

  private func readingOptions() throws -> ReadingOptions {
    var options = ReadingOptions()
    options.actorsFile = actors.map { URL(filePath: $0) }
    options.sourceColumn = sourceColumn
    options.targetColumn = targetColumn
    options.weightColumn = weightColumn
    options.idColumn = idColumn
    options.nameColumn = nameColumn
    options.kindColumn = kindColumn
    options.clusterColumn = clusterColumn
    options.regionColumn = regionColumn
    options.countryColumn = countryColumn
    options.isDirected = !undirected
    options.hasHeading = !noHeader
    options.weightMeaning = try weights()
    options.delimiter = try delimiter.map { try .named($0, as: "delimiter") }
    options.encoding = try encoding.map { try .named($0, as: "encoding") }
    options.decimalSign = try decimal.map { try .named($0, as: "decimal sign") }
    return options
  }
}

internal import ArgumentParser
internal import Buzzline

/// What `convert` writes: a network file, a workbook, or the canonical files of the study.
enum ConvertFormat: Hashable, Sendable {
  /// The network of one wave in a format of network files.
  case network(GraphFormat)
  /// The network of one wave as a workbook of Excel.
  case workbook
  /// The whole study as canonical files.
  case study

  static let all: [ConvertFormat] = GraphFormat.allCases.map(Self.network) + [.workbook, .study]

  /// As it is written on the command line.
  var word: String {
    switch self {
    case .network(let format): format.rawValue
    case .workbook: "xlsx"
    case .study: "csv"
    }
  }
}

extension ConvertFormat: ExpressibleByArgument {
  init?(argument: String) {
    guard let format = Self.all.first(where: { $0.word == argument }) else { return nil }
    self = format
  }

  var defaultValueDescription: String { word }

  static var allValueStrings: [String] { all.map(\.word) }
}

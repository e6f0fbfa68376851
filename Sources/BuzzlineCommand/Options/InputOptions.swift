internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// What every subcommand reads.
struct InputOptions: ParsableArguments {
  @Argument(help: "A study folder, files of one, a network file, or a mapping of exports; - is standard input.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The actor file, where it does not lie in the study folder.", valueName: "file"))
  var actors: String?
  @Option(help: ArgumentHelp("How claims become ties.", valueName: "rule"))
  var rule: ReconciliationRule = .either
  @Flag(help: "Ties have no direction.")
  var undirected = false
  @Option(
    name: .customLong("weights"),
    help: ArgumentHelp("What weights mean; with none, every tie counts as one.", valueName: "meaning"))
  var weightMeaning: WeightMeaning = .none

  @Option(
    help: ArgumentHelp(
      "How a list of members of projects or events makes ties; co-membership unless named.", valueName: "rule"))
  var memberships: MembershipTies?

  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "How files are written") var files: FileOptions

  /// Refuses to read nothing.
  func requirePaths() throws {
    guard !paths.isEmpty else { throw ValidationError("Name a study folder or a file of ties.") }
  }

  /// Reads what the paths name.
  func survey(by workers: Workers) throws -> Survey {
    var options = files.options
    options.actorsFile = actors.map { URL(filePath: $0) }
    options.isDirected = !undirected
    options.weightMeaning = weightMeaning
    options.membershipTies = memberships
    let survey = try Survey(opening: paths.map { URL(filePath: $0) }, options: options, workers: workers)
    guard rule == .either || !survey.isPacked else {
      throw ValidationError("A packed network holds ties and no claims; --rule belongs to 'buzzline pack'.")
    }
    return survey
  }
}

/// How columns are called and files are written, where that is not what Buzzline knows or sees.
struct FileOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Heading of the giver in an edge list.", valueName: "heading"))
  var sourceColumn: String?
  @Option(help: ArgumentHelp("Heading of the receiver in an edge list.", valueName: "heading"))
  var targetColumn: String?
  @Option(help: ArgumentHelp("Heading of the weight in an edge list or in claims.", valueName: "heading"))
  var weightColumn: String?
  @Option(help: ArgumentHelp("Heading of the identifier in the actor file.", valueName: "heading"))
  var idColumn: String?
  @Option(help: ArgumentHelp("Heading of the name in the actor file.", valueName: "heading"))
  var nameColumn: String?
  @Option(help: ArgumentHelp("Heading of the actor kind in the actor file.", valueName: "heading"))
  var kindColumn: String?
  @Option(help: ArgumentHelp("Heading of the cluster in the actor file.", valueName: "heading"))
  var clusterColumn: String?
  @Option(help: ArgumentHelp("Heading of the region in the actor file.", valueName: "heading"))
  var regionColumn: String?
  @Option(help: ArgumentHelp("Heading of the country in the actor file.", valueName: "heading"))
  var countryColumn: String?
  @Flag(
    help:
      "The list of ties has no headings: giver, receiver and, if there is a third column, weight; blanks may separate them."
  )
  var noHeader = false
  @Option(
    help: ArgumentHelp(
      "Who gives in a square matrix: the actor of the row, or of the column (receive).", valueName: "side"))
  var matrixRows: MatrixRows = .give
  @Option(help: ArgumentHelp("Delimiter of all files.", valueName: "name"))
  var delimiter: Delimiter?
  @Option(help: ArgumentHelp("Encoding of all files.", valueName: "name"))
  var encoding: TextEncoding?
  @Option(help: ArgumentHelp("Decimal sign of all numbers.", valueName: "name"))
  var decimal: DecimalSign?

  var options: ReadingOptions {
    var options = ReadingOptions()
    (options.sourceColumn, options.targetColumn, options.weightColumn) = (sourceColumn, targetColumn, weightColumn)
    (options.idColumn, options.nameColumn, options.kindColumn) = (idColumn, nameColumn, kindColumn)
    (options.clusterColumn, options.regionColumn, options.countryColumn) = (clusterColumn, regionColumn, countryColumn)
    (options.hasHeading, options.matrixRows) = (!noHeader, matrixRows)
    (options.delimiter, options.encoding, options.decimalSign) = (delimiter, encoding, decimal)
    return options
  }
}

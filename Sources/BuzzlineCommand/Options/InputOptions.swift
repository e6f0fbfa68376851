internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// What every subcommand reads and how its columns are called.
struct InputOptions: ParsableArguments {
  @Argument(help: "A study folder, or files of one.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The actor file, where it does not lie in the study folder.", valueName: "file"))
  var actors: String?

  @Option(help: ArgumentHelp("How claims become ties: either, both, giver or receiver.", valueName: "rule"))
  var rule: String = "either"

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
      "The list of ties has no headings: giver, receiver and, if there is a third column, weight; blanks may part them."
  )
  var noHeader = false
  @Flag(help: "Ties have no direction.")
  var undirected = false

  @Option(
    name: .customLong("weights"),
    help: ArgumentHelp(
      "What weights say: none (every tie counts as one), strength or distance.", valueName: "meaning"))
  var weightMeaning: String = "none"
  @Option(help: ArgumentHelp("Delimiter of all files: comma, semicolon, tab, bar or blank.", valueName: "name"))
  var delimiter: String?
  @Option(help: ArgumentHelp("Encoding of all files: utf-8, utf-16 or windows-1252.", valueName: "name"))
  var encoding: String?
  @Option(help: ArgumentHelp("Decimal sign of all numbers: dot or comma.", valueName: "name"))
  var decimal: String?
}

internal import ArgumentParser
internal import Buzzline

/// `buzzline key-players`: which sets of actors are key by structure alone, on standard output.
struct KeyPlayersCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "key-players",
    abstract: "Prints the sets of actors that reach the others best, or without which they fall apart.",
    discussion: """
      Borgatti (2006). Reach is by reach-within-2 (or any number of steps) or weighted-reach, falling apart by \
      fragmentation or weighted-fragmentation. All sets found equal are printed, CSV with a row a member of a set, JSON \
      with all sets at once and whether all were tried. Ties are single steps whatever they weigh. The same input, \
      options and seed give the same bytes on any number of threads.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @Option(help: ArgumentHelp("How many actors a set has.", valueName: "number"))
  var count: Int
  @Option(help: ArgumentHelp("What makes a set key.", valueName: "name"))
  var measure: KeyPlayerMeasure
  @Option(
    help: ArgumentHelp(
      "Which way knowledge may take a tie; by default as given for reach, and either way for fragmentation.",
      valueName: "way"))
  var direction: KeyPlayerOptions.Ways?
  @OptionGroup var random: RandomOptions
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    try input.requirePaths()
    guard count >= 1 else { throw ValidationError("--count must be at least 1.") }
  }

  func answer(_ study: ReadStudy) throws {
    let wave = study.latestWave()
    let network = try study.network(of: wave)
    study.line.show("choosing")
    let options = try KeyPlayerOptions(ways: direction, seed: random.seed)
    let players = try network.keyPlayers(count, by: measure, options: options, workers: study.workers)
    try table.print(KeyPlayerFinding(players, on: network, count: count, options: options), study.line)
  }
}

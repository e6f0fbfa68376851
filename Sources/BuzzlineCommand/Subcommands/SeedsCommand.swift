internal import ArgumentParser
internal import Buzzline

/// `buzzline seeds`: whom to tell first so that most come to know, on standard output.
struct SeedsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seeds",
    abstract: "Prints whom to tell first so that most come to know.",
    discussion: """
      Actors are chosen one by one, each time the one that adds most expected reach, under the limits named. CSV has a
      row an actor: rank, who it is, how many more it reaches than those before it, and how many others would do as
      well. JSON holds the same with the expected reach of all, what is certain about it, the best sets of all where
      there are few enough to try, and what as many actors chosen by receivers, by betweenness and by chance would reach
      on live-edge graphs drawn anew. Models are cascade and linear-threshold. --key-players asks the structure alone: which
      sets of so many actors reach the others in few steps, or without which ones the network falls apart most; it lists
      all sets found equal. The same input, options and seed give the same bytes on any number of threads.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var spreading: SpreadModelOptions
  @OptionGroup var method: SeedMethodOptions
  @OptionGroup var limits: SeedConstraintOptions
  @OptionGroup var table: TableOptions
  @OptionGroup var machine: MachineOptions

  @Option(help: ArgumentHelp("How many actors.", valueName: "number"))
  var count: Int
  @Option(
    help: ArgumentHelp(
      "Key players instead, by reach-within-2 (or any number of steps), weighted-reach, fragmentation or "
        + "weighted-fragmentation. Reach follows ties from giver to receiver, fragmentation takes them either way.",
      valueName: "measure"))
  var keyPlayers: String?

  func validate() throws {
    try input.check()
    try table.check()
    try machine.check()
    try method.check()
    try limits.check()
    _ = try spreading.liveTieModel(weights: .none)
    guard count >= 1 else { throw ValidationError("--count must be at least 1.") }
    guard try keyPlayerMeasure() == nil || (limits.isEmpty && spreading.chances.named.isEmpty) else {
      throw ValidationError("--key-players asks the structure alone and takes no limits and no chances.")
    }
  }

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try spreading.sayIdleOptions()
    try await interruptibly { [self] in
      let workers = try machine.workers(telling: line)
      line.show("reading")
      let survey = try input.survey(by: workers)
      let network = try input.network(of: survey, by: workers)
      try spreading.chances.sayIdle(on: network, line)
      line.show("choosing")
      if let measure = try keyPlayerMeasure() {
        let options = try KeyPlayerOptions(seed: method.seed)
        let account = KeyPlayerFinding(
          try network.keyPlayers(count, by: measure, options: options, workers: workers), on: network)
        return try table.print(account, line)
      }
      try table.print(try account(on: network, of: survey, line, workers), line)
    }
  }

  private func account(
    on network: KnowledgeNetwork, of survey: Survey, _ line: ProgressLine, _ workers: Workers
  ) throws -> SeedFinding {
    let model = try spreading.liveTieModel(weights: network.weightMeaning)
    let constraints = try limits.constraints(on: network, of: survey)
    let (options, note) = try method.chosen(for: network)
    // Before the choice, so that a refusal does not lose it.
    try network.affordComparison(by: workers)
    let rivals = try rivals(on: network, line, workers)
    let choice = try network.seeds(count, by: model, constraints: constraints, options: options, workers: workers)
    if let note { StandardError.say(note, line) }
    line.show("comparing")
    let comparisonOptions = try method.comparisonOptions(after: options)
    let comparison = try network.comparison(
      ofSeeds: choice.seeds, by: model, with: rivals, constraints: constraints,
      options: comparisonOptions, workers: workers)
    return SeedFinding(
      choice, on: network, options: options, comparison: comparison, comparisonOptions: comparisonOptions,
      settings: try spreading.members(of: model) + [
        .init("count", .count(count)), .init("constraints", limits.members(constraints, on: network)),
      ])
  }

  /// Betweenness, where working it out takes no longer than the choice itself.
  private func rivals(
    on network: KnowledgeNetwork, _ line: ProgressLine, _ workers: Workers
  ) throws -> [ActorScores] {
    guard network.actorCount * network.pairCount <= 10_000_000_000 else {
      StandardError.say("Picks by betweenness are left out of the comparison: the network is too large for it.", line)
      return []
    }
    do throws(BuzzlineError) {
      return try network.scores(of: [.betweenness], workers: workers)
    } catch {
      guard error.code == .outOfMemory else { throw error }
      StandardError.say("Picks by betweenness are left out of the comparison. \(error)", line)
      return []
    }
  }

  private func keyPlayerMeasure() throws -> KeyPlayerMeasure? {
    guard let keyPlayers else { return nil }
    let measures: [KeyPlayerMeasure] = [.weightedReach, .fragmentation, .weightedFragmentation]
    if let measure = measures.first(where: { $0.name == keyPlayers }) { return measure }
    let prefix = "reach-within-"
    if keyPlayers.hasPrefix(prefix), let steps = Int(keyPlayers.dropFirst(prefix.count)), steps >= 1 {
      return .reach(within: steps)
    }
    throw ValidationError(
      "Unknown measure of key players '\(keyPlayers)'; there are reach-within-1 and so on, "
        + measures.map(\.name).joined(separator: ", ") + ".")
  }
}

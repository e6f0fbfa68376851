public import KnowledgeNetworks

/// How many runs, from which seed, of at most how many steps.
public struct SpreadOptions: Hashable, Codable, Sendable {
  /// How many runs.
  public let runs: Int
  /// The seed; run *k* has draws of its own, the same whoever starts.
  public let seed: UInt64
  /// After how many steps a run is broken off.
  public let stepLimit: Int

  /// The largest number of runs, and of steps.
  public static let most = 1_000_000_000

  /// Makes options.
  ///
  /// - Throws: ``BuzzlineError`` if there is no run or no step, or more than ``most`` of them.
  public init(runs: Int = 1_000, seed: UInt64 = 1, stepLimit: Int = 10_000) throws(BuzzlineError) {
    try require(runs >= 1, "At least one run is needed; here there are \(runs).")
    try require(stepLimit >= 1, "A run needs at least one step; here it may take \(stepLimit).")
    try require(
      max(runs, stepLimit) <= Self.most,
      "No more than \(Self.most) runs or steps can be counted; here it is \(max(runs, stepLimit)).")
    self.runs = runs
    self.seed = seed
    self.stepLimit = stepLimit
  }
}

/// What many runs of a spread brought; ``SpreadModel/spread(on:from:options:workers:)`` makes it.
public struct SpreadEnsemble: Codable, Sendable {
  /// The model's name.
  public let model: String
  /// Who knew at the start.
  public let seeds: [Int]
  /// What was asked for.
  public let options: SpreadOptions
  /// How many heard of it in each finished run, the seeds included.
  public let reaches: [Int]
  /// How many runs were broken off at the step limit; they count with what they had reached.
  public let unfinishedRuns: Int
  /// How many have heard of it after each step, from step 0, on average.
  public let curve: [Double]
  /// The standard errors of ``curve``; empty of a single run.
  public let curveErrors: [Double]
  /// How many know after each step, on average: fewer than ``curve`` where knowledge is forgotten.
  public let knowing: [Double]
  /// The steps until half of those a run reaches have heard.
  public let timeToHalf: Estimate
  /// The share of runs in which each actor heard of it.
  public let chances: ActorScores
  /// By kind, in the order of the kinds' names.
  public let kinds: [GroupSpread]
  /// By cluster, in the order of the clusters' names.
  public let clusters: [GroupSpread]

  /// How many hear of it, the seeds included.
  public var reach: Estimate { Estimate(of: reaches.lazy.map { Double($0) }) }
  /// How many runs were finished; fewer than asked for where the task was cancelled.
  public var finishedRuns: Int { reaches.count }
  /// Whether all runs asked for were finished.
  public var isComplete: Bool { finishedRuns == options.runs }

  /// How much more is reached here than there, run by run under the same draws, which tells small differences apart.
  ///
  /// - Throws: ``BuzzlineError`` if the seeds of chance differ, for then the runs are no pairs.
  public func difference(from other: SpreadEnsemble) throws(BuzzlineError) -> Estimate {
    try require(
      options.seed == other.options.seed,
      "Runs are compared in pairs only where both have one seed; here \(options.seed) and \(other.options.seed).")
    return Estimate(of: zip(reaches, other.reaches).map { Double($0 - $1) })
  }

  init(model: String, seeds: [Int], options: SpreadOptions, tally: SpreadTally, groupings: [Grouping]) {
    self.model = model
    self.seeds = seeds
    self.options = options
    reaches = tally.reaches
    unfinishedRuns = tally.unfinished
    let runs = tally.reaches.count
    curve = Self.running(tally.heard, runs)
    curveErrors = Self.errors(tally.heard, tally.squares, runs)
    knowing = Self.running(tally.learnt, runs)
    timeToHalf = Estimate(of: tally.halfTimes.lazy.map { Double($0) })
    chances = ActorScores(measure: "chance_to_hear", tally.byActor.map { Double($0) / Double(runs) })
    let groups = zip(groupings.flatMap { zip($0.groups, $0.sizes) }, tally.groups).map { group, counts in
      GroupSpread(
        group: group.0, actors: group.1, reach: Estimate(sum: counts.sum, squares: counts.squares, runs: runs),
        curve: Self.running(counts.heard, runs), curveErrors: Self.errors(counts.heard, counts.stepSquares, runs))
    }
    kinds = Array(groups.prefix(groupings[0].groups.count))
    clusters = Array(groups.dropFirst(kinds.count))
  }

  /// Sums so far, a run.
  private static func running(_ changes: [Int], _ runs: Int) -> [Double] {
    var sum = 0
    return changes.map { change in
      sum += change
      return Double(sum) / Double(runs)
    }
  }

  /// The standard errors of the running means, from what sums and sums of squares grow by in each step.
  private static func errors(_ changes: [Int], _ squares: [Int], _ runs: Int) -> [Double] {
    guard runs > 1 else { return [] }
    var (sum, square) = (0, 0)
    return changes.indices.map { step in
      sum += changes[step]
      square += step < squares.count ? squares[step] : 0
      return Estimate(sum: sum, squares: square, runs: runs).standardError ?? 0
    }
  }
}

/// What a spread brought to one group.
public struct GroupSpread: Hashable, Codable, Sendable {
  /// The group's name.
  public let group: String
  /// How many actors it has.
  public let actors: Int
  /// How many of them hear of it.
  public let reach: Estimate
  /// How many of them have heard of it after each step, from step 0, on average.
  public let curve: [Double]
  /// The standard errors of ``curve``; empty of a single run.
  public let curveErrors: [Double]
}

extension SpreadModel {
  /// Lets knowledge spread from some actors many times.
  ///
  /// Runs that share seed and number share their draws, so ensembles that differ in who starts, in chances or in ties
  /// can be compared in pairs. If the task is cancelled the runs finished by then are kept, and
  /// ``SpreadEnsemble/isComplete`` says so.
  ///
  /// Properties: `oneAndManyThreadsGiveTheSame`, `groupsAddUpToTheReach`, `cancelledEnsemblesKeepFinishedRuns`.
  ///
  /// - Throws: ``BuzzlineError`` if the model does not fit, nobody starts, or no run was finished before cancelling.
  /// - Complexity: O(*r* (*n* + *m*)) time for *r* runs of models that tell once, O(*n* + *m*) space a thread.
  public func spread(
    on network: KnowledgeNetwork, from seeds: [Int], options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> SpreadEnsemble {
    try network.check(seeds: seeds)
    return try ensemble(of: process(on: network), on: network, from: seeds, options: options, workers: workers)
  }

  fileprivate func ensemble(
    of process: Process, on network: KnowledgeNetwork, from seeds: [Int], options: SpreadOptions, workers: Workers
  ) throws(BuzzlineError) -> SpreadEnsemble {
    try workers.afford(.runs(in: network, for: "The spread"))
    let groupings = [try network.grouping(by: .kind), try network.grouping(by: .cluster)]
    let empty = SpreadTally(actorCount: network.actorCount, groupings: groupings)
    var tally = empty
    // Graphs are drawn 64 at a time.
    let blocks = LiveEdgeBlock.blocks(of: options.runs)
    _ = try? workers.forEach(of: blocks.count, work: "blocks of 64 runs") {
      process
    } compute: { process, block in
      var part = empty
      for run in blocks[block] {
        let chance = RunChance(seed: options.seed, run: run)
        part.add(&process, from: seeds, chance: chance, stepLimit: options.stepLimit)
      }
      return part
    } commit: {
      tally.append($1)
    }
    guard !tally.reaches.isEmpty else { throw .cancelled(of: "spread") }
    return SpreadEnsemble(model: name, seeds: seeds, options: options, tally: tally, groupings: groupings)
  }
}

extension LiveTieModel {
  /// Lets knowledge spread from some actors many times along all ties but pipelines, on the same graphs as
  /// ``SpreadModel/spread(on:from:options:workers:)`` under the same seed.
  ///
  /// What is missing, graph by graph and step by step, is what comes only through pipelines, or later without them. Which
  /// ties are pipelines is as in ``reachThroughPipelines(by:on:options:workers:)``.
  ///
  /// Properties: `withoutPipelinesNobodyHearsEarlier`.
  ///
  /// - Throws: ``BuzzlineError`` if the model does not fit, nobody starts, or no run was finished before cancelling.
  /// - Complexity: That of ``SpreadModel/spread(on:from:options:workers:)``.
  public func spreadWithoutPipelines(
    on network: KnowledgeNetwork, from seeds: [Int], options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> SpreadEnsemble {
    try network.check(seeds: seeds)
    let ties = try liveTies(on: network).keeping { !network.scope(between: $0, and: $1).isPipeline }
    return try ensemble(of: LiveTieProcess(ties), on: network, from: seeds, options: options, workers: workers)
  }
}

public import KnowledgeNetworks

/// What many runs of an exchange brought; ``ExchangeModel/exchange(on:options:workers:)`` makes it.
public struct ExchangeEnsemble: Sendable {
  /// The model's name.
  public let model: String
  /// What was asked for; a step is a meeting.
  public let options: SpreadOptions
  /// The finished runs, in order.
  public let runs: [ExchangeRun]
  /// What each actor knows at the end: the mean of its categories, on average over the runs.
  public let levels: ActorScores

  /// Whether all runs asked for were finished.
  public var isComplete: Bool { runs.count == options.runs }
  /// How many runs were broken off at the limit of meetings; they count with what they had reached.
  public var unfinishedRuns: Int { runs.count { !$0.isOver } }
  /// What actors know on average at the start.
  public var startingLevel: Estimate { Estimate(of: runs.map(\.startingLevel)) }
  /// What actors know on average at the end.
  public var level: Estimate { Estimate(of: runs.map(\.level)) }
  /// The variance of what actors know at the end.
  public var variance: Estimate { Estimate(of: runs.map(\.variance)) }
  /// The standard deviation of what actors know at the end, as a share of the mean; `nil` where some run ends with
  /// nothing known at all.
  public var coefficientOfVariation: Estimate? {
    guard runs.allSatisfy({ $0.level > 0 }) else { return nil }
    return Estimate(of: runs.map { $0.variance.squareRoot() / $0.level })
  }
}

/// What one run of an exchange brought.
public struct ExchangeRun: Hashable, Sendable {
  /// What actors know on average at the start.
  public let startingLevel: Double
  /// What actors know on average at the end.
  public let level: Double
  /// The variance over actors of what they know at the end.
  public let variance: Double
  /// How many times two partners met.
  public let meetings: Int
  /// How many of the meetings were exchanges.
  public let exchanges: Int
  /// Whether nothing was left to exchange.
  public let isOver: Bool
}

extension ExchangeModel {
  /// Lets actors exchange what they know, many times from the start.
  ///
  /// Run *k* of a seed has luck of its own, whatever the thread. If the task is cancelled the runs finished by then are
  /// kept, and ``ExchangeEnsemble/isComplete`` says so.
  ///
  /// Properties: `oneAndManyThreadsGiveTheSame`, `aRunEndsWhenNoTradeIsLeft`.
  ///
  /// - Parameters:
  ///   - network: Who can meet whom.
  ///   - options: How many runs; its steps are meetings, of which a run may need many for each pair.
  ///   - workers: The threads.
  /// - Throws: ``DiffusionError`` if the model does not fit, or no run was finished before cancelling.
  /// - Complexity: O(*t* *l*) time for *t* meetings in *l* categories, O(*n* *l* + *m*) space a thread.
  public func exchange(
    on network: KnowledgeNetwork, options: SpreadOptions, workers: Workers = .all
  ) throws(DiffusionError) -> ExchangeEnsemble {
    let course = try course(on: network)
    var runs: [ExchangeRun] = []
    var sums = [Double](repeating: 0, count: network.actorCount)
    _ = workers.forEach(of: options.runs, work: "runs") {
      course
    } compute: { course, run in
      course.run(RunChance(seed: options.seed, run: run), limit: options.stepLimit)
    } commit: { _, outcome in
      runs.append(outcome.run)
      for actor in sums.indices { sums[actor] += outcome.levels.mean(of: actor) }
    }
    guard !runs.isEmpty else { throw .cancelled(of: "exchange") }
    let means = sums.map { $0 / Double(runs.count) }
    return ExchangeEnsemble(
      model: name, options: options, runs: runs, levels: ActorScores(measure: "knowledge_level", means))
  }
}

extension ExchangeCourse {
  /// Goes through one run.
  fileprivate mutating func run(_ chance: RunChance, limit: Int) -> (run: ExchangeRun, levels: KnowledgeLevels) {
    begin(chance: chance)
    let start = levels.spread
    var (meetings, exchanges, isOver) = (0, 0, false)
    while meetings < limit, !isOver {
      switch meet() {
      case .exchange: (meetings, exchanges) = (meetings + 1, exchanges + 1)
      case .nothing: meetings += 1
      case .over: isOver = true
      }
    }
    let end = levels.spread
    let run = ExchangeRun(
      startingLevel: start.mean, level: end.mean, variance: end.variance, meetings: meetings, exchanges: exchanges,
      isOver: isOver)
    return (run, levels)
  }
}

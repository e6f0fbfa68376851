public import KnowledgeNetworks

/// A rule by which actors exchange what they know, meeting after meeting.
///
/// Unlike in a ``SpreadModel``, everybody knows something at the start and how much an actor knows is a number in each
/// of several categories. Meetings come one at a time, so each depends on how those before it ended.
public protocol ExchangeModel: Sendable {
  associatedtype Process: ExchangeProcess

  /// The word files and commands use.
  var name: String { get }

  /// The model made ready for a network, after the model's own checks; it serves one run after another.
  ///
  /// - Throws: ``BuzzlineError`` where the model does not fit the network.
  func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> Process
}

/// Exchange under way.
public protocol ExchangeProcess: Sendable {
  /// What everybody knows now.
  var levels: KnowledgeLevels { get }
  /// Who is an expert in this run, by roster position, ascending.
  var experts: [Int] { get }
  /// Who gave how often in this run.
  var transfers: TransferCounts { get }
  /// Begins a run: hands out what everybody knows at the start.
  mutating func begin(chance: RunChance)
  /// Lets two partners meet, or says that no two have anything to exchange.
  mutating func meet() -> Meeting
}

/// What became of a meeting.
public enum Meeting: Hashable, Sendable {
  /// Knowledge went from one to the other, or both ways.
  case exchange
  /// The two had nothing to offer each other.
  case nothing
  /// No two partners anywhere have anything to offer each other: the run is over.
  case over
}

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
  /// The clusters' names in ascending order.
  public let clusters: [String]

  /// Whether all runs asked for were finished.
  public var isComplete: Bool { runs.count == options.runs }
  /// How many runs were broken off at the limit of meetings; they count with what they had reached.
  public var unfinishedRuns: Int { runs.count { !$0.isOver } }
  /// What actors know on average at the start.
  public var startingLevel: Estimate { Estimate(of: runs.map(\.levels.start)) }
  /// What actors know on average at the end.
  public var level: Estimate { Estimate(of: runs.map(\.levels.end)) }
  /// What the actors of each cluster know on average at the end.
  public var clusterLevels: [Estimate] {
    clusters.indices.map { cluster in Estimate(of: runs.map { $0.clusters[cluster].end }) }
  }
  /// What experts know on average at the end; `nil` where there are none.
  public var expertLevel: Estimate? { estimate { $0.experts?.levels.end } }
  /// What the others know on average at the end; `nil` where all are experts.
  public var otherLevel: Estimate? { estimate { $0.others?.end } }
  /// The share of what experts give that stays in their clusters, from 0 to 1, over the runs in which they give
  /// anything; `nil` where they never do.
  public var localShare: Estimate? { estimate { $0.experts?.localShare } }
  /// The variance of what actors know at the end.
  public var variance: Estimate { Estimate(of: runs.map(\.variance)) }
  /// The standard deviation of what actors know at the end, as a share of the mean; `nil` where some run ends with
  /// nothing known at all.
  public var coefficientOfVariation: Estimate? {
    guard runs.allSatisfy({ $0.levels.end > 0 }) else { return nil }
    return Estimate(of: runs.map { $0.variance.squareRoot() / $0.levels.end })
  }

  /// How much higher a number of the runs is here than there, run by run from the same start, which tells small
  /// differences apart.
  ///
  /// Runs of one seed start alike where actors, experts and endowment are the same, whatever the ties and the model.
  ///
  /// - Throws: ``BuzzlineError`` if some run starts from other levels there, for then the runs are no pairs.
  public func difference(
    from other: ExchangeEnsemble, in number: (ExchangeRun) -> Double
  ) throws(BuzzlineError) -> Estimate {
    let pairs = zip(runs, other.runs)
    try require(
      options.seed == other.options.seed && pairs.allSatisfy({ $0.levels.start == $1.levels.start }),
      "Runs are compared in pairs only where both have one seed and start from the same levels.")
    return Estimate(of: pairs.map { number($0) - number($1) })
  }

  /// Over the runs that have such a number; `nil` where none has.
  private func estimate(_ number: (ExchangeRun) -> Double?) -> Estimate? {
    let numbers = runs.compactMap(number)
    return numbers.isEmpty ? nil : Estimate(of: numbers)
  }
}

extension ExchangeModel {
  /// Lets actors exchange what they know, many times from the start.
  ///
  /// Run *k* of a seed has draws of its own, whatever the thread. If the task is cancelled the runs finished by then are
  /// kept, and ``ExchangeEnsemble/isComplete`` says so.
  ///
  /// Properties: `oneAndManyThreadsGiveTheSame`, `aRunEndsWhenNoTradeIsLeft`, `aCancelledRunIsGivenUp`.
  ///
  /// - Parameters:
  ///   - network: Who can meet whom.
  ///   - options: How many runs; its steps are meetings, of which a run may need many for each pair.
  ///   - workers: The threads.
  /// - Throws: ``BuzzlineError`` if the model does not fit, or no run was finished before cancelling.
  /// - Complexity: O(*t* *l*) time for *t* meetings in *l* categories, O(*n* *l* + *m*) space a thread.
  public func exchange(
    on network: KnowledgeNetwork, options: SpreadOptions, workers: Workers = .all
  ) throws(BuzzlineError) -> ExchangeEnsemble {
    let process = try process(on: network)
    let grouping = try network.grouping(by: .cluster)
    let clusters = grouping.groups.indices.map(grouping.members(of:))
    var runs: [ExchangeRun] = []
    var sums = [Double](repeating: 0, count: network.actorCount)
    workers.withCancellation { cancellation in
      _ = try? workers.forEach(of: options.runs, work: "runs") {
        process
      } compute: { process, run in
        let chance = RunChance(seed: options.seed, run: run)
        return process.run(chance, limit: options.stepLimit, clusters: clusters, cancellation)
      } commit: { run, outcome in
        // Runs after one that was given up are dropped, so that each keeps its number.
        guard let outcome, runs.count == run else { return }
        runs.append(outcome.run)
        for actor in sums.indices { sums[actor] += outcome.levels.mean(of: actor) }
      }
    }
    guard !runs.isEmpty else { throw .cancelled(of: "exchange") }
    let means = sums.map { $0 / Double(runs.count) }
    return ExchangeEnsemble(
      model: name, options: options, runs: runs, levels: ActorScores(measure: "knowledge_level", means),
      clusters: grouping.groups)
  }
}

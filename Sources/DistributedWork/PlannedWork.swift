public import DiffusionRoles
public import KnowledgeNetworks
internal import NetworkMeasures

/// What can be shared among machines.
public enum PlannedWork: Hashable, Codable, Sendable {
  /// Measures of shortest paths from all actors, by their names.
  case measures(names: [String], isNormalized: Bool)
  /// Brokerage by the groups of a column, with its permutation test.
  case brokerage(group: String, draws: Int, seed: UInt64)
}

/// What came of it.
public enum WorkOutcome: Sendable {
  /// The scores, measure by measure.
  case scores([ActorScores])
  /// Who brokers in which role, and what the null says.
  case brokerage(Brokerage, BrokerageTable<PermutationTest>)
}

/// Work made ready on its network.
struct PreparedWork {
  let work: any DividedWork
  let outcome: (WorkParts, Workers) throws(BuzzlineError) -> WorkOutcome
}

extension PlannedWork {
  /// Makes the work ready.
  ///
  /// - Throws: `BuzzlineError` where it does not fit the network.
  func prepared(on network: KnowledgeNetwork, workers: Workers) throws(BuzzlineError) -> PreparedWork {
    switch self {
    case .measures(let names, let isNormalized):
      var measures: [Measure] = []
      for name in names {
        guard let measure = Measure(rawValue: name) else {
          throw BuzzlineError(.invalidOptions, "There is no measure '\(name)'.")
        }
        measures.append(measure)
      }
      let work = try DividedMeasures(of: measures, isNormalized: isNormalized, in: network, workers: workers)
      return PreparedWork(work: work) { parts, workers throws(BuzzlineError) in
        .scores(try work.outcome(joining: parts, workers: workers))
      }
    case .brokerage(let group, let draws, let seed):
      let grouping = try network.grouping(by: ActorColumn(named: group))
      let brokerage = try network.brokerage(by: grouping, workers: workers)
      let work = DividedBrokerageTest(brokerage, options: PermutationOptions(draws: draws, seed: seed))
      return PreparedWork(work: work) { parts, workers throws(BuzzlineError) in
        .brokerage(brokerage, try work.outcome(joining: parts, workers: workers))
      }
    }
  }
}

internal import Buzzline

/// Calls one measure of the library: the one place that says how.
struct Kernel {
  let engine: Engine
  let workers: Workers

  func answer(to measure: PeerMeasure, in network: KnowledgeNetwork) throws -> Answer {
    switch measure {
    case .betweenness: .scores([try network.betweenness(engine: engine, workers: workers)])
    case .distances:
      .scores(
        try network.scores(of: [.harmonicOut, .closenessOut], engine: engine, workers: workers))
    case .brokerage: .brokerage(try network.brokerage(by: .cluster, workers: workers))
    case .holes: .scores([try network.structuralHoles(model: .wholeNetwork, workers: workers).constraint])
    case .triads: .triads(try network.triadCensus(workers: workers))
    case .cascade: .reach(try reach(in: network, probability: 0.1, runs: 10_000))
    case .cascadeFar: .reach(try reach(in: network, probability: 0.3, runs: 512))
    case .seeds: .seeds(try seeds(in: network))
    case .load, .study, .claims, .batch: preconditionFailure("a network that is loaded already cannot be asked to load")
    }
  }

  private func reach(in network: KnowledgeNetwork, probability: Double, runs: Int) throws -> ActorReach {
    try IndependentCascade(probability: probability)
      .reachOfEveryActor(on: network, options: try SpreadOptions(runs: runs), workers: workers)
  }

  private func seeds(in network: KnowledgeNetwork) throws -> SeedChoice {
    try network.seeds(
      50, by: try IndependentCascade(probability: 0.01),
      options: try SeedOptions(.reverseSamples(epsilon: 0.5, delta: 1 / Double(network.actorCount))),
      workers: workers)
  }
}

/// What a measure answered, before anything is written.
enum Answer {
  case scores([ActorScores])
  case brokerage(Brokerage)
  case triads(TriadCensus)
  case reach(ActorReach)
  case seeds(SeedChoice)

  func columns(of network: KnowledgeNetwork) -> Columns {
    switch self {
    case .scores(let scores): Columns(scores, of: network)
    case .brokerage(let brokerage): Columns(BrokerageRole.allCases.map { brokerage.scores(in: $0) }, of: network)
    case .triads(let census): Columns(census)
    case .reach(let reach): Columns(reach, of: network)
    case .seeds(let choice): Columns(choice, of: network)
    }
  }

  /// How many runs of how many starters it is made of, where it is made of runs.
  var runs: Int? {
    guard case .reach(let reach) = self else { return nil }
    return reach.graphs * reach.expected.count
  }
}

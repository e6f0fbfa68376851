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
    case .load, .study, .batch: preconditionFailure("a network that is loaded already cannot be asked to load")
    }
  }
}

/// What a measure answered, before anything is written.
enum Answer {
  case scores([ActorScores])
  case brokerage(Brokerage)
  case triads(TriadCensus)

  func columns(of network: KnowledgeNetwork) -> Columns {
    switch self {
    case .scores(let scores): Columns(scores, of: network)
    case .brokerage(let brokerage): Columns(BrokerageRole.allCases.map { brokerage.scores(in: $0) }, of: network)
    case .triads(let census): Columns(census)
    }
  }
}

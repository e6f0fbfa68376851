internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

/// The networks of all waves as one picture draws them, and where its actors stand.
struct DrawnNetwork: Sendable {
  /// The actors and ties of all waves: the roster of the latest wave, then those that belong to earlier ones alone.
  let network: KnowledgeNetwork
  /// How many of all actors are drawn, where there is no room for them and no cluster to stand for them.
  let isCut: Bool
  let layout: NetworkLayout
  /// Whether actors and ties are stored, or clusters alone.
  let holdsActors: Bool

  /// Draws the waves of a study, the latest last.
  ///
  /// - Complexity: That of the layout; O(*n* + *m*) space.
  init(of waves: [Findings], seed: UInt64) throws(BuzzlineError) {
    let latest = waves[waves.count - 1]
    var network = latest.network
    for wave in waves.dropLast().reversed() { network = try network.union(wave.network) }
    var clusters = DiscMembers(of: network)
    isCut = !clusters.areDiscs && network.actorCount > NetworkPicture.mostActors
    if isCut {
      let betweenness = latest.centrality[.betweenness]
      let ranked = latest.network.actors.indices.sorted {
        (-(betweenness[$0] ?? 0), $0) < (-(betweenness[$1] ?? 0), $1)
      }
      network = latest.network.induced(on: ranked.prefix(NetworkPicture.mostActors).sorted())
      clusters = DiscMembers(of: network)
    }
    let most = NetworkPicture.mostStored
    holdsActors = !clusters.areDiscs || (network.actorCount <= most.actors && network.pairCount <= most.pairs)
    layout = try NetworkLayout(
      of: network, in: clusters, gatekeepers: isCut ? [] : Set(latest.positions.gatekeepers.gatekeepers),
      placesActors: holdsActors, seed: seed)
    self.network = network
  }
}

/// The words that tell ties apart, and the ties of all waves pair by pair.
struct DrawnTies {
  let topics: [String]
  let channels: [String]
  let waves: [String]
  /// What ties rest on, in words; empty where all rest on the same.
  let evidence: [Paragraph]
  private(set) var strokes: [NetworkPicture.Stroke] = []

  private struct Pair: Hashable, Comparable {
    let source: Int
    let target: Int

    static func < (left: Pair, right: Pair) -> Bool { (left.source, left.target) < (right.source, right.target) }
  }

  init(of waves: [Findings], in network: KnowledgeNetwork) {
    topics = Self.words(waves, \.topics)
    channels = Self.words(waves, \.channels)
    self.waves = Self.words(waves, \.waves)
    let isDirected = network.isDirected
    let found = Set(waves.flatMap { $0.reconciliation.evidence.map { TieBasis($0, isDirected) } })
    let bases = found.count > 1 ? TieBasis.all(isDirected) : []
    evidence = bases.map(\.words)
    var strands: [Pair: [NetworkPicture.Strand]] = [:]
    let numbers = [topics, self.waves, channels].map { Dictionary(uniqueKeysWithValues: zip($0, 0...)) }
    for findings in waves {
      let places = findings.network.actors.map { network.position(of: $0.id) }
      for (tie, evidence) in zip(findings.network.ties, findings.reconciliation.evidence) {
        guard let source = places[tie.source], let target = places[tie.target] else { continue }
        let pair =
          isDirected
          ? Pair(source: source, target: target) : Pair(source: min(source, target), target: max(source, target))
        strands[pair, default: []].append(
          NetworkPicture.Strand(
            topic: tie.topic.flatMap { numbers[0][$0] }, channel: tie.channel.flatMap { numbers[2][$0] },
            wave: tie.wave.flatMap { numbers[1][$0] },
            evidence: bases.firstIndex(of: TieBasis(evidence, isDirected))))
      }
    }
    strokes = strands.sorted { $0.key < $1.key }.map { pair, strands in
      NetworkPicture.Stroke(
        pair.source, pair.target, .init(network.scope(between: pair.source, and: pair.target)), strands: strands)
    }
  }

  private static func words(_ waves: [Findings], _ layer: (KnowledgeNetwork) -> [String]) -> [String] {
    Set(waves.flatMap { layer($0.network) }).sorted(by: NaturalOrder.precedes)
  }
}

extension NetworkPicture.Line {
  /// The line of a scope, whatever the range.
  init(_ scope: TieScope) {
    switch scope {
    case .localBuzz: self = .buzz
    case .globalPipeline: self = .pipeline
    case .unknown: self = .unknown
    }
  }
}

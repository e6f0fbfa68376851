import DiffusionRoles
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct CognitivePositionsTests {
  /// One actor for each position: t gatekeeper, e and b stars, a active, w weak, i isolated, s source, r absorber.
  private func textbook() throws -> KnowledgeNetwork {
    try ClusteredNetworks.written(
      "t@c e@c b@c a@c w@c i@c s@c r@c x@o y@o",
      "t>a a>t t>b t>r t>e a>b w>a a>w s>a s>b x>t y>t x>e y>e x>b")
  }

  @Test func everyPositionByHand() throws {
    let network = try textbook()
    let result = try network.cognitivePositions()
    #expect(
      network.actors.indices.map { result[$0] } == [
        .technologicalGatekeeper, .externalStar, .absorbingStar, .activeMutualExchanger, .weakMutualExchanger,
        .isolated, .source, .absorber, .isolated, .isolated,
      ])
    #expect(Array(result.tiesInside) == [5, 1, 3, 6, 2, 0, 2, 1, 0, 0])
    #expect(Array(result.givenInside) == [4, 0, 0, 3, 1, 0, 2, 0, 0, 0])
    #expect(Array(result.receivedInside) == [1, 1, 3, 3, 1, 0, 0, 1, 0, 0])
    #expect(Array(result.balanceInside) == [0.6, -1, -1, 0, 0, nil, 1, -1, nil, nil])
    #expect(Array(result.openness) == [2, 2, 1, 0, 0, 0, 0, 0, 0, 0])
    #expect(result.cutOffs.count == 1)
    #expect(result.cutOffs[0].tiesInside == 20.0 / 7)
    #expect(result.cutOffs[0].openness == 5.0 / 7)
    #expect(result.cutOffs[0].actors == 7)
    #expect(result.actors(in: .isolated) == [5, 8, 9])
    #expect(CognitivePosition.allCases.filter(\.isExternalStar) == [.externalStar, .absorbingStar])
    #expect(result.remarks.contains { $0.contains("operationalisation") })
  }

  @Test func theMedianIsAnotherCut() throws {
    let result = try textbook().cognitivePositions(options: CognitivePositionOptions(cutStatistic: .median))
    #expect(result.cutOffs[0].tiesInside == 2)
    #expect(result.cutOffs[0].openness == 0)
    #expect(result[4] == .activeMutualExchanger)
    #expect(result[5] == .isolated)
    let even = try ClusteredNetworks.written("a@c b@c d@c e@c", "a>b a>d a>e b>a")
    #expect(
      try even.cognitivePositions(options: CognitivePositionOptions(cutStatistic: .median)).cutOffs[0].tiesInside == 1.5
    )
  }

  @Test func anOpenActorWithoutTiesInsideIsAnExternalStar() throws {
    let result = try ClusteredNetworks.written("e@c x@o", "x>e").cognitivePositions()
    #expect(result[0] == .externalStar)
    #expect(result[1] == .isolated)
    #expect(result.cutOffs[0].tiesInside == nil)
    #expect(result.balanceInside[0] == nil)
  }

  @Test func theToleranceIsInclusive() throws {
    // a gives 3 and receives 2 inside: a balance of exactly 0.2.
    let network = try ClusteredNetworks.written("a@c b@c d@c e@c", "a>b a>d a>e b>a d>a")
    func position(_ tolerance: Double) throws -> CognitivePosition? {
      try network.cognitivePositions(options: CognitivePositionOptions(balanceTolerance: tolerance))[0]
    }
    #expect(try position(0.2) == .activeMutualExchanger)
    #expect(try position(0.19) == .source)
  }

  @Test func positionsEqualTheNaiveTwin() throws {
    for network in try ClusteredNetworks.sample() + ClusteredNetworks.sample(isDirected: false) {
      let table = NaiveTable(network)
      for statistic in CognitivePositionOptions.CutStatistic.allCases {
        for comparison in CognitivePositionOptions.Comparison.allCases {
          let options = CognitivePositionOptions(cutStatistic: statistic, comparison: comparison)
          let result = try network.cognitivePositions(options: options)
          for actor in table.actors { #expect(result[actor] == naivePosition(of: actor, in: table, options)) }
        }
      }
    }
  }

  /// The rule as the doc comment words it, counted anew for each actor.
  private func naivePosition(
    of actor: Int, in table: NaiveTable, _ options: CognitivePositionOptions
  ) -> CognitivePosition? {
    if table.isUndefined(actor) { return nil }
    func ties(_ other: Int) -> Int { table.givenInside(other) + table.receivedInside(other) }
    let peers = table.actors.filter { other in
      ties(other) > 0
        && (options.comparison == .network || table.clusters[other] == table.clusters[actor])
    }
    func isMany(_ number: Int, _ numbers: [Int]) -> Bool {
      if number == 0 { return false }
      if numbers.isEmpty { return true }
      if options.cutStatistic == .mean { return number * numbers.count >= numbers.reduce(0, +) }
      let sorted = numbers.sorted()
      let half = sorted.count / 2
      return 2 * number >= (sorted.count % 2 == 1 ? 2 * sorted[half] : sorted[half - 1] + sorted[half])
    }
    let k = ties(actor)
    let isCentral = isMany(k, peers.map(ties))
    let isOpen = isMany(table.receivedOutside(actor), peers.map(table.receivedOutside))
    let difference = table.givenInside(actor) - table.receivedInside(actor)
    let isSource = 5 * difference > k
    let isAbsorber = -5 * difference > k
    if isOpen && isCentral { return isAbsorber ? .absorbingStar : .technologicalGatekeeper }
    if isOpen { return .externalStar }
    if k == 0 { return .isolated }
    if isSource { return .source }
    if isAbsorber { return .absorber }
    return isCentral ? .activeMutualExchanger : .weakMutualExchanger
  }

  @Test func everyActorHasOnePositionOrNone() throws {
    for network in try ClusteredNetworks.sample() {
      let result = try network.cognitivePositions()
      for counts in [result.counts] + result.sensitivity {
        let placed = CognitivePosition.allCases.reduce(0) { $0 + counts[$1] }
        #expect(placed + counts.undefined == network.actorCount)
      }
      for position in CognitivePosition.allCases {
        #expect(result.actors(in: position).count == result.counts[position])
      }
    }
  }

  @Test func reversalSwapsSourceAndAbsorberWithoutPipelines() throws {
    for network in try ClusteredNetworks.sample() {
      let local = network.slice(scopes: [.localBuzz])
      let forward = try local.cognitivePositions()
      let backward = try local.reversed().cognitivePositions()
      #expect(forward.actors(in: .source) == backward.actors(in: .absorber))
      #expect(forward.actors(in: .absorber) == backward.actors(in: .source))
      #expect(forward.actors(in: .weakMutualExchanger) == backward.actors(in: .weakMutualExchanger))
    }
  }

  @Test func widerToleranceNeverMakesMoreSourcesOrAbsorbers() throws {
    for network in try ClusteredNetworks.sample() {
      let rows = try network.cognitivePositions().sensitivity
      for (narrow, wide) in zip(rows, rows.dropFirst())
      where narrow.options.cutStatistic == wide.options.cutStatistic {
        #expect(narrow.options.balanceTolerance < wide.options.balanceTolerance)
        #expect(narrow[.source] >= wide[.source])
        #expect(narrow[.absorber] >= wide[.absorber])
      }
    }
  }

  @Test func sensitivityHoldsTheChosenOptions() throws {
    for network in try ClusteredNetworks.sample() {
      let result = try network.cognitivePositions()
      #expect(result.sensitivity.count == 8)
      #expect(result.sensitivity.filter { $0.options == result.options } == [result.counts])
    }
  }

  @Test func oneClusterGivesTheSameByNetworkAndByCluster() throws {
    for seed in 0..<40 as Range<UInt64> {
      let plain = try KnowledgeNetwork.random(8, density: 0.3, seed: seed)
      let network = try KnowledgeNetwork(
        actors: plain.actors.map { NetworkActor(id: $0.id, cluster: "only") }, ties: plain.ties)
      let byNetwork = try network.cognitivePositions()
      let byCluster = try network.cognitivePositions(options: CognitivePositionOptions(comparison: .cluster))
      #expect(network.actors.indices.map { byNetwork[$0] } == network.actors.indices.map { byCluster[$0] })
      #expect(byCluster.cutOffs.map(\.cluster) == ["only"])
    }
  }

  @Test func withoutClustersNobodyWithTiesHasAPosition() throws {
    let result = try KnowledgeNetwork.test(3, [(0, 1)]).cognitivePositions()
    #expect((0..<3).map { result[$0] } == [nil, nil, .isolated])
    #expect(result.remarks.contains { $0.contains("No actor states a cluster") })
    #expect(result.counts.undefined == 2)
  }

  @Test func noTiesAndOneActor() throws {
    let result = try ClusteredNetworks.written("a@c", "").cognitivePositions()
    #expect(result[0] == .isolated)
    #expect(result.cutOffs == (try ClusteredNetworks.written("b@d", "").cognitivePositions().cutOffs))
  }

  @Test(arguments: [-0.1, 1.1, .nan, .infinity])
  func aToleranceOutOfRangeIsRefused(tolerance: Double) throws {
    let network = try textbook()
    let error = #expect(throws: BuzzlineError.self) {
      try network.cognitivePositions(options: CognitivePositionOptions(balanceTolerance: tolerance))
    }
    #expect(error?.code == .invalidOptions)
  }

  @Test func labelsDiffer() {
    #expect(Set(CognitivePosition.allCases.map(\.label)).count == CognitivePosition.allCases.count)
  }
}

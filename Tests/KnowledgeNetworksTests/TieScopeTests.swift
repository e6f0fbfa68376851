import KnowledgeNetworks
import Testing

struct TieScopeTests {
  @Test func `all scopes in the order of tables, each with its own word`() {
    #expect(
      TieScope.allScopes.map(\.label) == [
        "local_buzz", "regional_pipeline", "national_pipeline", "international_pipeline", "pipeline", "unknown",
      ])
    #expect(TieScope.allScopes.map(\.isPipeline) == [false, true, true, true, true, false])
  }
}

struct KnowledgeNetworkScopesTests {
  /// Whoever was named and not asked belongs to no cluster of the study unless it states one.
  @Test func outsidersWithoutAClusterAreOutside() throws {
    var outsider = NetworkActor(id: "abroad", country: "Y")
    outsider.isMember = false
    let network = try KnowledgeNetwork(
      actors: [NetworkActor(id: "mill", cluster: "A", country: "X"), outsider, NetworkActor(id: "nowhere")],
      ties: [Tie(source: 1, target: 0), Tie(source: 2, target: 0), Tie(source: 1, target: 2)])
    #expect(network.scope(between: 1, and: 0) == .globalPipeline(.international))
    #expect(network.scope(between: 2, and: 0) == .unknown)
    #expect(network.scope(between: 1, and: 2) == .unknown)
  }

  struct Home {
    let cluster, region, country: String?
  }

  /// Every combination of places, each stated in two ways or not at all.
  static let homes: [Home] = [nil, "A", "B"].flatMap { cluster in
    [nil, "R", "S"].flatMap { region in
      [nil, "X", "Y"].map { Home(cluster: cluster, region: region, country: $0) }
    }
  }

  /// The label of the scope, from its definition.
  static func label(_ one: Home, _ other: Home) -> String {
    guard let left = one.cluster, let right = other.cluster else { return "unknown" }
    if left == right { return "local_buzz" }
    if let left = one.country, let right = other.country, left != right { return "international_pipeline" }
    guard let left = one.region, let right = other.region else { return "pipeline" }
    if left == right { return "regional_pipeline" }
    // Different regions: of one country, or of countries nobody stated.
    return one.country != nil && one.country == other.country ? "national_pipeline" : "pipeline"
  }

  static func network() throws -> KnowledgeNetwork {
    let actors = homes.enumerated().map { number, home in
      NetworkActor(
        id: "\(number)", cluster: home.cluster.map(Cluster.init(rawValue:)), region: home.region,
        country: home.country)
    }
    return try KnowledgeNetwork(actors: actors, ties: [Tie]())
  }

  @Test func `every combination of cluster, region and country`() throws {
    let network = try Self.network()
    var seen: Set<TieScope> = []
    for (one, home) in Self.homes.enumerated() {
      for (other, otherHome) in Self.homes.enumerated() {
        let scope = network.scope(between: one, and: other)
        #expect(scope.label == Self.label(home, otherHome))
        #expect(scope.isPipeline == scope.label.hasSuffix("pipeline"))
        seen.insert(scope)
      }
    }
    #expect(seen == Set(TieScope.allScopes))
  }

  @Test func `symmetric in its arguments`() throws {
    let network = try Self.network()
    for one in Self.homes.indices {
      for other in Self.homes.indices {
        #expect(network.scope(between: one, and: other) == network.scope(between: other, and: one))
      }
    }
  }
}

public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// A network of anonymous actors `a0, a1, …` with the ties given as position pairs.
  public static func test(
    _ actorCount: Int, _ ties: [(Int, Int)], isDirected: Bool = true
  ) throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      actors: (0..<actorCount).map { NetworkActor(id: "a\($0)") },
      ties: ties.map { Tie(source: $0.0, target: $0.1) }, isDirected: isDirected)
  }

  /// A random network in which each possible tie exists with the given chance.
  public static func random(
    _ actorCount: Int, density: Double, seed: UInt64, isDirected: Bool = true
  ) throws -> KnowledgeNetwork {
    var generator = SeededGenerator(seed: seed)
    var ties: [(Int, Int)] = []
    for source in 0..<actorCount {
      for target in (isDirected ? 0 : source + 1)..<max(actorCount, isDirected ? 0 : source + 1)
      where source != target && generator.unit() < density {
        ties.append((source, target))
      }
    }
    return try test(actorCount, ties, isDirected: isDirected)
  }

  /// Every directed network of so many actors.
  public static func all(_ actorCount: Int) throws -> [KnowledgeNetwork] {
    let pairs = (0..<actorCount).flatMap { source in
      (0..<actorCount).filter { $0 != source }.map { (source, $0) }
    }
    return try (0..<(1 << pairs.count)).map { code in
      try .test(actorCount, pairs.indices.filter { code >> $0 & 1 == 1 }.map { pairs[$0] })
    }
  }
}

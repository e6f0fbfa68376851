internal import KnowledgeNetworks

/// What new ties add where each actor in turn knows from the start: for everyone who reaches the giver, all whom the
/// receiver reaches and they do not.
struct EveryoneTieGains: TieGains {
  let worlds: WorldTies
  let workers: Workers

  private var actors: Int { worlds.actorCount }

  /// By Cauchy and Schwarz: Σ *b* *f* ≤ √Σ *b*² √Σ *f*² over the worlds, for *b* actors that reach the giver and *f* whom
  /// the receiver reaches; the giver is taken to be the one with the largest sum.
  func bounds() -> [Double]? {
    let parts = workers.gather(worlds.blocks.count, work: "who reaches whom") {
      (matrix: ReachMatrix(of: worlds), ahead: zeros, behind: zeros)
    } compute: { scratch, block in
      scratch.matrix.fill(worlds.blocks[block])
      for actor in 0..<actors {
        scratch.ahead[actor] += scratch.matrix.countsAhead(of: actor).reduce(0) { $0 + $1 * $1 }
        scratch.behind[actor] += scratch.matrix.countsBehind(actor).reduce(0) { $0 + $1 * $1 }
      }
    }
    guard let parts else { return nil }
    let behind = (0..<actors).map { actor in Double(parts.reduce(0) { $0 + $1.behind[actor] }).squareRoot() }
    let most = behind.max() ?? 0
    return (0..<actors).map { actor in
      Double(parts.reduce(0) { $0 + $1.ahead[actor] }).squareRoot() * most * (1 + 1e-12)
    }
  }

  private var zeros: [Int] { [Int](repeating: 0, count: actors) }

  func columns(to receivers: [Int]) -> [[Int]]? {
    let parts = workers.gather(worlds.blocks.count, work: "new ties") {
      (matrix: ReachMatrix(of: worlds), sums: receivers.map { _ in zeros })
    } compute: { scratch, block in
      scratch.matrix.fill(worlds.blocks[block])
      for (place, receiver) in receivers.enumerated() {
        scratch.matrix.addColumn(to: receiver, &scratch.sums[place])
      }
    }
    guard let parts else { return nil }
    return receivers.indices.map { place in
      (0..<actors).map { giver in parts.reduce(0) { $0 + $1.sums[place][giver] } }
    }
  }

  func byWorld(_ ties: [TieEnds]) -> [[Int]]? {
    let parts = workers.map(worlds.blocks.count, work: "new ties") {
      ReachMatrix(of: worlds)
    } compute: { matrix, block in
      matrix.fill(worlds.blocks[block])
      return ties.map { Array(matrix.gains(of: $0).prefix(worlds.blocks[block].count)) }
    }
    guard let parts else { return nil }
    return ties.indices.map { tie in parts.flatMap { $0[tie] } }
  }

  func reachByWorld() -> [Int]? {
    let parts = workers.map(worlds.blocks.count, work: "who reaches whom") {
      WorldSearch(along: worlds.rows)
    } compute: { search, block in
      var counter = WorldCounter()
      for actor in 0..<actors {
        search.begin()
        search.start(actor, in: worlds.blocks[block].worlds)
        search.run(along: worlds.blocks[block])
        for met in search.met { counter.add(search.reached[Int(met)]) }
      }
      return counter.counts.prefix(worlds.blocks[block].count)
    }
    return parts.map { $0.flatMap(\.self) }
  }
}

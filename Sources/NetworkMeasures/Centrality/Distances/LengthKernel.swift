internal import KnowledgeNetworks

/// Measures over shortest ways where ties have lengths: one search an actor, the actors shared by the workers.
struct LengthKernel: Sendable {
  private let rows: CompressedRows
  private let lengths: [Double]
  /// How many searches make a block; part of the result, since sums run block by block.
  private static let block = 32

  /// - Parameter direction: Along which ties searches go.
  init(_ network: KnowledgeNetwork, _ direction: Direction) {
    let given = network.pairWeights ?? Array(repeating: 1, count: network.outgoing.partners.count)
    let received = network.incomingPairs.map { pairs in pairs.map { given[Int($0)] } } ?? given
    switch (direction, network.isDirected) {
    case (.incoming, true): self.init(network.incoming, lengths: received)
    case (.both, true): self.init(joining: network, given: given, received: received)
    default: self.init(network.outgoing, lengths: given)
    }
  }

  private init(_ rows: CompressedRows, lengths: [Double]) {
    (self.rows, self.lengths) = (rows, lengths)
  }

  /// Both rows of each actor after each other; a pair tied both ways keeps both lengths.
  private init(joining network: KnowledgeNetwork, given: [Double], received: [Double]) {
    var starts: [UInt32] = [0]
    var partners: [UInt32] = []
    var joined: [Double] = []
    for actor in network.actors.indices {
      for place in network.outgoing.range(of: actor) {
        partners.append(network.outgoing.partners[place])
        joined.append(given[place])
      }
      for place in network.incoming.range(of: actor) {
        partners.append(network.incoming.partners[place])
        joined.append(received[place])
      }
      starts.append(UInt32(partners.count))
    }
    self.init(CompressedRows(starts: starts, partners: partners), lengths: joined)
  }

  private var actorCount: Int { rows.starts.count - 1 }

  /// The dependencies of some sources on each actor on the way to ends that count.
  ///
  /// - Complexity: O(*s* *m* log *n*) time for *s* sources, O(*n*) space a worker.
  func dependencies(
    from sources: [UInt32], on ends: CountedEnds = .all, by workers: Workers, work: String
  ) throws(BuzzlineError) -> [Double] {
    var sums = [Double](repeating: 0, count: actorCount)
    try workers.forEach(of: (sources.count + Self.block - 1) / Self.block, work: work) {
      LengthSearch(rows, lengths: lengths)
    } compute: { search, block in
      var part = [Double](repeating: 0, count: actorCount)
      for source in sources[block * Self.block..<min(sources.count, (block + 1) * Self.block)] {
        search.run(from: Int(source))
        search.addDependencies(of: Int(source), on: ends, to: &part)
      }
      return part
    } commit: { _, part in
      for actor in sums.indices { sums[actor] += part[actor] }
    }
    return sums
  }

  /// For each actor, what its search makes of the actors reached and their distances, nearest first.
  func map(
    by workers: Workers, work: String, _ body: @Sendable (ArraySlice<UInt32>, [Double]) -> Double
  ) throws(BuzzlineError) -> [Double] {
    try workers.joined(over: actorCount, by: Self.block, work: work) {
      LengthSearch(rows, lengths: lengths)
    } compute: { search, actors in
      actors.map { actor in
        search.run(from: actor)
        return body(search.reached.dropFirst(), search.distances)
      }
    }
  }
}

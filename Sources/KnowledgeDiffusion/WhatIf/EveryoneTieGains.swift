internal import KnowledgeNetworks

/// What new ties add where each actor in turn knows from the start: for everyone who reaches the giver, all whom the
/// receiver reaches and they do not.
///
/// That is as many as reach the giver times as many as the receiver reaches, less what those who reach the giver reach of
/// it already.
struct EveryoneTieGains: TieGains {
  private let graphs: LiveEdgeTies
  private let isDirected: Bool
  private let workers: Workers
  private let counts: ReachCounts

  init(in graphs: LiveEdgeTies, isDirected: Bool, workers: Workers) throws(BuzzlineError) {
    self.graphs = graphs
    self.isDirected = isDirected
    self.workers = workers
    counts = try ReachCounts(of: graphs, workers: workers)
  }

  var fewest: Int { 32 }

  func bounds(
    among isCandidate: @Sendable (_ giver: Int, _ receiver: Int) -> Bool
  ) throws(BuzzlineError) -> [Int] {
    let chunks = Chunks(total: graphs.actorCount, size: 16)
    let parts = try workers.withCancellation { cancellation throws(BuzzlineError) in
      try workers.map(chunks.count, work: "new ties") { number throws(BuzzlineError) in
        var most = [Int](repeating: 0, count: chunks[number].count)
        for giver in 0..<graphs.actorCount {
          if cancellation.isCancelled { throw .cancelled(of: "new ties") }
          for (place, receiver) in chunks[number].enumerated() where giver != receiver {
            // What takes longest to tell is asked last.
            let product = sum(giver, receiver, counts.product)
            if product <= most[place] { continue }
            let bound = product - sum(giver, receiver, counts.known)
            if bound > most[place], isCandidate(giver, receiver) { most[place] = bound }
          }
        }
        return most
      }
    }
    return parts.flatMap(\.self)
  }

  func columns(to receivers: [Int]) throws(BuzzlineError) -> [[Int]] {
    let known = try overlaps(to: receivers)
    return try workers.map(receivers.count, work: "new ties") { place in
      (0..<graphs.actorCount).map { giver in
        sum(giver, receivers[place], counts.product) - known[place * graphs.actorCount + giver]
      }
    }
  }

  /// A number of a tie from a giver to a receiver; without direction that of both ways.
  private func sum(_ giver: Int, _ receiver: Int, _ number: (_ from: Int, _ to: Int) -> Int) -> Int {
    number(giver, receiver) + (isDirected ? 0 : number(receiver, giver))
  }

  /// What is reached already, all graphs together: giver by giver for each receiver.
  private func overlaps(to receivers: [Int]) throws(BuzzlineError) -> [Int] {
    let chunks = Chunks(total: graphs.count, size: 8)
    let zeros = [Int](repeating: 0, count: receivers.count * graphs.actorCount)
    let parts = try workers.withCancellation { cancellation throws(BuzzlineError) in
      try workers.gather(chunks.count, work: "new ties") {
        (overlap: ReachOverlap(actors: graphs.actorCount), sums: zeros)
      } compute: { scratch, number throws(BuzzlineError) in
        for graph in chunks[number] {
          let graph = CondensedGraph(graph, of: graphs)
          for (component, places) in Self.places(of: receivers, in: graph) {
            if cancellation.isCancelled { throw .cancelled(of: "new ties") }
            for isReversed in isDirected ? [false] : [false, true] {
              scratch.overlap.fill(for: component, in: graph, isReversed: isReversed)
              add(scratch.overlap, of: places, in: graph, to: &scratch.sums)
            }
          }
        }
      }
    }
    return parts.reduce(into: zeros) { $0.add($1.sums) }
  }

  private func add(_ overlap: ReachOverlap, of places: [Int], in graph: CondensedGraph, to sums: inout [Int]) {
    sums.withUnsafeMutableBufferPointer { sums in
      for giver in overlap.givers {
        let sum = overlap[Int(giver)]
        for actor in graph.members[Int(giver)] {
          // Within bounds: each receiver has a number for each actor.
          for place in places { sums[place * graphs.actorCount + Int(actor)] &+= sum }
        }
      }
    }
  }

  func byGraph(_ ties: [TieEnds]) throws(BuzzlineError) -> [[Int]] {
    let ways = isDirected ? ties : ties + ties.map { TieEnds(from: $0.receiver, to: $0.giver) }
    let known = try workers.map(graphs.count, work: "new ties") {
      ReachOverlap(actors: graphs.actorCount)
    } compute: { overlap, graph in
      overlaps(of: ways, CondensedGraph(graph, of: graphs), &overlap)
    }
    return ties.indices.map { tie in
      known.indices.map { graph in
        stride(from: tie, to: ways.count, by: ties.count).reduce(0) { sum, way in
          let (giver, receiver) = (ways[way].giver * graphs.count + graph, ways[way].receiver * graphs.count + graph)
          return sum + Int(counts.behind[giver]) * Int(counts.ahead[receiver]) - known[graph][way]
        }
      }
    }
  }

  /// What those who reach the giver of each tie reach already of whom its receiver reaches, in one graph.
  private func overlaps(of ties: [TieEnds], _ graph: CondensedGraph, _ overlap: inout ReachOverlap) -> [Int] {
    var sums = [Int](repeating: 0, count: ties.count)
    for (component, places) in Self.places(of: ties.map(\.receiver), in: graph) {
      overlap.fill(for: component, in: graph)
      for place in places { sums[place] = overlap[Int(graph.numbers[ties[place].giver])] }
    }
    return sums
  }

  func reachByGraph() throws(BuzzlineError) -> [Int] {
    (0..<graphs.count).map { graph in
      (0..<graphs.actorCount).reduce(0) { $0 + Int(counts.ahead[$1 * graphs.count + graph]) }
    }
  }

  /// The components of some actors, each once, and which of the actors are in it.
  private static func places(of actors: [Int], in graph: CondensedGraph) -> [(component: Int, places: [Int])] {
    let sorted = actors.indices.sorted { (graph.numbers[actors[$0]], $0) < (graph.numbers[actors[$1]], $1) }
    var parts: [(component: Int, places: [Int])] = []
    for place in sorted {
      let component = Int(graph.numbers[actors[place]])
      if parts.last?.component != component { parts.append((component, [])) }
      parts[parts.count - 1].places.append(place)
    }
    return parts
  }
}

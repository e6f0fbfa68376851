internal import KnowledgeNetworks

/// How many each actor reaches and how many reach it, in each graph, and what of it goes through the graph's core.
///
/// The core is the component through which most pairs reach each other. Whoever reaches the core reaches all that it
/// reaches, so what of a receiver's reach lies ahead of the core is news to none of them: that bounds what new ties bring.
struct ReachCounts: Sendable {
  let actors: Int
  let graphs: Int
  // Actor by actor, a number for each graph; no more than 10,000 actors are ever compared, so all of them fit.

  /// How many each actor reaches in each graph.
  private(set) var ahead: [Int16]
  /// How many reach it.
  private(set) var behind: [Int16]
  /// How many of those an actor reaches the core reaches too.
  private var aheadOfCore: [Int16]
  /// How many of those who reach an actor reach the core too.
  private var behindCore: [Int16]
  /// Over so many graphs products add up within 32 bits.
  private let safeGraphs: Int

  /// - Complexity: O(*w* (*n* + *m* + *c*)) time for *w* graphs and *c* pairs of components of which one reaches the other;
  ///   8 *n* *w* bytes.
  init(of graphs: LiveEdgeTies, workers: Workers) throws(BuzzlineError) {
    (actors, self.graphs) = (graphs.actorCount, graphs.count)
    safeGraphs = max(1, Int(Int32.max) / max(1, actors * actors))
    ahead = Array(repeating: 0, count: actors * graphs.count)
    (behind, aheadOfCore, behindCore) = (ahead, ahead, ahead)
    try workers.forEach(of: graphs.count, work: "who reaches whom") {
    } compute: { (_: inout Void, graph: Int) in
      GraphCounts(of: CondensedGraph(graph, of: graphs))
    } commit: { graph, counts in
      write(counts, graph)
    }
  }

  private mutating func write(_ counts: GraphCounts, _ graph: Int) {
    for (actor, component) in counts.numbers.enumerated() {
      let (place, component) = (actor * graphs + graph, Int(component))
      ahead[place] = Int16(counts.ahead[component])
      behind[place] = Int16(counts.behind[component])
      aheadOfCore[place] = Int16(counts.aheadOfCore[component])
      behindCore[place] = Int16(counts.behindCore[component])
    }
  }

  /// What a new tie brings everyone who reaches its giver if none of them reached any of whom the receiver reaches: all
  /// graphs together.
  func product(from giver: Int, to receiver: Int) -> Int { product(behind, giver, ahead, receiver) }

  /// How much of that product is certain to be reached already, as those who reach the core reach all that it reaches.
  func known(from giver: Int, to receiver: Int) -> Int { product(behindCore, giver, aheadOfCore, receiver) }

  private func product(_ table: [Int16], _ actor: Int, _ otherTable: [Int16], _ other: Int) -> Int {
    // Within bounds: each actor has a number for each graph.
    table.withUnsafeBufferPointer { table in
      otherTable.withUnsafeBufferPointer { otherTable in
        guard let table = table.baseAddress, let otherTable = otherTable.baseAddress else { return 0 }
        let (row, otherRow) = (table + actor * graphs, otherTable + other * graphs)
        return stride(from: 0, to: graphs, by: safeGraphs).reduce(0) { total, first in
          var sum: Int32 = 0
          for graph in first..<min(graphs, first + safeGraphs) {
            sum &+= Int32(row[graph]) &* Int32(otherRow[graph])
          }
          return total + Int(sum)
        }
      }
    }
  }
}

/// The counts of one graph, component by component.
private struct GraphCounts: Sendable {
  let numbers: [Int32]
  let ahead: [Int32]
  let behind: [Int32]
  private(set) var aheadOfCore: [Int32]
  private(set) var behindCore: [Int32]

  init(of graph: CondensedGraph) {
    numbers = graph.numbers
    let (ahead, behind) = (
      graph.sums(of: graph.sizes, along: graph.ahead), graph.sums(of: graph.sizes, along: graph.behind)
    )
    (self.ahead, self.behind) = (ahead, behind)
    aheadOfCore = Array(repeating: 0, count: graph.count)
    behindCore = aheadOfCore
    let core = (0..<graph.count).max {
      Int(ahead[$0]) * Int(behind[$0]) < Int(ahead[$1]) * Int(behind[$1])
    }
    guard let core else { return }
    for reached in graph.ahead[core] {
      for component in graph.behind[Int(reached)] { aheadOfCore[Int(component)] += graph.sizes[Int(reached)] }
    }
    for start in graph.behind[core] {
      for component in graph.ahead[Int(start)] { behindCore[Int(component)] += graph.sizes[Int(start)] }
    }
  }
}

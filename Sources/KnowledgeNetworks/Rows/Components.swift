/// The parts of a network that no tie joins, whichever way ties run, numbered by their first actor.
package struct WeakComponents: Sendable {
  /// For each actor the number of its component; -1 for actors left out.
  package let numbers: [Int32]
  /// The number of components; an isolate is one by itself.
  package let count: Int

  /// Finds the components along ties in any direction.
  ///
  /// - Parameter isGone: Which actors are left out, and their ties with them; nobody by default.
  /// - Complexity: O(*n* + *m*) time, O(*n*) space: up to 8 bytes an actor.
  package init(of network: KnowledgeNetwork, without isGone: [Bool]? = nil) {
    var numbers = [Int32](repeating: -1, count: network.actorCount)
    var count: Int32 = 0
    var waiting: [UInt32] = []
    let sides = network.isDirected ? [network.outgoing, network.incoming] : [network.outgoing]
    for root in numbers.indices where numbers[root] < 0 && !(isGone?[root] ?? false) {
      numbers[root] = count
      waiting.append(UInt32(root))
      while let actor = waiting.popLast() {
        for rows in sides {
          for place in rows.range(of: Int(actor)) {
            let partner = rows.partners[place]
            guard numbers[Int(partner)] < 0, !(isGone?[Int(partner)] ?? false) else { continue }
            numbers[Int(partner)] = count
            waiting.append(partner)
          }
        }
      }
      count += 1
    }
    self.numbers = numbers
    self.count = Int(count)
  }
}

/// The parts of a network in which everybody reaches everybody, each numbered after all parts it leads to.
///
/// Tarjan (1972), [doi:10.1137/0201010](https://doi.org/10.1137/0201010), with a stack of its own, so that long chains of
/// actors are no danger.
package struct StrongComponents: Sendable {
  /// For each actor the number of its component; -1 for actors left out.
  package let numbers: [Int32]
  package let sizes: [Int]

  /// The number of components; an isolate is one by itself.
  package var count: Int { sizes.count }

  /// Finds the components along rows in one direction.
  ///
  /// - Parameter isGone: Which actors are left out, and their ties with them; nobody by default.
  /// - Complexity: O(*n* + *m*) time, O(*n*) space: up to 33 bytes an actor.
  package init(of rows: CompressedRows, without isGone: [Bool]? = nil) {
    var search = StrongSearch(rows)
    for root in 0..<rows.starts.count - 1 where !(isGone?[root] ?? false) { search.run(from: root, without: isGone) }
    (numbers, sizes) = (search.numbers, search.sizes)
  }

  /// The actors of each component, ascending.
  ///
  /// - Complexity: O(*n*) time and space.
  package var memberRows: CompressedRows {
    var starts: [UInt32] = [0]
    for size in sizes { starts.append((starts.last ?? 0) + UInt32(size)) }
    var next = starts
    var actors = [UInt32](repeating: 0, count: Int(starts.last ?? 0))
    for (actor, number) in numbers.enumerated() where number >= 0 {
      actors[Int(next[Int(number)])] = UInt32(actor)
      next[Int(number)] += 1
    }
    return CompressedRows(starts: starts, partners: actors)
  }
}

private struct StrongSearch {
  let rows: CompressedRows
  var numbers: [Int32]
  var sizes: [Int] = []
  /// The order in which actors were met; 0 not yet.
  private var order: [UInt32]
  /// The earliest actor each one is known to reach back to.
  private var low: [UInt32]
  /// Where in its row each actor goes on.
  private var next: [UInt32]
  private var met: UInt32 = 0
  /// Actors met whose component is not closed.
  private var open: [UInt32] = []
  private var path: [Int] = []

  init(_ rows: CompressedRows) {
    self.rows = rows
    let actorCount = rows.starts.count - 1
    numbers = Array(repeating: -1, count: actorCount)
    order = Array(repeating: 0, count: actorCount)
    low = order
    next = Array(rows.starts.dropLast())
  }

  mutating func run(from root: Int, without isGone: [Bool]?) {
    guard order[root] == 0 else { return }
    enter(root)
    while let actor = path.last {
      guard next[actor] < rows.starts[actor + 1] else {
        path.removeLast()
        if low[actor] == order[actor] { close(actor) }
        if let caller = path.last { low[caller] = min(low[caller], low[actor]) }
        continue
      }
      let partner = Int(rows.partners[Int(next[actor])])
      next[actor] += 1
      if let isGone, isGone[partner] { continue }
      if order[partner] == 0 {
        enter(partner)
      } else if numbers[partner] < 0 {
        low[actor] = min(low[actor], order[partner])
      }
    }
  }

  private mutating func enter(_ actor: Int) {
    met += 1
    order[actor] = met
    low[actor] = met
    open.append(UInt32(actor))
    path.append(actor)
  }

  private mutating func close(_ root: Int) {
    var size = 0
    while let member = open.popLast() {
      numbers[Int(member)] = Int32(sizes.count)
      size += 1
      if member == root { break }
    }
    sizes.append(size)
  }
}

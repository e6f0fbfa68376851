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

internal import KnowledgeNetworks

/// Pairs of grouped actors who are tied in either direction, ready to be split by one labelling after another.
struct ContactSplit: Sendable {
  private let firsts: [Int]
  private let seconds: [Int]
  /// How many connected pairs join the two: 2 for a mutual tie.
  private let pairs: [Int]

  /// Numbers the grouped actors in roster order, skipping the others.
  init(of network: KnowledgeNetwork, by grouping: Grouping) {
    var numbers: [Int?] = []
    var next = 0
    for code in grouping.groupCodes {
      numbers.append(code < 0 ? nil : next)
      if code >= 0 { next += 1 }
    }
    let contacts = Contacts(of: network)
    var (firsts, seconds, pairs): ([Int], [Int], [Int]) = ([], [], [])
    for actor in network.actors.indices {
      for place in contacts[actor] {
        let partner = Int(contacts.partners[place])
        guard actor < partner, let first = numbers[actor], let second = numbers[partner] else { continue }
        firsts.append(first)
        seconds.append(second)
        pairs.append(network.isDirected && contacts.bonds[place] == .mutual ? 2 : 1)
      }
    }
    (self.firsts, self.seconds, self.pairs) = (firsts, seconds, pairs)
  }

  /// Connected pairs as they stand, by the labels of the grouped actors.
  func inDirection(_ codes: [Int32]) -> TieSplit { split(codes) { pairs[$0] } }

  /// Pairs with direction ignored, each counted in both orders.
  func ignoringDirection(_ codes: [Int32]) -> TieSplit { split(codes) { _ in 2 } }

  private func split(_ codes: [Int32], counting ties: (Int) -> Int) -> TieSplit {
    var inside = 0
    var outside = 0
    for pair in firsts.indices {
      if codes[firsts[pair]] == codes[seconds[pair]] { inside += ties(pair) } else { outside += ties(pair) }
    }
    return TieSplit(inside: inside, outside: outside)
  }
}

internal import KnowledgeNetworks

/// How many actors the longest of all shortest paths can have at most, found without searching from everybody.
///
/// Inside a strongly connected part no way is longer than from the farthest actor to the part's root and from there to
/// the farthest; a way through several parts passes each once, in the order in which parts lead to one another (Borassi
/// & Natale 2019).
struct DiameterBound {
  let actors: Int

  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork) {
    let parts = network.components(.strong)
    let roots = Self.busiest(of: parts, in: network)
    let there = Self.farthest(from: roots, parts, along: network.outgoing)
    let back = Self.farthest(from: roots, parts, along: network.incoming)
    actors = Self.longest(through: zip(there, back).map { $0 + $1 + 1 }, parts, along: network.outgoing)
  }

  /// In each part the actor with the most ties, which is likely to be in its middle.
  private static func busiest(of parts: Components, in network: KnowledgeNetwork) -> [Int] {
    var roots = [Int](repeating: -1, count: parts.count)
    func ties(_ actor: Int) -> Int { network.outgoing.count(of: actor) + network.incoming.count(of: actor) }
    for (actor, part) in parts.membership.enumerated() where roots[part] < 0 || ties(actor) > ties(roots[part]) {
      roots[part] = actor
    }
    return roots
  }

  /// How many steps the farthest actor of each part is from its root, by ways inside the part.
  private static func farthest(from roots: [Int], _ parts: Components, along rows: CompressedRows) -> [Int] {
    var steps = [Int](repeating: -1, count: parts.membership.count)
    var met = roots
    var farthest = [Int](repeating: 0, count: parts.count)
    for root in roots { steps[root] = 0 }
    var next = 0
    while next < met.count {
      let actor = met[next]
      let part = parts.membership[actor]
      next += 1
      farthest[part] = steps[actor]
      for partner in rows[actor] where steps[Int(partner)] < 0 && parts.membership[Int(partner)] == part {
        steps[Int(partner)] = steps[actor] + 1
        met.append(Int(partner))
      }
    }
    return farthest
  }

  /// The largest sum of what parts hold along a way from part to part.
  private static func longest(through held: [Int], _ parts: Components, along rows: CompressedRows) -> Int {
    var members = [[Int]](repeating: [], count: parts.count)
    var waiting = [Int](repeating: 0, count: parts.count)
    for (actor, part) in parts.membership.enumerated() {
      members[part].append(actor)
      for partner in rows[actor] where parts.membership[Int(partner)] != part {
        waiting[parts.membership[Int(partner)]] += 1
      }
    }
    var before = [Int](repeating: 0, count: parts.count)
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var longest = 0
    while let part = ready.popLast() {
      let sum = before[part] + held[part]
      longest = max(longest, sum)
      for actor in members[part] {
        for partner in rows[actor] {
          let other = parts.membership[Int(partner)]
          guard other != part else { continue }
          before[other] = max(before[other], sum)
          waiting[other] -= 1
          if waiting[other] == 0 { ready.append(other) }
        }
      }
    }
    return longest
  }
}

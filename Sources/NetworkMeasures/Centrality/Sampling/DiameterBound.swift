internal import KnowledgeNetworks

extension KnowledgeNetwork {
  /// How many actors the longest of all shortest paths can have at most, found without searching from everybody.
  ///
  /// Inside a strongly connected part no way is longer than from the farthest actor to the part's root and from there to
  /// the farthest; a way through several parts passes each once, in the order in which parts lead to one another (Borassi
  /// & Natale 2019).
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  var diameterBound: Int {
    let parts = StrongComponents(of: outgoing)
    // In each part the actor with the most ties, which is likely to be in its middle.
    let members = parts.members
    func ties(_ actor: Int) -> Int { outgoing.count(of: actor) + incoming.count(of: actor) }
    let roots = members.map { $0.reduce($0[0]) { ties($1) > ties($0) ? $1 : $0 } }
    let there = farthest(from: roots, parts, along: outgoing)
    let back = farthest(from: roots, parts, along: incoming)
    // The most actors on a way that begins in each part, after all parts it leads to.
    var longest = [Int](repeating: 0, count: parts.count)
    for (part, own) in members.enumerated() {
      for partner in own.lazy.flatMap({ outgoing[$0] }) {
        longest[part] = max(longest[part], longest[Int(parts.numbers[Int(partner)])])
      }
      longest[part] += there[part] + back[part] + 1
    }
    return longest.max() ?? 0
  }

  /// How many steps the farthest actor of each part is from its root, by ways inside the part.
  private func farthest(from roots: [Int], _ parts: StrongComponents, along rows: CompressedRows) -> [Int] {
    var steps = [Int](repeating: -1, count: parts.numbers.count)
    var met = roots
    var farthest = [Int](repeating: 0, count: parts.count)
    for root in roots { steps[root] = 0 }
    var next = 0
    while next < met.count {
      let actor = met[next]
      let part = parts.numbers[actor]
      next += 1
      farthest[Int(part)] = steps[actor]
      for partner in rows[actor] where steps[Int(partner)] < 0 && parts.numbers[Int(partner)] == part {
        steps[Int(partner)] = steps[actor] + 1
        met.append(Int(partner))
      }
    }
    return farthest
  }
}

extension StrongComponents {
  var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (actor, number) in numbers.enumerated() { members[Int(number)].append(actor) }
    return members
  }
}

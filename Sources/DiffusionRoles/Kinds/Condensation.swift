internal import KnowledgeNetworks

/// A network in which all that reach each other are one component, with the groups of its actors.
///
/// A component leads to components of lower numbers only.
struct Condensation: Sendable {
  /// Row *i* holds the components that component *i* leads to, each once.
  let successors: CompressedRows
  /// Row *i* holds the groups that component *i* has actors of, each once.
  let members: CompressedRows
  /// For each entry of ``members`` the number of these actors.
  let memberCounts: [UInt32]
  /// Components in the order in which reach is counted from them: those of one group after each other.
  let sources: [UInt32]
  /// How many groups there are; actors without one are counted under this number.
  let groups: Int

  var count: Int { members.starts.count - 1 }

  /// - Parameter codes: The group of each actor, from 0 to ``groups``.
  /// - Complexity: O(*n* log *n* + *m*) time, O(*n* + *m*) space: 80 bytes an actor and 4 a tie between components.
  init(of rows: CompressedRows, codes: [Int32], groups: Int, without isGone: [Bool]?) {
    let components = StrongComponents(of: rows, without: isGone)
    let actors = components.memberRows
    let (members, memberCounts) = Self.members(of: actors, codes: codes, groups: groups)
    self.groups = groups
    (self.members, self.memberCounts) = (members, memberCounts)
    successors = Self.successors(of: components, actors, rows)
    // One bit of a word each: words that hold few groups are counted fast. Those of several groups come last.
    let keys = (0..<components.count).map { members.count(of: $0) == 1 ? members[$0].first : nil }
    sources = (0..<UInt32(components.count)).sorted { (keys[Int($0)] ?? .max, $0) < (keys[Int($1)] ?? .max, $1) }
  }

  private static func successors(
    of components: StrongComponents, _ actors: CompressedRows, _ rows: CompressedRows
  ) -> CompressedRows {
    var starts: [UInt32] = [0]
    var successors: [UInt32] = []
    // The last component that is known to lead to this one, and each to itself.
    var leader = Array(0..<Int32(components.count))
    for component in 0..<Int32(components.count) {
      for actor in actors[Int(component)] {
        for place in rows.range(of: Int(actor)) {
          let other = components.numbers[Int(rows.partners[place])]
          guard other >= 0, leader[Int(other)] != component else { continue }
          leader[Int(other)] = component
          successors.append(UInt32(other))
        }
      }
      starts.append(UInt32(successors.count))
    }
    return CompressedRows(starts: starts, partners: successors)
  }

  private static func members(
    of actors: CompressedRows, codes: [Int32], groups groupCount: Int
  ) -> (groups: CompressedRows, counts: [UInt32]) {
    var starts: [UInt32] = [0]
    var groups: [UInt32] = []
    var counts: [UInt32] = []
    var tally = [UInt32](repeating: 0, count: groupCount + 1)
    for component in 0..<actors.starts.count - 1 {
      let first = groups.count
      for actor in actors[component] {
        let group = Int(codes[Int(actor)])
        if tally[group] == 0 { groups.append(UInt32(group)) }
        tally[group] += 1
      }
      for group in groups[first...] {
        counts.append(tally[Int(group)])
        tally[Int(group)] = 0
      }
      starts.append(UInt32(groups.count))
    }
    return (CompressedRows(starts: starts, partners: groups), counts)
  }
}

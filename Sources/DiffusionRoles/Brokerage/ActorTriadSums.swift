/// Which triads could make a member of a group a broker: one profile a group, for all its members are alike.
///
/// Two triads of one broker can only share a tie both need, so there are no other couples. Without direction the two
/// orders of a pair are one triad counted twice, except where the role tells them apart.
struct ActorTriadSums: Sendable {
  let roles: BrokerageProfile<TriadSums>
  let total: TriadSums

  /// - Parameters:
  ///   - size: How many actors the broker's group has.
  ///   - others: The sums of the first, second and third powers of the other groups' sizes.
  init(size: Double, others: PowerSums, isDirected: Bool) {
    let peers = size - 1
    let (foreign, squares, cubes) = (others.first, others.second, others.third)
    let acrossPairs = foreign * peers
    let across = TriadSums(pairs: acrossPairs, bothPresent: acrossPairs * (foreign + peers - 2))
    func mirrored(_ pairs: Double, _ couples: Double) -> TriadSums {
      let times = isDirected ? 1.0 : 2.0
      return TriadSums(pairs: pairs, multiplicity: times, bothPresent: times * couples)
    }
    func among(_ count: Double) -> TriadSums {
      mirrored(count * (count - 1), 2 * count * (count - 1) * (count - 2))
    }
    roles = BrokerageProfile(
      coordinator: among(peers),
      itinerant: mirrored(squares - foreign, 2 * (cubes - 3 * squares + 2 * foreign)),
      gatekeeper: across, representative: across,
      liaison: mirrored(
        foreign * foreign - squares,
        2 * (foreign * foreign * foreign - 2 * foreign * squares + cubes - foreign * foreign + squares)))
    total = among(peers + foreign)
  }

  /// The sums of every group.
  ///
  /// - Complexity: O(*g*) time and space for *g* groups.
  static func ofGroups(_ sizes: [Int], isDirected: Bool) -> [ActorTriadSums] {
    zip(sizes, PowerSums.ofOthers(than: sizes)).map { size, others in
      ActorTriadSums(size: Double(size), others: others, isDirected: isDirected)
    }
  }
}

/// Sums of the powers of group sizes.
struct PowerSums: Sendable {
  var first = 0.0
  var second = 0.0
  var third = 0.0

  static func + (left: PowerSums, right: PowerSums) -> PowerSums {
    PowerSums(first: left.first + right.first, second: left.second + right.second, third: left.third + right.third)
  }

  static func of(_ size: Int) -> PowerSums {
    let size = Double(size)
    return PowerSums(first: size, second: size * size, third: size * size * size)
  }

  /// For each group the sums over all other groups, added up from both ends, for a difference would lose digits.
  static func ofOthers(than sizes: [Int]) -> [PowerSums] {
    var others = [PowerSums](repeating: PowerSums(), count: sizes.count)
    var before = PowerSums()
    for group in sizes.indices {
      others[group] = before
      before = before + of(sizes[group])
    }
    var after = PowerSums()
    for group in sizes.indices.reversed() {
      others[group] = others[group] + after
      after = after + of(sizes[group])
    }
    return others
  }
}

/// Which triads the roles of a whole network could be made of, in closed form from the sizes of its groups.
///
/// Triads of different brokers can share a tie in three ways, one of which is that one triad needs the tie and the other
/// must not have it. All couples are counted. With groups of one, liaison and total have the same sums, as they must.
struct NetworkTriadSums: Sendable {
  let roles: BrokerageProfile<TriadSums>
  let total: TriadSums

  /// - Complexity: O(*g*) time and space for *g* groups.
  init(sizes: [Int], isDirected: Bool) {
    let size = sizes.reduce(0) { $0 + Double($1) }
    var inside = TriadSums(pairs: 0)
    var across = inside
    var around = inside
    for (members, others) in zip(sizes, PowerSums.ofOthers(than: sizes)) {
      let group = GroupOfActors(size: Double(members), others: others, networkSize: size)
      inside += isDirected ? group.inside : group.insideUndirected
      across += isDirected ? group.across : group.acrossUndirected
      around += isDirected ? group.around : group.aroundUndirected
    }
    let groups = SymmetricSums(of: sizes)
    roles = BrokerageProfile(
      coordinator: inside, itinerant: around, gatekeeper: across, representative: across,
      liaison: isDirected ? groups.liaison(networkSize: size) : groups.liaisonUndirected)
    let whole = GroupOfActors(size: size, others: PowerSums(), networkSize: size)
    total = isDirected ? whole.inside : whole.insideUndirected
  }
}

/// What one group adds to the sums of the network.
private struct GroupOfActors {
  let size: Double
  let others: PowerSums
  let networkSize: Double

  private var triples: Double { size * (size - 1) * (size - 2) }
  /// Ordered pairs of members with an actor of another group.
  private var mixed: Double { size * (size - 1) * others.first }

  /// Coordinators.
  var inside: TriadSums {
    let shared = triples * (4 * size - 10)
    return TriadSums(pairs: triples, bothPresent: shared, opposed: shared, bothAbsent: triples * (size - 3))
  }

  /// Gatekeepers, or representatives.
  var across: TriadSums {
    TriadSums(
      pairs: mixed, bothPresent: mixed * (networkSize - 3), opposed: mixed * (2 * size - 3),
      bothAbsent: mixed * (size - 2))
  }

  /// Itinerants between members of this group.
  var around: TriadSums {
    let ordered = size * (size - 1)
    return TriadSums(
      pairs: mixed, bothPresent: ordered * ((2 * size - 6) * others.first + 2 * others.second),
      bothAbsent: mixed * (others.first - 1))
  }

  var insideUndirected: TriadSums {
    TriadSums(
      pairs: triples, multiplicity: 2, bothPresent: triples * 8 * (size - 3), opposed: triples * (8 * size - 20),
      bothAbsent: triples * 2 * (size - 3))
  }

  var acrossUndirected: TriadSums {
    TriadSums(
      pairs: mixed, bothPresent: 2 * mixed * (others.first - 1) + sharedAcross, opposed: mixed + 2 * sharedAcross,
      bothAbsent: sharedAcross)
  }

  var aroundUndirected: TriadSums {
    TriadSums(
      pairs: mixed, multiplicity: 2, bothPresent: 4 * sharedAcross, bothAbsent: 2 * mixed * (others.first - 1))
  }

  /// Half the sum over other groups, of *y* members, of *x y s* (*s* - 1), where *s* = *x* + *y* - 2 third actors make
  /// a triad with a tie between the two groups.
  private var sharedAcross: Double {
    let (x, y) = (size, others)
    return x * ((x - 2) * (x - 3) * y.first + (2 * x - 5) * y.second + y.third) / 2
  }
}

/// Sums over sets of different groups of products of their sizes, none by a difference.
private struct SymmetricSums {
  /// Over two, three and four groups.
  private(set) var two = 0.0
  private(set) var three = 0.0
  private(set) var four = 0.0
  /// Over two and three groups, the size of one of them squared.
  private(set) var twoOneSquared = 0.0
  private(set) var threeOneSquared = 0.0

  init(of sizes: [Int]) {
    var one = 0.0
    var oneSquared = 0.0
    for size in sizes.lazy.map(Double.init) {
      four += size * three
      threeOneSquared += size * size * two + size * twoOneSquared
      three += size * two
      twoOneSquared += size * size * one + size * oneSquared
      two += size * one
      oneSquared += size * size
      one += size
    }
  }

  /// Liaisons.
  func liaison(networkSize: Double) -> TriadSums {
    let shared = (4 * networkSize - 2) * 6 * three - 16 * threeOneSquared
    return TriadSums(
      pairs: 6 * three, bothPresent: shared, opposed: shared,
      bothAbsent: (networkSize - 1) * 6 * three - 4 * threeOneSquared)
  }

  /// Liaisons; a tie between two groups makes triads with *r* actors of other groups, *r* (*r* - 1) couples.
  var liaisonUndirected: TriadSums {
    let couples = threeOneSquared - 3 * three + 12 * four
    return TriadSums(
      pairs: 6 * three, multiplicity: 2, bothPresent: 16 * couples, opposed: 24 * three + 16 * couples,
      bothAbsent: 4 * couples)
  }
}

extension TriadSums {
  fileprivate static func += (left: inout TriadSums, right: TriadSums) {
    left.multiplicity = right.multiplicity
    left.pairs += right.pairs
    left.bothPresent += right.bothPresent
    left.opposed += right.opposed
    left.bothAbsent += right.bothAbsent
  }
}

internal import KnowledgeNetworks

/// How two actors are tied, seen from the first.
struct Bond: OptionSet, Sendable {
  let rawValue: UInt8

  /// The first gave to the second.
  static let gives = Bond(rawValue: 1)
  /// The first received from the second.
  static let receives = Bond(rawValue: 2)
  /// Knowledge went both ways.
  static let mutual: Bond = [.gives, .receives]

  /// The same bond seen from the second.
  var turned: Bond { Bond(rawValue: (rawValue >> 1) | ((rawValue & 1) << 1)) }
}

/// Whom each actor is tied to in either direction, once each and ascending, with the bond and the mutual weight.
struct Contacts: Sendable {
  /// Row *i* is `partners[starts[i] ..< starts[i + 1]]`.
  let starts: [Int]
  let partners: [UInt32]
  let bonds: [Bond]
  /// What *i* gave and what it received, by weight; the same seen from both ends.
  let weights: [Double]

  /// Merges both rows of every actor.
  ///
  /// - Parameter usesWeights: Whether a tie counts with its weight; else it counts as one.
  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork, usesWeights: Bool = false) {
    var starts = [0]
    var partners: [UInt32] = []
    var bonds: [Bond] = []
    var weights: [Double] = []
    let capacity = 2 * network.pairCount
    starts.reserveCapacity(network.actorCount + 1)
    partners.reserveCapacity(capacity)
    bonds.reserveCapacity(capacity)
    weights.reserveCapacity(capacity)
    for actor in network.actors.indices {
      let row = MergedRow(
        network.weightedReceivers(of: actor).makeIterator(), network.weightedGivers(to: actor).makeIterator())
      for contact in row {
        partners.append(contact.partner)
        bonds.append(contact.bond)
        weights.append(usesWeights ? contact.weight : contact.bond == .mutual ? 2 : 1)
      }
      starts.append(partners.count)
    }
    (self.starts, self.partners, self.bonds, self.weights) = (starts, partners, bonds, weights)
  }

  var actorCount: Int { starts.count - 1 }

  /// Where an actor's contacts stand.
  subscript(actor: Int) -> Range<Int> { starts[actor]..<starts[actor + 1] }

  /// How many contacts an actor has.
  func count(of actor: Int) -> Int { starts[actor + 1] - starts[actor] }
}

/// One actor's receivers and givers, merged in ascending order.
private struct MergedRow<Receivers: IteratorProtocol, Givers: IteratorProtocol>: Sequence, IteratorProtocol
where Receivers.Element == (partner: Int, weight: Double), Givers.Element == Receivers.Element {
  private var receivers: Receivers
  private var givers: Givers
  private var receiver: Receivers.Element?
  private var giver: Givers.Element?

  init(_ receivers: Receivers, _ givers: Givers) {
    self.receivers = receivers
    self.givers = givers
    receiver = self.receivers.next()
    giver = self.givers.next()
  }

  mutating func next() -> (partner: UInt32, bond: Bond, weight: Double)? {
    let nearest = Swift.min(receiver?.partner ?? .max, giver?.partner ?? .max)
    guard nearest < .max else { return nil }
    var bond: Bond = []
    var weight = 0.0
    if let entry = receiver, entry.partner == nearest {
      bond.insert(.gives)
      weight += entry.weight
      receiver = receivers.next()
    }
    if let entry = giver, entry.partner == nearest {
      bond.insert(.receives)
      weight += entry.weight
      giver = givers.next()
    }
    return (UInt32(nearest), bond, weight)
  }
}

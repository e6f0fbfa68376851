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

/// Whom each actor is tied to in either direction, once each and ascending, with the bond.
struct Contacts: Sendable {
  /// Row *i* is `partners[starts[i] ..< starts[i + 1]]`.
  let starts: [Int]
  let partners: [UInt32]
  let bonds: [Bond]
  /// How many actors make a block of the work.
  private static let block = 4_096

  /// Merges both rows of every actor.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork, workers: Workers = Workers(threads: 1)) {
    var starts = [0]
    var partners: [UInt32] = []
    var bonds: [Bond] = []
    starts.reserveCapacity(network.actorCount + 1)
    partners.reserveCapacity(2 * network.pairCount)
    bonds.reserveCapacity(2 * network.pairCount)
    let merging = RowMerging(outgoing: network.outgoing, incoming: network.incoming)
    let count = (network.actorCount + Self.block - 1) / Self.block
    let isComplete = workers.uncancelled.forEach(of: count, scratch: {}) { (_: inout Void, block) in
      merging.merged(block * Self.block..<min(network.actorCount, (block + 1) * Self.block))
    } commit: { _, part in
      let first = partners.count
      starts.append(contentsOf: part.ends.lazy.map { first + $0 })
      partners.append(contentsOf: part.partners)
      bonds.append(contentsOf: part.bonds)
    }
    precondition(isComplete, "nobody cancels this")
    (self.starts, self.partners, self.bonds) = (starts, partners, bonds)
  }

  var actorCount: Int { starts.count - 1 }

  /// Where an actor's contacts stand.
  subscript(actor: Int) -> Range<Int> { starts[actor]..<starts[actor + 1] }

  /// How many contacts an actor has.
  func count(of actor: Int) -> Int { starts[actor + 1] - starts[actor] }
}

/// Merges receivers and givers of stretches of actors.
private struct RowMerging: Sendable {
  let outgoing: CompressedRows
  let incoming: CompressedRows

  func merged(_ actors: Range<Int>) -> (ends: [Int], partners: [UInt32], bonds: [Bond]) {
    var ends: [Int] = []
    var partners: [UInt32] = []
    var bonds: [Bond] = []
    ends.reserveCapacity(actors.count)
    let most = Int(outgoing.starts[actors.upperBound] - outgoing.starts[actors.lowerBound])
    partners.reserveCapacity(2 * most)
    bonds.reserveCapacity(2 * most)
    for actor in actors {
      var (receiver, giver) = (outgoing.range(of: actor), incoming.range(of: actor))
      while !receiver.isEmpty || !giver.isEmpty {
        let left = receiver.isEmpty ? UInt32.max : outgoing.partners[receiver.lowerBound]
        let right = giver.isEmpty ? UInt32.max : incoming.partners[giver.lowerBound]
        partners.append(min(left, right))
        bonds.append(Bond(rawValue: (left <= right ? 1 : 0) | (right <= left ? 2 : 0)))
        if left <= right { receiver = receiver.dropFirst() }
        if right <= left { giver = giver.dropFirst() }
      }
      ends.append(partners.count)
    }
    return (ends, partners, bonds)
  }
}

extension Contacts {
  /// What went between each actor and its contacts in both directions, by entry.
  ///
  /// - Parameter usesWeights: Whether a tie counts with its weight; else it counts as one.
  func mutualWeights(in network: KnowledgeNetwork, usesWeights: Bool) -> [Double] {
    guard usesWeights, let pairWeights = network.pairWeights, let incomingPairs = network.incomingPairs else {
      return bonds.map { $0 == .mutual ? 2 : 1 }
    }
    var weights = [Double](repeating: 0, count: bonds.count)
    for actor in 0..<actorCount {
      var given = network.outgoing.range(of: actor).lowerBound
      var received = network.incoming.range(of: actor).lowerBound
      for place in self[actor] {
        if bonds[place].contains(.gives) {
          weights[place] += pairWeights[given]
          given += 1
        }
        if bonds[place].contains(.receives) {
          weights[place] += pairWeights[Int(incomingPairs[received])]
          received += 1
        }
      }
    }
    return weights
  }
}

internal import KnowledgeNetworks

/// How two actors are tied, seen from the first.
struct Bond: OptionSet, Sendable {
  let rawValue: UInt8

  static let gives = Bond(rawValue: 1)
  static let receives = Bond(rawValue: 2)
  static let mutual: Bond = [.gives, .receives]

  /// The same bond seen from the second.
  var reversed: Bond { Bond(rawValue: (rawValue >> 1) | ((rawValue & 1) << 1)) }
}

/// Whom each actor is tied to in either direction, once each and ascending, with the bond.
struct Contacts: Sendable {
  let rows: CompressedRows
  /// By entry.
  let bonds: [Bond]
  private static let block = 4_096

  /// Merges both rows of every actor.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork, workers: Workers = Workers(threads: 1)) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(network.actorCount + 1)
    var partners = [UInt32](largeCapacity: 2 * network.pairCount)
    var bonds = [Bond](largeCapacity: 2 * network.pairCount)
    workers.finishEach(of: (network.actorCount + Self.block - 1) / Self.block) { block in
      network.mergedRows(block * Self.block..<min(network.actorCount, (block + 1) * Self.block))
    } commit: { _, part in
      let first = UInt32(partners.count)
      starts.append(contentsOf: part.ends.lazy.map { first + $0 })
      partners.append(contentsOf: part.partners)
      bonds.append(contentsOf: part.bonds)
    }
    rows = CompressedRows(starts: starts, partners: partners)
    self.bonds = bonds
  }

  var actorCount: Int { rows.starts.count - 1 }

  /// Where an actor's contacts stand.
  subscript(actor: Int) -> Range<Int> { rows.range(of: actor) }
}

extension KnowledgeNetwork {
  /// Merges receivers and givers of a stretch of actors.
  fileprivate func mergedRows(_ actors: Range<Int>) -> (ends: [UInt32], partners: [UInt32], bonds: [Bond]) {
    var (ends, bonds) = ([UInt32](), [Bond]())
    ends.reserveCapacity(actors.count)
    let most = [outgoing, incoming].reduce(0) { $0 + Int($1.starts[actors.upperBound] - $1.starts[actors.lowerBound]) }
    guard most > 0 else { return (actors.map { _ in 0 }, [], []) }
    let partners = [UInt32](unsafeUninitializedCapacity: most) { partners, count in
      bonds = [Bond](unsafeUninitializedCapacity: most) { bonds, bondCount in
        outgoing.partners.withUnsafeBufferPointer { outgoing in
          incoming.partners.withUnsafeBufferPointer { incoming in
            for actor in actors {
              let receivers = outgoing[self.outgoing.range(of: actor)]
              let givers = incoming[self.incoming.range(of: actor)]
              count = merge(receivers, givers, into: partners, bonds, at: count)
              ends.append(UInt32(count))
            }
          }
        }
        bondCount = count
      }
    }
    return (ends, partners, bonds)
  }

  /// - Returns: Where the next row begins.
  @inline(__always)
  private func merge(
    _ receivers: Slice<UnsafeBufferPointer<UInt32>>, _ givers: Slice<UnsafeBufferPointer<UInt32>>,
    into partners: UnsafeMutableBufferPointer<UInt32>, _ bonds: UnsafeMutableBufferPointer<Bond>, at start: Int
  ) -> Int {
    var (receiver, giver, next) = (receivers.startIndex, givers.startIndex, start)
    while receiver < receivers.endIndex, giver < givers.endIndex {
      let (left, right) = (receivers[receiver], givers[giver])
      // Numbers, not branches: which row goes on is as good as chance.
      let (gives, receives) = (left <= right ? 1 : 0, right <= left ? 1 : 0)
      partners.initializeElement(at: next, to: min(left, right))
      bonds.initializeElement(at: next, to: Bond(rawValue: UInt8(gives | receives << 1)))
      (receiver, giver, next) = (receiver + gives, giver + receives, next + 1)
    }
    for partner in receivers[receiver...] {
      partners.initializeElement(at: next, to: partner)
      bonds.initializeElement(at: next, to: .gives)
      next += 1
    }
    for partner in givers[giver...] {
      partners.initializeElement(at: next, to: partner)
      bonds.initializeElement(at: next, to: .receives)
      next += 1
    }
    return next
  }
}

extension Contacts {
  /// What went between each actor and its contacts in both directions, by entry; a tie counts as one unless weights were
  /// declared to be strengths.
  func mutualWeights(in network: KnowledgeNetwork, workers: Workers) -> [Double] {
    [Double](large: bonds.count) { weights in
      // Each entry is written by whoever has its row.
      nonisolated(unsafe) let weights = weights
      workers.finishEach(
        of: (actorCount + Self.block - 1) / Self.block,
        compute: { block in
          for actor in block * Self.block..<min(actorCount, (block + 1) * Self.block) {
            weigh(actor, in: network, network.strengths, into: weights)
          }
        })
    }
  }

  private func weigh(
    _ actor: Int, in network: KnowledgeNetwork, _ strengths: [Double]?, into weights: UnsafeMutableBufferPointer<Double>
  ) {
    guard let strengths, let pairs = network.incomingPairs else {
      for place in self[actor] { weights.initializeElement(at: place, to: bonds[place] == .mutual ? 2 : 1) }
      return
    }
    var given = network.outgoing.range(of: actor).lowerBound
    var received = network.incoming.range(of: actor).lowerBound
    for place in self[actor] {
      var weight = 0.0
      if bonds[place].contains(.gives) {
        weight += strengths[given]
        given += 1
      }
      if bonds[place].contains(.receives) {
        weight += strengths[Int(pairs[received])]
        received += 1
      }
      weights.initializeElement(at: place, to: weight)
    }
  }
}

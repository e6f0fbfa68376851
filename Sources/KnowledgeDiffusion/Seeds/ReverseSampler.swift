internal import KnowledgeNetworks

/// Draws who would reach an actor: a root drawn at random, and everyone from whom live ties lead to it.
///
/// Borgs & al. (2014), [doi:10.1137/1.9781611973402.70](https://doi.org/10.1137/1.9781611973402.70). Sample *i* depends on
/// the seed and *i* alone. Each tie met is drawn once, for a member's givers are looked at once; chances are whole numbers
/// of 2⁻⁵³.
struct ReverseSampler: Sendable {
  private enum Draws {
    /// One chance for all, one a receiver or one an entry of the rows of givers: by how much each moves on.
    case chances([UInt64], receiverStep: Int, entryStep: Int)
    /// Each actor listens to one giver; the upper ends of the givers' shares.
    case oneGiver([Double])
  }

  private let incoming: CompressedRows
  private let draws: Draws
  private let seed: UInt64

  init(_ ties: LiveTies, seed: UInt64) {
    precondition(ties.isGone == nil, "samples are drawn of whole networks")
    incoming = ties.incoming
    self.seed = seed
    switch ties.rule {
    case .oneGiver(let bounds): draws = .oneGiver(bounds)
    case .eachByItself(let chances):
      if let shared = chances.constant {
        draws = .chances([ChanceThreshold(shared).bits], receiverStep: 0, entryStep: 0)
      } else {
        let entries = ties.places.map { ChanceThreshold(chances[Int($0)]).bits }
        if let receivers = Self.receivers(entries, incoming) {
          draws = .chances(receivers, receiverStep: 1, entryStep: 0)
        } else {
          draws = .chances(entries, receiverStep: 0, entryStep: 1)
        }
      }
    }
  }

  var actorCount: Int { incoming.starts.count - 1 }

  /// One chance a receiver; `nil` where an actor's givers differ.
  private static func receivers(_ entries: [UInt64], _ incoming: CompressedRows) -> [UInt64]? {
    var chances: [UInt64] = []
    for receiver in 0..<incoming.starts.count - 1 {
      let row = entries[incoming.range(of: receiver)]
      guard row.allSatisfy({ $0 == row.first }) else { return nil }
      chances.append(row.first ?? .max)
    }
    return chances
  }

  /// Draws samples in order.
  ///
  /// Roots are drawn by the upper half of a product of 128 bits: some actors are likelier than others by one in 2⁶⁴ / *n*.
  func draw(_ samples: Range<Int>, with stamps: inout VisitStamps) -> ReverseSampleBlock {
    var block = ReverseSampleBlock()
    incoming.starts.withUnsafeBufferPointer { starts in
      incoming.partners.withUnsafeBufferPointer { partners in
        switch draws {
        case .chances(let chances, let receiverStep, let entryStep):
          chances.withUnsafeBufferPointer { chances in
            let dice = TieDice(
              starts: starts, partners: partners, chances: chances, receiverStep: receiverStep, entryStep: entryStep)
            draw(samples, dice, &stamps, &block)
          }
        case .oneGiver(let bounds):
          bounds.withUnsafeBufferPointer { bounds in
            draw(samples, GiverDice(starts: starts, partners: partners, bounds: bounds), &stamps, &block)
          }
        }
      }
    }
    return block
  }

  @inline(__always)
  private func draw(
    _ samples: Range<Int>, _ dice: some ReverseDice, _ stamps: inout VisitStamps, _ block: inout ReverseSampleBlock
  ) {
    var members: [UInt32] = []
    for sample in samples {
      let key = ChanceHash.key(seed, UInt64(sample))
      var place: UInt64 = 1
      let root = UInt32(truncatingIfNeeded: ChanceHash.word(key, 0).multipliedFullWidth(by: UInt64(actorCount)).high)
      let first = members.count
      members.append(root)
      dice.givers(to: Int(root), key, &place) { members.append($0) }
      if members.count == first + 1 {
        members.removeLast()
        block.singles.append(root)
        continue
      }
      stamps.begin()
      for member in members[first...] { _ = stamps.visit(Int(member)) }
      var next = first + 1
      while next < members.count {
        dice.givers(to: Int(members[next]), key, &place) { giver in
          if stamps.visit(Int(giver)) { members.append(giver) }
        }
        next += 1
      }
      block.ends.append(UInt32(members.count))
    }
    block.members = members
  }
}

/// Samples drawn together.
///
/// Those of a single member are kept apart, for they need no more than to be counted.
struct ReverseSampleBlock: Sendable {
  /// The roots of samples without other members.
  var singles: [UInt32] = []
  /// The members of all other samples, one sample after the other.
  var members: [UInt32] = []
  var ends: [UInt32] = []

  func members(of sample: Int) -> ArraySlice<UInt32> {
    members[Int(sample == 0 ? 0 : ends[sample - 1])..<Int(ends[sample])]
  }
}

private protocol ReverseDice {
  /// Calls with each giver whose tie to the actor is alive; `place` is how many numbers of the key are used.
  func givers(to actor: Int, _ key: UInt64, _ place: inout UInt64, _ body: (UInt32) -> Void)
}

private struct TieDice: ReverseDice {
  let starts: UnsafeBufferPointer<UInt32>
  let partners: UnsafeBufferPointer<UInt32>
  let chances: UnsafeBufferPointer<UInt64>
  let receiverStep: Int
  let entryStep: Int

  @inline(__always)
  func givers(to actor: Int, _ key: UInt64, _ place: inout UInt64, _ body: (UInt32) -> Void) {
    for entry in Int(starts[actor])..<Int(starts[actor + 1]) {
      if ChanceHash.word(key, place) >> 11 < chances[actor &* receiverStep &+ entry &* entryStep] {
        body(partners[entry])
      }
      place &+= 1
    }
  }
}

private struct GiverDice: ReverseDice {
  let starts: UnsafeBufferPointer<UInt32>
  let partners: UnsafeBufferPointer<UInt32>
  let bounds: UnsafeBufferPointer<Double>

  @inline(__always)
  func givers(to actor: Int, _ key: UInt64, _ place: inout UInt64, _ body: (UInt32) -> Void) {
    let drawn = ChanceHash.unit(key, place)
    place &+= 1
    let end = Int(starts[actor + 1])
    let entry = (Int(starts[actor])..<end).partitioningIndex { !(bounds[$0] <= drawn) }
    if entry < end { body(partners[entry]) }
  }
}

internal import KnowledgeNetworks

/// Draws which pair of partners meets next, each as likely as any other, and notices when a look is due whether any of
/// them has still something to exchange.
struct MeetingDraw: Sendable {
  private let pairCount: Int
  var generator = SeededGenerator(seed: 0)
  /// How many meetings in a row came to nothing.
  private var idleMeetings = 0

  init(pairCount: Int) { self.pairCount = pairCount }

  mutating func begin(_ chance: RunChance) {
    generator = SeededGenerator(seed: chance.seed, stream: UInt64(truncatingIfNeeded: chance.run))
    idleMeetings = 0
  }

  /// Whether so many came to nothing that it may be more than bad draws; looking is as dear as they were.
  var mayBeOver: Bool { idleMeetings >= pairCount }

  mutating func next() -> Int { generator.below(pairCount) }

  mutating func note(_ meeting: Meeting) -> Meeting {
    idleMeetings = meeting == .nothing ? idleMeetings + 1 : 0
    return meeting
  }
}

internal import KnowledgeNetworks

/// The ties of a survey's network that are there for the first time in the same wave, as rows of receivers, ascending.
struct TieCohort: Sendable {
  /// What is drawn of so many ties comes from one stream of chance.
  static let blockSize = 16_384

  let firstWave: Int
  let rowStarts: [UInt32]
  let receivers: [UInt32]
  /// The last wave in which each tie is there; empty where its first is the last of the survey.
  let lastWaves: [UInt8]

  /// Draws how long each tie lasts.
  init(
    firstWave: Int, rowStarts: [UInt32], receivers: [UInt32], design: SurveyDesign, workers: Workers
  ) throws(BuzzlineError) {
    (self.firstWave, self.rowStarts, self.receivers) = (firstWave, rowStarts, receivers)
    guard firstWave + 1 < design.waveCount else {
      lastWaves = []
      return
    }
    // A tie is there in all waves up to which its share of ties lasts.
    let lasting = (1..<design.waveCount - firstWave).map { waves in
      (0..<waves).reduce(1.0) { share, _ in share * design.persistence }
    }
    lastWaves = try workers.joined(
      over: receivers.count, by: Self.blockSize, work: "following ties", scratch: {}
    ) { (_: inout Void, ties) in
      var generator = Self.nature(ofTiesFrom: ties.lowerBound, firstWave: firstWave, design: design)
      return ties.map { _ in
        let share = TieNature(by: design, &generator).share
        return UInt8(firstWave + lasting.prefix { share < $0 }.count)
      }
    }
  }

  /// The chance that decides what ties from the first of a block on are about and how long they last.
  private static func nature(ofTiesFrom first: Int, firstWave: Int, design: SurveyDesign) -> SeededGenerator {
    SeededGenerator(seed: design.seed, stream: Purpose.ties.stream(firstWave << 32 | first / blockSize))
  }

  func nature(ofTiesFrom first: Int, design: SurveyDesign) -> SeededGenerator {
    Self.nature(ofTiesFrom: first, firstWave: firstWave, design: design)
  }

  /// The ties of a giver.
  func row(of giver: Int) -> Range<Int> { Int(rowStarts[giver])..<Int(rowStarts[giver + 1]) }

  func isThere(_ tie: Int, in wave: Int) -> Bool {
    wave >= firstWave && (lastWaves.isEmpty || wave <= Int(lastWaves[tie]))
  }

  /// Whether a pair is tied in the first wave of these ties.
  func ties(_ giver: Int, to receiver: Int) -> Bool {
    let row = row(of: giver)
    let place = row.partitioningIndex { receivers[$0] >= receiver }
    return place < row.upperBound && receivers[place] == receiver
  }
}

/// What a tie is about and how long it lasts, as its stream of chance says; neither changes from wave to wave.
struct TieNature {
  let topic: String?
  let channel: String?
  /// It lasts as long as more than this share of ties does.
  let share: Double

  init(by design: SurveyDesign, _ generator: inout SeededGenerator) {
    topic = generator.word(of: design.topics)
    channel = generator.word(of: design.channels)
    share = generator.unit()
  }
}

extension SeededGenerator {
  fileprivate mutating func word(of words: [String]) -> String? { words.isEmpty ? nil : words[below(words.count)] }
}

/// The words of topics, channels and waves, numbered in the order of the words.
struct LayerWords {
  private let topics: [String]
  private let channels: [String]
  private let waves: [String]
  private let numbers: (topics: [String: UInt32], channels: [String: UInt32], waves: [String: UInt32])

  /// Collects the words and checks every tie on the way.
  init(of ties: some Sequence<Tie>, among actors: [NetworkActor]) throws(BuzzlineError) {
    var found: (topics: Set<String>, channels: Set<String>, waves: Set<String>) = ([], [], [])
    for tie in ties {
      try Self.check(tie, among: actors)
      if let topic = tie.topic { found.topics.insert(topic) }
      if let channel = tie.channel { found.channels.insert(channel) }
      if let wave = tie.wave { found.waves.insert(wave) }
    }
    topics = found.topics.sorted(by: NaturalOrder.precedes)
    channels = found.channels.sorted(by: NaturalOrder.precedes)
    waves = found.waves.sorted(by: NaturalOrder.precedes)
    numbers = (Self.number(topics), Self.number(channels), Self.number(waves))
  }

  var areStated: Bool { !(topics.isEmpty && channels.isEmpty && waves.isEmpty) }

  func record(of tie: Tie) -> TieRecord {
    TieRecord(
      source: UInt32(tie.source), target: UInt32(tie.target),
      wave: tie.wave.flatMap { numbers.waves[$0] } ?? 0, topic: tie.topic.flatMap { numbers.topics[$0] } ?? 0,
      channel: tie.channel.flatMap { numbers.channels[$0] } ?? 0, weight: tie.weight)
  }

  func layers(of records: [TieRecord], pairStarts: [UInt32]) -> TieLayers {
    TieLayers(
      starts: pairStarts + [UInt32(records.count)], weights: records.map(\.weight),
      topics: LayerColumn(words: topics, codes: records.map(\.topic)),
      channels: LayerColumn(words: channels, codes: records.map(\.channel)),
      waves: LayerColumn(words: waves, codes: records.map(\.wave)))
  }

  private static func number(_ words: [String]) -> [String: UInt32] {
    Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, UInt32($0 + 1)) })
  }

  static func check(_ tie: Tie, among actors: [NetworkActor]) throws(BuzzlineError) {
    for end in [tie.source, tie.target] where !actors.indices.contains(end) {
      throw BuzzlineError(
        .actorOutOfRange, "A tie names actor number \(end), but the roster has \(actors.count) actors.")
    }
    let source = Place(actor: actors[tie.source].id)
    guard tie.source != tie.target else {
      throw BuzzlineError(
        .selfTie, at: source, "'\(actors[tie.source].id)' is tied to itself; knowledge moves between two actors.")
    }
    guard tie.weight.isFinite, tie.weight > 0 else {
      throw BuzzlineError(
        .invalidWeight, at: source,
        "The tie from '\(actors[tie.source].id)' to '\(actors[tie.target].id)' weighs \(tie.weight); "
          + "a weight is a positive number.")
    }
  }
}

extension KnowledgeNetwork {
  /// Makes a network.
  ///
  /// The order of the ties is without effect. Ties that agree in everything but weight stay two ties of one
  /// connected pair.
  ///
  /// - Parameters:
  ///   - actors: The roster; its order is the order of all scores.
  ///   - ties: Ties between roster positions.
  ///   - isDirected: Whether knowledge went only from source to target.
  ///   - weightMeaning: What the weights say.
  /// - Throws: ``NetworkError`` if an identifier occurs twice, a tie joins an actor to itself or to a position that
  ///   does not exist, a weight is not positive and finite, or there are more actors or ties than 32 bits can number.
  /// - Complexity: O(*n* + *m* log *m*) time and O(*n* + *m*) space for *n* actors and *m* ties.
  public init(
    actors: [Actor], ties: some Sequence<Tie>, isDirected: Bool = true, weightMeaning: WeightMeaning = .none
  ) throws(NetworkError) {
    // The ties are gone through twice, which a sequence need not bear; of an array this makes no copy.
    let ties = Array(ties)
    let positions = try Self.positions(of: actors)
    let words = try LayerWords(of: ties, among: actors)
    var records: [TieRecord] = []
    records.reserveCapacity(ties.underestimatedCount * (isDirected ? 1 : 2))
    for tie in ties {
      let record = words.record(of: tie)
      records.append(record)
      if !isDirected { records.append(record.turned) }
    }
    try Self.checkLimits(actors: actors.count, ties: records.count)
    records.sort()
    self.init(
      actors: actors, positions: positions, isDirected: isDirected, weightMeaning: weightMeaning,
      sorted: records, words: words)
  }

  private init(
    actors: [Actor], positions: [String: UInt32], isDirected: Bool, weightMeaning: WeightMeaning,
    sorted records: [TieRecord], words: LayerWords
  ) {
    var pairStarts: [UInt32] = []
    for position in records.indices
    where position == 0 || !records[position].joinsSamePair(as: records[position - 1]) {
      pairStarts.append(UInt32(position))
    }
    let weights = pairStarts.indices.map { pair in
      let end = pair + 1 < pairStarts.count ? Int(pairStarts[pair + 1]) : records.count
      return records[Int(pairStarts[pair])..<end].reduce(0) { $0 + $1.weight }
    }
    let sources = pairStarts.lazy.map { records[Int($0)].source }
    let outgoing = CompressedRows(
      starts: CompressedRows.starts(counting: sources, actors: actors.count),
      partners: pairStarts.map { records[Int($0)].target })
    self.actors = actors
    self.isDirected = isDirected
    self.weightMeaning = weightMeaning
    self.outgoing = outgoing
    (incoming, incomingPairs) = outgoing.mirrored()
    pairWeights = weights.allSatisfy { $0 == 1 } ? nil : weights
    let areLayered = words.areStated || pairStarts.count < records.count
    layers = areLayered ? words.layers(of: records, pairStarts: pairStarts) : nil
    self.positions = positions
    places = ActorPlaces(of: actors)
  }

  /// Refuses what 32-bit positions cannot number.
  static func checkLimits(actors: Int, ties: Int) throws(NetworkError) {
    let limit = Int(UInt32.max)
    guard actors <= limit, ties <= limit else {
      throw NetworkError(
        .tooLarge, "A network holds at most \(limit) actors and as many ties; here are \(actors) and \(ties).")
    }
  }

  private static func positions(of actors: [Actor]) throws(NetworkError) -> [String: UInt32] {
    try checkLimits(actors: actors.count, ties: 0)
    var positions: [String: UInt32] = [:]
    positions.reserveCapacity(actors.count)
    for (position, actor) in actors.enumerated() {
      guard positions.updateValue(UInt32(position), forKey: actor.id) == nil else {
        throw NetworkError(
          .duplicateActor, at: Place(actor: actor.id), "Two actors carry the identifier '\(actor.id)'.")
      }
    }
    return positions
  }
}

/// A tie while the network is being built.
struct TieRecord: Comparable {
  var source: UInt32
  var target: UInt32
  var wave: UInt32
  var topic: UInt32
  var channel: UInt32
  var weight: Double

  /// The same tie seen from its target.
  var turned: TieRecord {
    var turned = self
    swap(&turned.source, &turned.target)
    return turned
  }

  func joinsSamePair(as other: TieRecord) -> Bool { source == other.source && target == other.target }

  /// A total order, so that sums of weights do not depend on the order of the input.
  static func < (left: TieRecord, right: TieRecord) -> Bool {
    (left.source, left.target, left.wave, left.topic, left.channel, left.weight)
      < (right.source, right.target, right.wave, right.topic, right.channel, right.weight)
  }
}

/// The words of topics, channels and waves, numbered in the order of the words.
struct LayerWords {
  private let topics: [String]
  private let channels: [String]
  private let waves: [String]
  private let numbers: (topics: [String: UInt32], channels: [String: UInt32], waves: [String: UInt32])

  /// Collects the words and checks every tie on the way.
  init(of ties: some Sequence<Tie>, among actors: [Actor]) throws(NetworkError) {
    var found: (topics: Set<String>, channels: Set<String>, waves: Set<String>) = ([], [], [])
    for tie in ties {
      try Self.check(tie, among: actors)
      if let topic = tie.topic { found.topics.insert(topic) }
      if let channel = tie.channel { found.channels.insert(channel) }
      if let wave = tie.wave { found.waves.insert(wave) }
    }
    topics = found.topics.sorted()
    channels = found.channels.sorted()
    waves = found.waves.sorted()
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

  private static func check(_ tie: Tie, among actors: [Actor]) throws(NetworkError) {
    for end in [tie.source, tie.target] where !actors.indices.contains(end) {
      throw NetworkError(
        .actorOutOfRange, "A tie names actor number \(end), but the roster has \(actors.count) actors.")
    }
    let source = Place(actor: actors[tie.source].id)
    guard tie.source != tie.target else {
      throw NetworkError(
        .selfTie, at: source, "'\(actors[tie.source].id)' is tied to itself; knowledge moves between two actors.")
    }
    guard tie.weight.isFinite, tie.weight > 0 else {
      throw NetworkError(
        .invalidWeight, at: source,
        "The tie from '\(actors[tie.source].id)' to '\(actors[tie.target].id)' weighs \(tie.weight); "
          + "a weight is a positive number.")
    }
  }
}

import KnowledgeNetworks

/// A network as a plain list of ties, asked by looking through all of them.
struct NaiveNetwork {
  let actorCount: Int
  let ties: [Tie]
  let isDirected: Bool

  func between(_ source: Int, _ target: Int) -> [Tie] {
    let found = ties.filter { tie in
      (tie.source == source && tie.target == target)
        || (!isDirected && tie.source == target && tie.target == source)
    }
    return Self.ordered(found.map { Self.moved($0, source, target) })
  }

  func receivers(of actor: Int) -> [Int] { (0..<actorCount).filter { !between(actor, $0).isEmpty } }
  func givers(to actor: Int) -> [Int] { (0..<actorCount).filter { !between($0, actor).isEmpty } }
  func weight(_ source: Int, _ target: Int) -> Double? {
    let found = between(source, target)
    return found.isEmpty ? nil : found.reduce(0) { $0 + $1.weight }
  }

  /// Every tie in the order a network lists them.
  var listed: [Tie] {
    Self.ordered(
      ties.map { isDirected ? $0 : Self.moved($0, min($0.source, $0.target), max($0.source, $0.target)) })
  }

  static func moved(_ tie: Tie, _ source: Int, _ target: Int) -> Tie {
    Tie(
      source: source, target: target, weight: tie.weight, topic: tie.topic, channel: tie.channel, wave: tie.wave)
  }

  /// By source, target, wave, topic, channel and weight; what is not stated sorts as a word before all others.
  static func ordered(_ ties: [Tie]) -> [Tie] {
    ties.sorted {
      ($0.source, $0.target, padded($0.wave), padded($0.topic), padded($0.channel), $0.weight)
        < ($1.source, $1.target, padded($1.wave), padded($1.topic), padded($1.channel), $1.weight)
    }
  }

  /// A word of the random networks with blanks in front, so that `2` comes before `10`.
  static func padded(_ word: String?) -> String {
    let word = word ?? ""
    return String(repeating: " ", count: 4 - word.count) + word
  }
}

/// Random networks with topics, channels, waves, weights and places.
enum RandomNetworks {
  static func actors(_ count: Int, seed: UInt64) -> [NetworkActor] {
    var generator = SeededGenerator(seed: seed, stream: 1)
    func pick(_ words: [String]) -> String? {
      let number = generator.below(words.count + 1)
      return number == words.count ? nil : words[number]
    }
    return (0..<count).map { number in
      NetworkActor(
        id: "a\(number)", kind: pick(["sme", "large_firm"]).map(ActorKind.init(rawValue:)),
        cluster: pick(["Jena", "Wels"]).map(Cluster.init(rawValue:)), region: pick(["N", "S"]),
        country: pick(["AT", "DE"]))
    }
  }

  /// Ties of 0 to 7 actors, several a pair; some networks have neither layers nor weights.
  static func ties(_ actorCount: Int, seed: UInt64) -> [Tie] {
    guard actorCount > 1 else { return [] }
    var generator = SeededGenerator(seed: seed)
    let (isLayered, isWeighted) = (generator.below(3) > 0, generator.below(2) > 0)
    func word(_ words: [String]) -> String? {
      let number = generator.below(words.count + 1)
      return isLayered && number < words.count ? words[number] : nil
    }
    return (0..<generator.below(4 * actorCount)).map { _ in
      let source = generator.below(actorCount)
      let target = (source + 1 + generator.below(actorCount - 1)) % actorCount
      return Tie(
        source: source, target: target, weight: isWeighted ? 0.1 * Double(1 + generator.below(9)) : 1,
        topic: word(["b", "a"]), channel: word(["fair", "mail"]), wave: word(["2", "1", "10"]))
    }
  }

  static let cases: [(network: KnowledgeNetwork, naive: NaiveNetwork)] = (0..<300).compactMap { number in
    let (seed, isDirected) = (UInt64(number), number % 3 > 0)
    let naive = NaiveNetwork(actorCount: number % 8, ties: ties(number % 8, seed: seed), isDirected: isDirected)
    let network = try? KnowledgeNetwork(
      actors: actors(naive.actorCount, seed: seed), ties: naive.ties, isDirected: isDirected)
    return network.map { ($0, naive) }
  }
}

internal import ArgumentParser
internal import Buzzline

/// How likely ties are to carry knowledge.
struct ChanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The chance that knowledge passes from an actor to one it is tied to, however many ties join the two; for sir, sis "
        + "and si in each step; 0.1 unless named.",
      valueName: "chance"))
  var probability: Double?
  @Option(
    help: ArgumentHelp(
      "The chance where some ties are, several times; of several ties of a pair the largest counts: local, global, regional, national, international or unknown=…, "
        + "channel:word=… or topic:word=…; all others keep --probability. Or one rule for all ties: weight (is the "
        + "chance) or weight=factor, strength=chance (of a unit of weight), givers (one over their number).",
      valueName: "ties=chance"))
  var chance: [String] = []

  func rule() throws -> ChanceRule {
    let constant = try asUsage { try IndependentCascade(probability: probability ?? 0.1).rule }
    return chance.isEmpty ? constant : try ChanceWord.rule(chance, otherwise: probability ?? 0.1)
  }

  /// As the output shows them; without the probability where one `--chance` speaks of all ties.
  func settings() throws -> [String: JSONValue] {
    var settings: [String: JSONValue] = chance.isEmpty ? [:] : ["chance": .list(chance.map { .text($0) })]
    switch try rule() {
    case .constant, .scopes, .channels, .topics: settings["probability"] = .number(probability ?? 0.1)
    case .weights, .strength, .weightedCascade: break
    }
    return settings
  }

  /// The options named, by the names their settings have.
  var named: [String] { (probability == nil ? [] : ["probability"]) + (chance.isEmpty ? [] : ["chance"]) }

  /// Says which chances named no tie of the network has.
  func sayIdle(on network: KnowledgeNetwork, _ line: ProgressLine) throws {
    for word in try ChanceWord.idle(chance, on: network) {
      StandardError.say("No tie leads there, so --chance \(word) changes nothing.", line)
    }
  }
}

/// What one `--chance` says: `local=0.2`, `channel:meeting=0.3`, `weight`.
enum ChanceWord {
  /// Ties that lead to certain places, by the word for those.
  case scope(String, Double)
  case channel(String, Double)
  case topic(String, Double)
  /// A rule for all ties.
  case every(ChanceRule)

  /// The chances of all ties by some such words; ties of which none speaks have the chance `other`.
  static func rule(_ words: [String], otherwise other: Double) throws -> ChanceRule {
    let read = try words.map { try ChanceWord($0) }
    if case .every(let rule)? = read.first, words.count == 1 { return rule }
    guard Set(read.map(\.sort)).count == 1, Set(read.map(\.name)).count == read.count,
      let sort = read.first?.sort, sort != .every
    else {
      throw ValidationError(
        "--chance takes places, channels, topics or one rule of weights, each thing once; not "
          + words.joined(separator: ", ") + " together.")
    }
    let named = Dictionary(uniqueKeysWithValues: read.map { ($0.name, $0.chance) })
    return switch sort {
    case .channel: .channels(named, otherwise: other)
    case .topic: .topics(named, otherwise: other)
    case .scope, .every: .scopes(scopes(named, otherwise: other))
    }
  }

  /// A narrower word beats a wider one: `international` beats `global`.
  private static func scopes(_ named: [String: Double], otherwise other: Double) -> [TieScope: Double] {
    var chances = Dictionary(uniqueKeysWithValues: TieScope.allScopes.map { ($0, other) })
    for (word, scopes) in places.sorted(by: { $0.scopes.count > $1.scopes.count }) {
      guard let chance = named[word] else { continue }
      for scope in scopes { chances[scope] = chance }
    }
    return chances
  }

  /// The words for where ties lead.
  private static let places: [(word: String, scopes: [TieScope])] =
    [
      ("local", [.localBuzz]), ("global", TieScope.allScopes.filter(\.isPipeline)), ("unknown", [.unknown]),
    ] + PipelineRange.allCases.map { ($0.rawValue, [.globalPipeline($0)]) }

  /// The places spoken of to which no tie of a network leads.
  static func idle(_ words: [String], on network: KnowledgeNetwork) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let found = Set(network.pairs.lazy.map { network.scope(between: $0.source, and: $0.target) })
    return try words.filter { word in
      guard case .scope(let name, _) = try ChanceWord(word) else { return false }
      return places.first { $0.word == name }?.scopes.allSatisfy { !found.contains($0) } ?? true
    }
  }
}

extension ChanceWord {
  private enum Sort { case scope, channel, topic, every }

  private init(_ word: String) throws {
    switch word {
    case "weight": self = .every(.weights())
    case "givers": self = .every(.weightedCascade)
    default:
      guard let (name, text) = word.assignment, let number = Double(text) else {
        throw ValidationError(
          "'\(word)' says no chance; --chance takes such as local=0.2, global=0.05, channel:meeting=0.3, "
            + "topic:market=0.1, weight, strength=0.1 or givers.")
      }
      self = try Self.named(name, number)
    }
  }

  private static func named(_ name: String, _ number: Double) throws -> ChanceWord {
    if name == "weight" { return .every(.weights(times: number)) }
    if name == "strength" { return .every(.strength(perUnit: number)) }
    for (prefix, word) in [("channel:", ChanceWord.channel), ("topic:", ChanceWord.topic)] where name.hasPrefix(prefix)
    {
      return word(String(name.dropFirst(prefix.count)), number)
    }
    guard places.contains(where: { $0.word == name }) else {
      let known = places.map(\.word)
      throw ValidationError(
        "Unknown ties '\(name)' in --chance; there are \(known.joined(separator: ", ")), channel:… and topic:…."
          + suggestion(for: name, in: known))
    }
    return .scope(name, number)
  }

  private var sort: Sort {
    switch self {
    case .scope: .scope
    case .channel: .channel
    case .topic: .topic
    case .every: .every
    }
  }

  private var name: String {
    switch self {
    case .scope(let name, _), .channel(let name, _), .topic(let name, _): name
    case .every: ""
    }
  }

  private var chance: Double {
    switch self {
    case .scope(_, let chance), .channel(_, let chance), .topic(_, let chance): chance
    case .every: .nan
    }
  }
}

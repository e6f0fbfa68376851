internal import ArgumentParser
internal import Buzzline
internal import KnowledgeNetworks

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

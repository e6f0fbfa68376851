internal import KnowledgeNetworks

/// The actors nearest to names that are none, by identifier and name.
struct NearestActors {
  private let actors: [NetworkActor]
  /// Identifiers and names near-equal to the names asked for.
  private let alike: [NearEqualNames.Key: [(actor: Int, text: String)]]
  /// Identifiers and names of all actors; none of them where these are too many to compare each.
  private let texts: [String]
  /// The names that may be compared with every text letter by letter.
  private let compared: Set<String>

  /// - Complexity: O(*n*) time and space for *n* actors; a name compared letter by letter takes as much again.
  init(to names: [String], among actors: [NetworkActor]) {
    self.actors = actors
    let hashes = Set(names.map(NearEqualNames.hash))
    var alike: [NearEqualNames.Key: [(Int, String)]] = [:]
    for position in actors.indices {
      let actor = actors[position]
      for text in actor.name == actor.id ? [actor.id] : [actor.id, actor.name] {
        guard hashes.contains(NearEqualNames.hash(of: text)) else { continue }
        alike[NearEqualNames.Key(text), default: []].append((position, text))
      }
    }
    self.alike = alike
    texts = actors.count <= 20_000 ? Set(actors.flatMap { [$0.id, $0.name] }).sorted() : []
    compared = Set(names.prefix(max(1, 50_000 / max(1, actors.count))))
  }

  func actor(near name: String) -> Int? {
    if let same = same(as: name) { return same.actor }
    return names(near: name).first.flatMap { near in actors.firstIndex { $0.id == near || $0.name == near } }
  }

  /// A sentence for behind that which names the unknown one; empty where nobody is near.
  func hint(for name: String) -> String {
    if let same = same(as: name) { return " " + difference(name, same) + "." }
    return compared.contains(name) ? suggestion(for: String(name.prefix(80)), in: texts) : ""
  }

  /// The same in few words, behind others.
  func shortHint(for name: String) -> String {
    if let same = same(as: name) { return "; " + difference(name, same) }
    let near = names(near: name).map { "'\($0)'" }
    return near.isEmpty ? "" : "; nearest " + near.joined(separator: ", ")
  }

  private func same(as name: String) -> (actor: Int, text: String)? {
    let key = NearEqualNames.Key(name)
    return key.isEmpty ? nil : alike[key]?.first
  }

  /// The nearest texts letter by letter, best first, at most three.
  private func names(near name: String) -> [String] {
    compared.contains(name) ? nearestNames(to: String(name.prefix(80)), in: texts) : []
  }

  private func difference(_ name: String, _ same: (actor: Int, text: String)) -> String {
    let (id, text) = (actors[same.actor].id, same.text)
    if name == text { return "'\(text.madeVisible)' is the name of the actor '\(id)'" }
    let whose = text == id ? "" : ", the name of the actor '\(id)',"
    let isNumber = name.utf8.allSatisfy { $0 &- 0x30 < 10 }
    let what =
      name.lowercased() == text.lowercased()
      ? "letter case" : isNumber ? "leading zeros" : "letter case, blanks, punctuation or legal form"
    return "'\(text.madeVisible)'\(whose) differs in \(what) only"
  }
}

internal import KnowledgeNetworks

/// Tells whom a label in a claim means: an actor, a group, or nobody known.
struct PartnerResolver {
  private let namesakes: [NormalisedName: [Int]]
  /// The groups by their spelling in small letters.
  private let groups: [String: String]

  init(_ roster: Roster) {
    let names = roster.actors.indices.map { (NormalisedName(roster.actors[$0].name), $0) }
    let shared: [ActorKind] = [.sme, .largeFirm, .researchInstitute, .clusterManagement]
    namesakes = Dictionary(grouping: names.filter { !$0.0.isEmpty }, by: \.0).mapValues { $0.map(\.1) }
    let kinds = Set(roster.actors.compactMap(\.kind)).sorted() + shared
    groups = Dictionary(kinds.map { (Self.plain($0.rawValue), $0.rawValue) }) { first, _ in first }
  }

  /// Whom a label means, in this order: identifier, alias, equal name, kind of actor in singular or plural, free text.
  ///
  /// Where no actor file settles who there is, what is neither known nor a kind becomes an actor.
  func partner(_ label: String, in roster: inout Roster) -> ClaimPartner {
    if let position = roster.position(of: label) ?? actor(named: label, in: roster) { return .actor(position) }
    if let group = group(label) { return .group(group) }
    guard !roster.isClosed, let position = roster.position(of: label, named: Place()) else { return .text(label) }
    return .actor(position)
  }

  /// The one actor of an equal name, unless somebody said it is another.
  private func actor(named label: String, in roster: Roster) -> Int? {
    guard roster.isClosed, let actors = namesakes[NormalisedName(label)], actors.count == 1 else { return nil }
    return roster.aliases.excludes(roster.actors[actors[0]].id, for: label) ? nil : actors[0]
  }

  /// The kind of actor a label names: `SME`, `large firms`, `universities`.
  private func group(_ label: String) -> String? {
    let word = Self.plain(label)
    var spellings = [word]
    if word.hasSuffix("s") { spellings.append(String(word.dropLast())) }
    if word.hasSuffix("ies") { spellings.append(word.dropLast(3) + "y") }
    return spellings.lazy.compactMap { groups[$0] }.first
  }

  private static func plain(_ word: String) -> String {
    word.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
  }
}

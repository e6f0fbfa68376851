internal import KnowledgeNetworks

/// Tells whom a label in a claim means: an actor, a group, or nobody known.
struct PartnerResolver {
  private let aliases: Aliases
  private let namesakes: [NormalisedName: [Int]]
  private let groups: Set<String>

  init(_ roster: Roster, _ aliases: Aliases) {
    let names = roster.actors.indices.map { (NormalisedName(roster.actors[$0].name), $0) }
    let shared: [ActorKind] = [.sme, .largeFirm, .researchInstitute, .clusterManagement]
    self.aliases = aliases
    namesakes = Dictionary(grouping: names.filter { !$0.0.isEmpty }, by: \.0).mapValues { $0.map(\.1) }
    groups = Set((roster.actors.compactMap(\.kind) + shared).map(\.rawValue))
  }

  /// Whom a label means, in this order: identifier, alias, equal name, kind of actor, free text.
  ///
  /// Where no actor file settles who there is, what is neither known nor a kind becomes an actor.
  func partner(
    _ label: String, in roster: inout Roster, place: @autoclosure () -> Place
  ) throws(SurveyError) -> ClaimPartner {
    if let position = roster.position(of: label) ?? aliases.actor(for: label) ?? actor(named: label, in: roster) {
      return .actor(position)
    }
    let group = ActorKind(spelling: label).rawValue
    if groups.contains(group) { return .group(group) }
    return roster.isClosed ? .text(label) : .actor(try roster.position(of: label, named: place()))
  }

  /// The one actor of an equal name, unless somebody said it is another.
  private func actor(named label: String, in roster: Roster) -> Int? {
    guard roster.isClosed, let actors = namesakes[NormalisedName(label)], actors.count == 1 else { return nil }
    return aliases.excludes(actors[0], for: label) ? nil : actors[0]
  }
}

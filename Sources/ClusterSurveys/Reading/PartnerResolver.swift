internal import KnowledgeNetworks

/// Tells whom a label in a claim means: an actor, a group, or nobody known.
struct PartnerResolver {
  private let aliases: [String: Int]
  private let distinct: [String: Set<Int>]
  private let names: [NormalisedName: [Int]]
  private let groups: Set<String>

  /// Prepares the ways a label can be understood.
  ///
  /// - Throws: `SurveyError` for an alias of an unknown actor, or two that contradict each other.
  init(_ roster: Roster, aliases file: inout StudyFile?) throws(SurveyError) {
    var aliases: [String: Int] = [:]
    var distinct: [String: Set<Int>] = [:]
    if var open = file {
      try Self.read(&open, roster, into: &aliases, &distinct)
      file = open
    }
    self.aliases = aliases
    self.distinct = distinct
    let normalised = roster.actors.indices.map { (NormalisedName(roster.actors[$0].name), $0) }
    names = Dictionary(grouping: normalised.filter { !$0.0.isEmpty }, by: \.0).mapValues { $0.map(\.1) }
    let shared: [ActorKind] = [.sme, .largeFirm, .researchInstitute, .clusterManagement]
    groups = Set((roster.actors.compactMap(\.kind) + shared).map(\.rawValue))
  }

  /// Whom a label means, in this order: identifier, alias, equal name, kind of actor, free text.
  func partner(_ label: String, in roster: inout Roster, place: @autoclosure () -> Place) throws(SurveyError)
    -> ClaimPartner
  {
    if let position = roster.position(of: label) ?? aliases[label] { return .actor(position) }
    if roster.isClosed, let namesakes = names[NormalisedName(label)], namesakes.count == 1,
      !distinct[label, default: []].contains(namesakes[0])
    {
      return .actor(namesakes[0])
    }
    let group = ActorKind(spelling: label).rawValue
    if groups.contains(group) { return .group(group) }
    return roster.isClosed ? .text(label) : .actor(try roster.position(of: label, named: place()))
  }

  private static func read(
    _ file: inout StudyFile, _ roster: Roster, into aliases: inout [String: Int], _ distinct: inout [String: Set<Int>]
  ) throws(SurveyError) {
    let label = try file.requiredColumn("label")
    let actor = try file.requiredColumn("actor")
    let decision = try file.column("decision")
    for row in 0..<file.table.rowCount {
      let text = try file.requiredText(row, label)
      let id = try file.requiredText(row, actor)
      guard let position = roster.position(of: id) else {
        throw SurveyError(
          .unknownActor, at: file.table.place(row, actor),
          "The alias '\(text)' is for '\(id)', which is no actor of the study."
            + suggestion(for: id, in: roster.actors.map(\.id)))
      }
      let isSame =
        try decision.map { column throws(SurveyError) in
          let word: AliasDecision = try file.word(row, column)
          return word == .same
        } ?? true
      if isSame
        ? distinct[text]?.contains(position) == true || (aliases[text] ?? position) != position
        : aliases[text] == position
      {
        throw SurveyError(
          .invalidValue, at: file.table.place(row, label), "What '\(text)' stands for contradicts an earlier line.")
      }
      if isSame { aliases[text] = position } else { distinct[text, default: []].insert(position) }
    }
  }
}

/// Whether a label means an actor.
private enum AliasDecision: String, CaseIterable {
  case same
  case different
}

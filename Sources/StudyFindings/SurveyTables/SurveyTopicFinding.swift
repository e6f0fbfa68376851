public import ClusterSurveys
internal import KnowledgeNetworks

/// How many respondents made information available on a topic to some kind of partner, and how many received it.
///
/// A respondent counts once in a cell, however many partners it names. It is asked about all cells of an item at once:
/// one that answered the item and names nobody in a cell has denied it; one whose answer there is missing, or that did not
/// answer in full and names nobody, does not count. A group that is named counts as a partner of that kind, words that match
/// no actor as one of a kind that is not stated. Who gives and who receives is asked of the same respondents under two
/// mirrored items, so that the two shares of a row need not be equal. The intervals are Wilson's, of respondents.
///
/// Properties: `cellsAreCountedByHand`, `theOrderOfRowsIsWithoutEffect`.
public struct SurveyTopicFinding: Finding, Hashable {
  /// What respondents of one kind say of one topic and one kind of partner.
  public struct Row: Codable, Hashable, Sendable {
    /// The wave; `nil` where the study does not tell waves apart.
    public let wave: String?
    /// The kind of the respondents.
    public let kind: SurveyCategory
    /// The topic.
    public let topic: SurveyCategory
    /// The kind of the partners.
    public let partner: SurveyCategory
    /// Those that made information available, of those whose answer is known.
    public internal(set) var shared: ObservedShare
    /// Those that received information, of those whose answer is known.
    public internal(set) var received: ObservedShare

    /// How many under an item.
    func share(of item: SurveyItem) -> ObservedShare { item == .shared ? shared : received }
  }

  /// By wave, kind, topic and partner.
  public internal(set) var rows: [Row]
  /// How many topics and kinds are left out, since more than ``SurveyCategory/mostShown`` are named.
  public let leftOut: Int

  /// A row a wave, kind of respondent, topic and kind of partner, both items side by side.
  public var table: FindingsTable {
    FindingsTable(
      "survey-topics", rows: rows,
      columns: [
        .text("wave") { $0.wave }, .category("kind") { $0.kind }, .category("topic") { $0.topic },
        .category("partner_kind") { $0.partner },
      ], TableColumn<Row>.shares("shared_") { $0.shared }, TableColumn<Row>.shares("received_") { $0.received })
  }
}

extension SurveyTopicFinding {
  /// - Returns: `nil` where nobody affirms a claim.
  /// - Complexity: O(*w* (*n* + *c*) + *r*) time and space for *w* waves, *n* actors, *c* claims and *r* rows.
  init?(of waves: [SurveyWave]) {
    let affirmed = waves.flatMap { wave in
      wave.survey.claims.lazy.filter { $0.answer == .yes }.map { claim in
        (kind: wave.survey.actors[claim.respondent].kindCategory, cell: PartnerCell(of: claim, in: wave.survey))
      }
    }
    guard !affirmed.isEmpty else { return nil }
    func shown(_ category: ((kind: SurveyCategory, cell: PartnerCell)) -> SurveyCategory) -> ([SurveyCategory], Int) {
      let shown = SurveyCategory.shown(affirmed.reduce(into: [:]) { $0[category($1), default: 0] += 1 })
      return (shown.categories, shown.leftOut)
    }
    let (kinds, topics, partners) = (shown(\.kind), shown(\.cell.topic), shown(\.cell.partner))
    rows = waves.flatMap { wave -> [Row] in
      let (shared, received) = (ItemTally(of: .shared, in: wave.survey), ItemTally(of: .received, in: wave.survey))
      return kinds.0.flatMap { kind in
        topics.0.flatMap { topic in
          partners.0.compactMap { partner in
            let cell = PartnerCell(topic: topic, partner: partner)
            let row = Row(
              wave: wave.name, kind: kind, topic: topic, partner: partner, shared: shared[cell, kind],
              received: received[cell, kind])
            return row.shared.total + row.received.total > 0 ? row : nil
          }
        }
      }
    }
    leftOut = kinds.1 + topics.1 + partners.1
  }
}

/// A topic and a kind of partner.
private struct PartnerCell: Hashable {
  var topic: SurveyCategory
  var partner: SurveyCategory

  init(topic: SurveyCategory, partner: SurveyCategory) { (self.topic, self.partner) = (topic, partner) }

  init(of claim: Claim, in survey: Survey) {
    topic = SurveyCategory(claim.topic)
    partner =
      switch claim.partner {
      case .actor(let actor): survey.actors[actor].kindCategory
      case .group(let group): .named(group)
      case .text: .unstated
      }
  }

  /// The cells a claim counts in: its own and the margins.
  var margins: [PartnerCell] {
    [topic, .all].flatMap { topic in [partner, .all].map { PartnerCell(topic: topic, partner: $0) } }
  }
}

/// Who named somebody in each cell, of whom, under one item.
private struct ItemTally {
  fileprivate struct Counts {
    var named: [SurveyCategory: Int] = [:]
    var known: [SurveyCategory: Int] = [:]
  }

  private var cells: [PartnerCell: Counts] = [:]
  /// The counts of a cell that nobody speaks of.
  private var silent = Counts()

  init(of item: SurveyItem, in survey: Survey) {
    let denies = survey.denyUnnamed(under: item)
    for (actor, denies) in zip(survey.actors, denies) where denies { silent.add(actor, isNamed: false) }
    var said: [PartnerCell: [Int: CellReport]] = [:]
    for claim in survey.claims where claim.item == item {
      for cell in PartnerCell(of: claim, in: survey).margins {
        said[cell, default: [:]][claim.respondent, default: CellReport()].add(claim)
      }
    }
    cells = said.mapValues { reports in
      reports.reduce(into: silent) { counts, said in
        let actor = survey.actors[said.key]
        if denies[said.key] { counts.remove(actor) }
        guard let answer = said.value.answer(deniesUnnamed: denies[said.key]) else { return }
        counts.add(actor, isNamed: answer)
      }
    }
  }

  subscript(cell: PartnerCell, kind: SurveyCategory) -> ObservedShare {
    let counts = cells[cell] ?? silent
    return ObservedShare(count: counts.named[kind] ?? 0, of: counts.known[kind] ?? 0)
  }
}

extension ItemTally.Counts {
  fileprivate mutating func add(_ actor: NetworkActor, isNamed: Bool) {
    for kind in [.all, actor.kindCategory] {
      known[kind, default: 0] += 1
      if isNamed { named[kind, default: 0] += 1 }
    }
  }

  fileprivate mutating func remove(_ actor: NetworkActor) {
    for kind in [.all, actor.kindCategory] { known[kind, default: 0] -= 1 }
  }
}

/// What one respondent says of a cell in all its claims there.
private struct CellReport {
  private var affirms = false
  private var isOpen = false
  private var deniesGroup = false

  mutating func add(_ claim: Claim) {
    switch claim.answer {
    case .yes: affirms = true
    case .missing: isOpen = true
    case .no: if case .group = claim.partner { deniesGroup = true }
    }
  }

  /// Whether somebody in the cell was named; `nil` where that is not known.
  func answer(deniesUnnamed: Bool) -> Bool? {
    if affirms { return true }
    return !isOpen && (deniesUnnamed || deniesGroup) ? false : nil
  }
}

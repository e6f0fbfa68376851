internal import ClusterSurveys
internal import KnowledgeNetworks

/// The answers of a made-up survey as a questionnaire collects them, before a survey tool writes them in its own way.
///
/// A row is one organisation in one wave. Each item begins with a gate, whether there was any exchange; who says yes
/// names one partner a slot, with topic and channel. Slots are as many as any answer needs. Whoever answers in full
/// leaves the slots empty that it does not need; whoever answers in part does not reach them.
struct Questionnaire: Sendable {
  /// What a column asks for.
  enum Subject: Hashable, Sendable {
    case token, name, kind, cluster, region, country, wave
    case gate(SurveyItem)
    case partner(SurveyItem)
    case topic(SurveyItem)
    case channel(SurveyItem)

    /// Whether it is answered in free text.
    var isText: Bool {
      switch self {
      case .token, .name, .cluster, .region, .country, .partner: true
      case .kind, .wave, .gate, .topic, .channel: false
      }
    }

    /// Whether it is asked once in each slot.
    var isInSlots: Bool { place > 0 }

    /// The place among the questions of an item: 0 for the gate, then partner, topic and channel; 0 for all else.
    var place: Int {
      switch self {
      case .partner: 1
      case .topic: 2
      case .channel: 3
      default: 0
      }
    }

    /// The number of the question in tools that count them, all slots of an item being one; `nil` for what is not asked.
    var questionNumber: Int? {
      switch self {
      case .gate(let item): item == .shared ? 1 : 3
      case .partner(let item), .topic(let item), .channel(let item): item == .shared ? 2 : 4
      default: nil
      }
    }
  }

  struct Column: Hashable, Sendable {
    let subject: Subject
    /// Which of the slots, from 1.
    var slot: Int?
  }

  /// What a cell holds, whatever a tool writes for it.
  enum Answer: Hashable, Sendable {
    /// The question was not reached or a filter hid it.
    case notShown
    /// It was seen and left empty.
    case unanswered
    case no, yes
    /// One of the choices, counted from 1.
    case choice(Int, label: String)
    case text(String)
  }

  struct Row: Sendable {
    let actor: Int
    let wave: Int
    let status: ResponseStatus
    /// Its place in the export, from 1.
    let number: Int

    /// Whether the questionnaire was seen to its end.
    var isFinished: Bool { status == .answered || status == .refused }
    /// Whether it was opened.
    var isBegun: Bool { isFinished || status == .partial }
  }

  let survey: SyntheticSurvey
  let wording: QuestionWording
  let rows: [Row]
  let columns: [Column]
  private let kinds: [Answer]
  private let waves: [Answer]
  private let topics: [Answer]
  private let channels: [Answer]
  /// What each row names under each item: row after row, the items in their order.
  private let named: SlotAnswers

  /// - Parameter listsUnasked: Whether those who were not asked in a wave have a row in it.
  /// - Complexity: O(*n* *w* + *c*) time and space for *n* actors, *w* waves and *c* claims.
  init(of survey: SyntheticSurvey, in wording: QuestionWording, listsUnasked: Bool) {
    (self.survey, self.wording) = (survey, wording)
    var rows: [Row] = []
    for wave in 0..<survey.design.waveCount {
      for actor in 0..<survey.network.actorCount {
        let status = survey.status(of: actor, wave: wave)
        // The rows of the first wave describe the actors; later, whoever was not reached left no trace.
        guard wave == 0 || (status != .absent && (listsUnasked || status != .notAsked)) else { continue }
        rows.append(Row(actor: actor, wave: wave, status: status, number: rows.count + 1))
      }
    }
    self.rows = rows
    let design = survey.design
    kinds = Self.choices(wording.kinds)
    waves = Self.choices((0..<design.waveCount).map { design.waveName($0) ?? "" })
    (topics, channels) = (Self.choices(design.topics), Self.choices(design.channels))
    named = SlotAnswers(of: survey, rows: rows)
    columns = Self.columns(of: survey.design, slots: named.mostSlots(rows))
  }

  private static func columns(of design: SurveyDesign, slots: Int) -> [Column] {
    let described: [Subject] = [.token, .name, .kind, .cluster, .region, .country]
    var columns = (described + (design.waveCount > 1 ? [.wave] : [])).map { Column(subject: $0) }
    for item in SurveyItem.allCases {
      columns.append(Column(subject: .gate(item)))
      for subject in subjects(ofSlotsUnder: item, design) {
        columns += (1...slots).map { Column(subject: subject, slot: $0) }
      }
    }
    return columns
  }

  /// What each slot of an item asks for.
  static func subjects(ofSlotsUnder item: SurveyItem, _ design: SurveyDesign) -> [Subject] {
    [.partner(item)] + (design.topics.isEmpty ? [] : [.topic(item)]) + (design.channels.isEmpty ? [] : [.channel(item)])
  }

  /// What a row answers.
  func answer(_ row: Row, _ column: Column) -> Answer {
    let (network, labels) = (survey.network, survey.network.labels)
    let cluster = network.cluster(of: row.actor)
    switch column.subject {
    case .token: return .text(labels.id(of: row.actor))
    case .name: return .text(labels.name(of: row.actor, kind: network.kinds[row.actor]))
    case .kind: return choices(of: .kind)[Int(network.kinds[row.actor].rawValue)]
    case .cluster: return .text(labels.cluster(cluster))
    case .region: return .text(labels.region(ofCluster: cluster))
    case .country: return .text(labels.country(ofCluster: cluster))
    case .wave: return choices(of: .wave)[row.wave]
    case .gate(let item): return gate(row, item)
    case .partner(let item), .topic(let item), .channel(let item): return slot(row, item, column)
    }
  }

  private func gate(_ row: Row, _ item: SurveyItem) -> Answer {
    switch row.status {
    case .answered: named.of(row, item).isEmpty ? .no : .yes
    case .partial: .yes
    case .refused: .unanswered
    case .notAsked, .absent, .notMember: .notShown
    }
  }

  private func slot(_ row: Row, _ item: SurveyItem, _ column: Column) -> Answer {
    guard gate(row, item) == .yes, let slot = column.slot else { return .notShown }
    let slots = named.of(row, item)
    guard slot > slots.count else {
      let named = slots[slots.startIndex + slot - 1]
      switch column.subject {
      case .topic: return named.topic.map { choices(of: column.subject)[Int($0)] } ?? .unanswered
      case .channel: return named.channel.map { choices(of: column.subject)[Int($0)] } ?? .unanswered
      default: return .text(label(of: named.partner))
      }
    }
    // Whoever breaks off without naming anybody has seen the first slot.
    return row.status == .answered || slots.isEmpty && slot == 1 ? .unanswered : .notShown
  }

  /// How many partners a row names under an item.
  func partnerCount(_ row: Row, _ item: SurveyItem) -> Int { gate(row, item) == .yes ? named.of(row, item).count : 0 }

  private func label(of partner: ClaimPartner) -> String {
    switch partner {
    case .actor(let position): survey.network.labels.id(of: position)
    case .group(let words), .text(let words): words
    }
  }

  /// The choices of a question.
  func choices(of subject: Subject) -> [Answer] {
    switch subject {
    case .kind: kinds
    case .wave: waves
    case .topic: topics
    case .channel: channels
    default: []
    }
  }

  private static func choices(_ labels: [String]) -> [Answer] {
    labels.enumerated().map { .choice($0 + 1, label: $1) }
  }

  /// What a study calls each choice of a question.
  func meanings(of subject: Subject) -> [String] {
    guard subject != .kind else { return SyntheticKind.allCases.map(\.actorKind.rawValue) }
    return choices(of: subject).map { if case .choice(_, let label) = $0 { label } else { "" } }
  }
}

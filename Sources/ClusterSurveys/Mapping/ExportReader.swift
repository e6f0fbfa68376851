internal import DataFiles
internal import KnowledgeNetworks

/// What one person answered for one actor.
struct PersonAnswers {
  /// The wave and the actor, by the numbers of their texts in the pool of the table.
  let wave: UInt32
  let actor: UInt32
  /// The row of the export, which tells persons apart.
  let row: Int
  /// The place in the order of ranks, the most senior first.
  let rank: Int
  /// When it was answered; `nil` where the export does not say.
  let day: SurveyDay?
  var claims: [MappedClaim] = []
  var statuses: [SurveyItem: ResponseStatus] = [:]
  /// The answers to questions that are not about partners.
  var answers: [MappedAnswer] = []
}

/// Reads the rows of an export: who answered for whom, what was claimed, and what became of every row and cell.
struct ExportReader {
  private let table: ExportTable
  private let items: [ItemReader]
  /// Of each item what it is about, and whether its partners are actors of a roster.
  private let asked: [(item: SurveyItem, namesRoster: Bool)]
  let questions: [QuestionReader]
  private let wave: BoundPart?
  private let date: BoundDate?
  private let actor: BoundPart
  private let rank: BoundPart?
  private let ranks: [String]?
  private let attributes: [(heading: String, part: BoundPart)]
  private let selection: RowSelection

  /// Who answered: one for each row, or one for each actor and wave where their rows are parts of one answer.
  private(set) var persons: [PersonAnswers] = []
  /// Where those stand whose rows are parts of one answer; `nil` where each row is an answer.
  private var joined: PairNumbers?
  /// Whether most rows may be read by ``readPlain(_:)``, and room for what the items say of one.
  private let arePlain: Bool
  private var plain: [PlainAnswer] = []
  /// What rows say of their actors, by heading.
  private(set) var described: [String: [String: String]] = [:]
  /// The same by the numbers of the actors.
  private var stated = Remembered<[String: String]>()
  /// The actors in the order of their first rows, with these.
  private(set) var actors: [(id: String, place: Place)] = []
  /// Actors that a roster names, whether or not they answered.
  private(set) var rosterPartners: [(id: String, place: Place)] = []
  private var rosterNames = Remembered<Bool>()
  /// What became of the cells of each item, then of each question.
  private(set) var cells: [CellCounts]
  private(set) var rowsSetAside: [String: Int] = [:]
  /// Rows that name a partner under no item, each with the partner; `nil` where no item reads partners of rows.
  private(set) var passedOver: [Int: String]?
  /// Descriptions of one actor that differ between rows; the first counts.
  private(set) var differing: [(actor: String, heading: String, place: Place)] = []

  /// - Precondition: the source says who answers.
  init?(_ source: SourceMapping, _ table: ExportTable) throws(BuzzlineError) {
    guard let actor = source.actor else { return nil }
    (self.table, joined) = (table, source.takesRowsTogether ? PairNumbers() : nil)
    var items: [ItemReader] = []
    for item in source.items { items.append(try ItemReader(item, in: table, joinsRows: source.joinsRows)) }
    self.items = items
    let statesDirections = items.contains { $0.rowsNamePartners && $0.asked.areDenied(in: table.rows, $0.item.codes) }
    for item in items { item.emptyConditionsFail = !statesDirections }
    asked = source.items.map { ($0.item, $0.partnerSort == .actor) }
    var questions: [QuestionReader] = []
    for question in source.questions { questions.append(try QuestionReader(question, in: table)) }
    self.questions = questions
    passedOver = items.contains(where: \.rowsNamePartners) ? [:] : nil
    cells = [CellCounts](repeating: CellCounts(), count: items.count + questions.count)
    wave = try source.wave?.bound(to: table)
    date = try source.date?.bound(to: table)
    self.actor = try actor.bound(to: table)
    rank = try source.combination?.ranks?.column.bound(to: table)
    ranks = source.combination?.ranks?.order
    var attributes: [(String, BoundPart)] = []
    for (heading, part) in source.attributes { attributes.append((heading, try part.bound(to: table))) }
    self.attributes = attributes
    selection = try RowSelection(keeping: source.kept, of: table)
    arePlain =
      source.takesRowsTogether && !items.isEmpty && items.allSatisfy(\.hasPlainAnswers) && questions.isEmpty
      && attributes.isEmpty && date == nil && ranks == nil
    for row in table.rows {
      if row % 16 == 0 { try BuzzlineError.checkCancellation(of: "reading") }
      try read(row)
    }
    for name in described.keys { described[name] = stated[table.pool.number(of: name)] }
  }

  private mutating func read(_ row: Int) throws(BuzzlineError) {
    if let reason = selection.reason(row: row) { return setAside(reason) }
    if arePlain, try readPlain(row) { return }
    let names = try actor.numbers(row: row)
    guard !names.isEmpty else { return setAside("no-respondent") }
    let wave = try wave?.numbers(row: row).first ?? 0
    var answers: [ItemAnswers] = []
    answers.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      let read = try item.answers(row: row)
      cells[index] = cells[index] + read.counts
      answers.append(read)
    }
    notePassedOver(row, answers)
    var answersToQuestions: [MappedAnswer] = []
    for (index, question) in questions.enumerated() {
      let read = try question.answers(row: row)
      cells[items.count + index] = cells[items.count + index] + read.counts
      answersToQuestions += read.answers
    }
    let (rank, day) = (try rank(of: row), try date?.day(row: row))
    for name in names {
      try describe(name, row)
      guard !items.isEmpty || !questions.isEmpty else { continue }
      var person = PersonAnswers(wave: wave, actor: name, row: row, rank: rank, day: day)
      for (asked, answer) in zip(asked, answers) { person.take(answer.status, of: asked.item) }
      if answers.contains(where: \.leavesUnnamed) { person.takeUnnamed(Array(zip(asked.map(\.item), answers))) }
      let place = place(of: person)
      for answer in answers { persons[place].take(answer.claims) }
      persons[place].answers += answersToQuestions
    }
    for (asked, answer) in zip(asked, answers) where asked.namesRoster {
      for claim in answer.claims { noteRoster(claim) }
    }
  }

  /// Reads a row of a long file that names one partner and whose respondent was met before, as nearly all do.
  ///
  /// - Returns: `false` where the row says anything else.
  private mutating func readPlain(_ row: Int) throws(BuzzlineError) -> Bool {
    guard let name = try actor.only(row: row), name != 0, let wave = try wave == nil ? 0 : wave?.only(row: row),
      let place = joined?.find(wave, name)
    else { return false }
    plain.removeAll(keepingCapacity: true)
    var isAsked = false
    for item in items {
      guard let answer = try item.plainAnswer(row: row) else { return false }
      plain.append(answer)
      if case .claim = answer { isAsked = true }
    }
    guard isAsked else { return false }
    for index in items.indices {
      switch plain[index] {
      case .claim(let claim):
        cells[index].ties += 1
        persons[place].claims.append(claim)
        if asked[index].namesRoster { noteRoster(claim) }
      case .unasked: cells[index].ignored += 1
      }
    }
    return true
  }

  /// Where a person stands of whom a row tells, who comes to stand there if the row is no part of an earlier answer.
  private mutating func place(of person: PersonAnswers) -> Int {
    let known = persons.count
    let place = joined?.number(of: person.wave, person.actor) ?? known
    if place < known {
      for (item, status) in person.statuses { persons[place].take(status, of: item) }
      return place
    }
    persons.append(person)
    return place
  }

  /// Notes a partner of whom the roster was not known to have it.
  private mutating func noteRoster(_ claim: MappedClaim) {
    guard rosterNames[claim.partner] == nil else { return }
    rosterNames[claim.partner] = true
    rosterPartners.append((table.pool[claim.partner], table.sheet.place(claim.cell)))
  }

  /// Notes a row that names a partner under no item.
  private mutating func notePassedOver(_ row: Int, _ answers: [ItemAnswers]) {
    guard let place = answers.firstIndex(where: \.passesOver) else { return }
    let isRead = zip(items, answers).contains { $0.rowsNamePartners && $1.isAsked }
    guard !isRead else { return }
    let partner = items[place].partnerText(row: row)
    passedOver?[row] = partner
  }

  private mutating func setAside(_ reason: String) { rowsSetAside[reason, default: 0] += 1 }

  private func rank(of row: Int) throws(BuzzlineError) -> Int {
    guard let order = ranks else { return 0 }
    let text = try rank?.text(row: row)
    return text.flatMap(order.firstIndex) ?? order.count
  }

  private mutating func describe(_ name: UInt32, _ row: Int) throws(BuzzlineError) {
    if stated[name] == nil {
      actors.append((table.pool[name], table.sheet.place(row)))
      stated[name] = [:]
      described[table.pool[name]] = [:]
    }
    for (heading, part) in attributes {
      guard let text = try part.text(row: row) else { continue }
      if let first = stated[name]?[heading] {
        if first != text { differing.append((table.pool[name], heading, table.sheet.place(row))) }
      } else {
        stated[name]?[heading] = text
      }
    }
  }
}

extension PersonAnswers {
  fileprivate mutating func take(_ more: [MappedClaim]) {
    if claims.isEmpty { claims = more } else { claims += more }
  }

  /// Takes what a row says that should name a partner and does not: whoever is unnamed is not denied.
  ///
  /// It says nothing where it names somebody else under the item, or states that there is nobody.
  fileprivate mutating func takeUnnamed(_ answers: [(item: SurveyItem, said: ItemAnswers)]) {
    for item in SurveyItem.allCases {
      let own = answers.filter { $0.item == item }.map(\.said)
      guard own.contains(where: \.leavesUnnamed), !own.contains(where: \.namesNobody) else { continue }
      guard !own.contains(where: { !$0.claims.isEmpty }), [nil, .answered].contains(statuses[item]) else { continue }
      statuses[item] = .partial
    }
  }

  /// Takes the state of one of several questions about the same item, or of one of several rows: what is answered in
  /// part is no full answer.
  mutating func take(_ status: ResponseStatus?, of item: SurveyItem) {
    guard let status else { return }
    statuses[item] = statuses[item].map { $0.joined(with: status) } ?? status
  }
}

extension ResponseStatus {
  /// Whether it tells of an answer, rather than of belonging to the study.
  var isOfAnswer: Bool { [.answered, .partial, .notAsked, .refused].contains(self) }

  /// The state of an item of which one part has this state and another that one.
  func joined(with other: ResponseStatus) -> ResponseStatus {
    if self == other { return self }
    return isAnswered || other.isAnswered ? .partial : .refused
  }
}

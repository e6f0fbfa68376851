internal import ClusterSurveys
internal import KnowledgeNetworks

extension SurveyTables {
  /// The tables without cells behind which fewer than some stand, and without those from which these could be computed.
  ///
  /// What is withheld is gone from the values themselves, so that whatever shows them shows nothing of it: the number,
  /// those of whom it is one, their share and its interval. ``CellTable`` defines how it is found; what is ordered
  /// (means, medians) is withheld of a question with an answer withheld, for a mean and a sum give two answers away. A test
  /// is left out if fewer than the least number took part in it.
  ///
  /// - Parameter least: The least number that is shown; at least 2.
  func suppressed(below least: Int) -> SurveyTables {
    var tables = self
    var tally = CellSuppression(least: least)
    tables.withholdTopicsAndKinds(&tally)
    tables.withholdChannels(&tally)
    if let rows = tables.ties?.rows { tables.ties?.rows = Self.suppressed(rows, &tally) }
    if let rows = tables.items?.rows { tables.items?.rows = Self.suppressed(rows, &tally) }
    let kept = tests.filter { $0.test.size >= least }
    tally.small += tests.count - kept.count
    tables.tests = kept
    tables.suppression = tally
    return tables
  }

  /// Topics, and the groups that are named, which count the same respondents where nobody names an actor.
  private mutating func withholdTopicsAndKinds(_ tally: inout CellSuppression) {
    let (topics, kinds) = (topics?.rows ?? [], kinds?.rows ?? [])
    let items = SurveyItem.allCases
    let shares = topics.flatMap { row in items.map { row.share(of: $0) } } + kinds.map(\.named)
    var table = CellTable(shares.map { ($0.count, $0.total) }, least: tally.least)
    let ofTopics = topics.indices.flatMap { row in items.indices.map { item in (row: row, item: item) } }
    let lines = CellTable.lines(of: ofTopics, byKind: { topics[$0.row].kind }) { cell in
      [.text(topics[cell.row].wave), .of(topics[cell.row].topic), .of(topics[cell.row].partner), .text("\(cell.item)")]
    }
    var companions: [Int: [Int]] = [:]
    for (place, row) in kinds.enumerated() {
      let twin = ofTopics.firstIndex { cell in
        let topic = topics[cell.row]
        return topic.wave == row.wave && topic.kind == row.kind && topic.topic == .all
          && topic.partner == .named(row.group) && (items[cell.item] == .shared) == row.isShared
      }
      guard let twin else { continue }
      companions[twin, default: []].append(ofTopics.count + place)
      companions[ofTopics.count + place, default: []].append(twin)
    }
    table.close(lines, companions: companions)
    for (place, cell) in ofTopics.enumerated() where table.cells[place].isWithheld {
      if items[cell.item] == .shared {
        self.topics?.rows[cell.row].shared = .withheld
      } else {
        self.topics?.rows[cell.row].received = .withheld
      }
    }
    for place in kinds.indices where table.cells[ofTopics.count + place].isWithheld {
      self.kinds?.rows[place].named = .withheld
    }
    tally.add(table)
  }

  /// Channels; the ties of each kind add up over channels too.
  private mutating func withholdChannels(_ tally: inout CellSuppression) {
    guard let channels else { return }
    let rows = channels.rows
    var table = CellTable(rows.map { ($0.respondents.count, $0.respondents.total) }, least: tally.least)
    let overChannels = Dictionary(grouping: rows.indices) { [CellKey.text(rows[$0].wave), .of(rows[$0].kind)] }
      .sorted { $0.value[0] < $1.value[0] }.map { CellTable.Line(cells: $0.value) }
    table.close(
      CellTable.lines(of: Array(rows.indices), byKind: { rows[$0].kind }) {
        [.text(rows[$0].wave), .text(rows[$0].channel)]
      } + overChannels)
    for place in rows.indices where table.cells[place].isWithheld {
      self.channels?.rows[place].respondents = .withheld
      self.channels?.rows[place].ties = 0
      self.channels?.rows[place].allTies = 0
    }
    let hidden = Set(
      rows.indices.filter { table.cells[$0].isWithheld && rows[$0].kind == .all }.map {
        [rows[$0].wave, rows[$0].channel]
      })
    self.channels?.largest.removeAll { hidden.contains([$0.wave, $0.channel]) || $0.respondents < tally.least }
    tally.add(table)
  }

  /// Answers to questions, or what is said of ties.
  private static func suppressed(_ rows: [AnswerRow], _ tally: inout CellSuppression) -> [AnswerRow] {
    var table = CellTable(rows.map { ($0.share.count, $0.share.total) }, least: tally.least)
    let all = Array(rows.indices)
    func key(_ row: Int) -> [CellKey] { [.text(rows[row].question), .text(rows[row].wave)] }
    let byKind = CellTable.lines(of: all, byKind: { rows[$0].kind }) {
      key($0) + [.of(rows[$0].range ?? .unstated), .of(rows[$0].answer)]
    }
    let byRange = CellTable.lines(of: all.filter { rows[$0].range != nil }, byKind: { rows[$0].range ?? .all }) {
      key($0) + [.of(rows[$0].kind), .of(rows[$0].answer)]
    }
    let groups = Dictionary(grouping: all) { key($0) + [.of(rows[$0].range ?? .unstated), .of(rows[$0].kind)] }
    let answers = groups.values.sorted { $0[0] < $1[0] }
    let byAnswer = answers.map { CellTable.Line(cells: $0.filter { rows[$0].answer != .all }) }
    var companions: [Int: [Int]] = [:]
    for group in answers {
      let summaries = group.filter { rows[$0].answer == .all }
      for row in group where rows[row].answer != .all { companions[row] = summaries }
    }
    table.close(byKind + byRange + byAnswer.filter { !$0.cells.isEmpty }, companions: companions)
    tally.add(table)
    return rows.enumerated().map { place, row in
      guard table.cells[place].isWithheld else { return row }
      var row = row
      (row.share, row.summary) = (.withheld, nil)
      return row
    }
  }
}

/// By what cells stand in one line.
enum CellKey: Hashable {
  case text(String?)
  case of(SurveyCategory)
}

extension CellTable {
  /// The lines of cells that differ in nothing but their kind, those of all kinds together being the sum.
  fileprivate static func lines<Place>(
    of places: [Place], byKind kind: (Place) -> SurveyCategory, within key: (Place) -> [CellKey]
  ) -> [Line] {
    let groups = Dictionary(grouping: places.indices) { key(places[$0]) }
    return groups.values.sorted { $0[0] < $1[0] }.compactMap { group in
      let parts = group.filter { kind(places[$0]) != .all }
      return parts.isEmpty ? nil : Line(cells: parts, sum: group.first { kind(places[$0]) == .all })
    }
  }
}

extension CellSuppression {
  fileprivate mutating func add(_ table: CellTable) {
    small += table.small
    complementary += table.complementary
  }

  /// How much is withheld, for the report.
  var statement: Statement? {
    Statement(
      .cellsWithheld, on: Evidence(.tableCells, small + complementary),
      """
      In the tables of what respondents say \(count: small, "cell") behind which fewer than \(count: least) stand \
      \(for: small, "is", "are") withheld, and \(count: complementary, "other") from which these could be computed.
      """)
  }
}

extension SurveyTables {
  /// What is withheld; nothing where nothing was to be.
  var suppressionBlocks: [ReportDocument.Block] {
    tables.isEmpty ? [] : [ReportDocument.Block.stating(suppression?.statement)].compactMap(\.self)
  }
}

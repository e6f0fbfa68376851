internal import DataFiles
internal import KnowledgeNetworks

/// Tells whom a label in a claim means: actors, a group, or nobody known.
struct PartnerResolver {
  private let namesakes: [NormalisedName: [Int]]
  private let kinds: KindSpellings

  init(_ roster: Roster) {
    let names = roster.actors.indices.map { (NormalisedName(roster.actors[$0].name), $0) }
    namesakes = Dictionary(grouping: names.filter { !$0.0.isEmpty }, by: \.0).mapValues { $0.map(\.1) }
    kinds = KindSpellings(of: roster.actors)
  }

  /// Whom a label means, in this order: identifier, what was decided, equal name, kind of actor, free text.
  ///
  /// It is one partner, but for a label that was decided to name several. Where no actor file settles who there is,
  /// what is neither known nor a kind becomes an actor.
  func partners(_ label: String, in roster: inout Roster) -> [ClaimPartner] {
    if let position = roster.position(of: label) { return [.actor(position)] }
    switch roster.aliases.meaning(of: label) {
    case .nobody: return [.text(label)]
    case .group(let group): return [.group(group)]
    case .actors(let ids): return ids.compactMap { roster.position(of: $0, named: Place()).map(ClaimPartner.actor) }
    case nil: break
    }
    if let position = actor(named: label, in: roster) { return [.actor(position)] }
    if let group = kinds.kind(named: label) { return [.group(group)] }
    guard !roster.isClosed, let position = roster.position(of: label, named: Place()) else { return [.text(label)] }
    return [.actor(position)]
  }

  /// The actor that a label means where actors alone are named: by identifier, by what was decided, by an equal name.
  func actor(called label: String, in roster: Roster) -> Int? {
    if let position = roster.position(of: label) { return position }
    return roster.aliases.meaning(of: label) == nil ? actor(named: label, in: roster) : nil
  }

  /// The one actor of an equal name, unless somebody said it is another.
  private func actor(named label: String, in roster: Roster) -> Int? {
    guard roster.isClosed, let actors = namesakes[NormalisedName(label)], actors.count == 1 else { return nil }
    return roster.aliases.excludes(roster.actors[actors[0]].id, for: label) ? nil : actors[0]
  }
}

extension StudyFile {
  /// Says which partners in claims are no actors: groups and free text, each label with its lines and what was made of
  /// it; and keeps the labels that a person should look at.
  ///
  /// - Parameters:
  ///   - stated: All claims that are stated: two labels of one group make one claim, but both are named.
  ///   - places: Those among them that count.
  mutating func notePartners(
    of stated: StatedClaims, keeping places: [Int], _ roster: Roster
  ) throws(BuzzlineError) {
    let column = try headings.requiredColumn("partner")
    let found = PartnerLabels(of: stated, keeping: places, table, column, roster)
    let (groups, texts, actors, partners) = (found.groups, found.texts, found.actors, found.partners)
    func isDecided(_ label: String) -> Bool { roster.aliases.meaning(of: label) != nil }
    keepDoubtful(partners.filter { !isDecided($0.key) }, under: column) { groups[$0] ?? texts[$0] ?? actors[$0] ?? [] }
    notePartners(
      "group-partner", groups, under: column,
      message: { "Claims that name a group of actors: \($0). They are evidence about kinds and make no ties." },
      meaning: { label in
        let group = if case .group(let group) = partners[label] { group } else { label }
        return "counts as the group '\(group)'" + (isDecided(label) ? ", as was decided" : "")
      })
    guard !texts.isEmpty else { return }
    let open = texts.keys.filter { !isDecided($0) }.sorted(by: NaturalOrder.precedes)
    let nearest = NearestActors(to: open, among: roster.actors)
    notePartners(
      "text-partner", texts, under: column,
      message: { "Claims that name words of no known actor or group: \($0). They make no ties." },
      meaning: {
        "is kept as text" + (isDecided($0) ? ", as was decided" : "; " + nearest.meaning(of: $0, in: roster))
      })
  }

  /// Keeps the labels that a person should look at: all but those that are the very word for a kind.
  private mutating func keepDoubtful(
    _ partners: [String: ClaimPartner], under column: Int, rows: (String) -> [Int]
  ) {
    for (label, partner) in partners {
      if case .group(let kind) = partner, KindSpellings.isWord(label, for: kind) { continue }
      let rows = rows(label)
      let place = inThisFile(table.place(rows[0], column))
      doubtfulLabels.append(DoubtfulLabel(label: label, partner: partner, place: place, count: rows.count))
    }
  }

  private mutating func notePartners(
    _ reason: String, _ rowsOfLabels: [String: [Int]], under column: Int, message: (String) -> String,
    meaning: (String) -> String
  ) {
    guard !rowsOfLabels.isEmpty else { return }
    let table = table
    let labels = rowsOfLabels.sorted { NaturalOrder.precedes($0.key, $1.key) }
    let count = labels.reduce(0) { $0 + $1.value.count }
    let instances = labels.map { label, rows in
      let others = rows.dropFirst().lazy.map { "\(table.place($0).line ?? 0)" }
      let also = others.isEmpty ? "" : " (also in line \(others.listed(20)))"
      return Remark.Instance(
        "'\(label.madeVisible)' \(meaning(label))\(also)", at: inThisFile(table.place(rows[0], column)))
    }
    remark(reason, message("\(count) (\(labels.map(\.key).quotedList))"), instances: instances)
  }
}

/// The labels in claims that name no actor, or one by no more than an equal name, each with the rows that have it.
private struct PartnerLabels {
  private(set) var groups: [String: [Int]] = [:]
  private(set) var texts: [String: [Int]] = [:]
  private(set) var actors: [String: [Int]] = [:]
  private(set) var partners: [String: ClaimPartner] = [:]

  /// - Parameters:
  ///   - places: Which claims count; of other labels the first claim is taken.
  ///   - column: Where the labels stand.
  init(of stated: StatedClaims, keeping places: [Int], _ table: CSVTable, _ column: Int, _ roster: Roster) {
    var labels = LabelNumbers(table, column)
    var isNamed: [Bool] = []
    var arePlain = Remembered<Bool>()
    func isPlain(_ label: UInt32, _ actor: Int) -> Bool {
      if let known = arePlain[label] { return known }
      let text = labels.pool[label]
      let isPlain =
        roster.actors[actor].name == text || roster.position(of: text) != nil
        || roster.aliases.meaning(of: text) != nil
      arePlain[label] = isPlain
      return isPlain
    }
    var rows: (groups: [UInt32: [Int]], texts: [UInt32: [Int]], actors: [UInt32: [Int]]) = ([:], [:], [:])
    var meant: [UInt32: ClaimPartner] = [:]
    func take(_ place: Int) {
      let row = stated.row(place)
      let label = labels.number(row)
      while isNamed.count <= label { isNamed.append(false) }
      isNamed[Int(label)] = true
      // A plain label is the identifier, a name or an alias of an actor, whichever claim has it.
      if arePlain[label] == true { return }
      switch stated.partner(place) {
      case .actor(let actor):
        guard !isPlain(label, actor) else { return }
        rows.actors[label, default: []].append(row)
      case .group: rows.groups[label, default: []].append(row)
      case .text: rows.texts[label, default: []].append(row)
      }
      meant[label] = stated.partner(place)
    }
    for place in places { take(place) }
    // Of labels that none of those has, the first claims.
    if places.count < stated.count {
      for place in 0..<stated.count {
        let label = Int(labels.number(stated.row(place)))
        if label >= isNamed.count || !isNamed[label] { take(place) }
      }
    }
    func byText<Value>(_ found: [UInt32: Value]) -> [String: Value] {
      Dictionary(uniqueKeysWithValues: found.map { (labels.pool[$0.key], $0.value) })
    }
    (groups, texts, actors) = (byText(rows.groups), byText(rows.texts), byText(rows.actors))
    partners = byText(meant)
  }
}

/// The labels of a column by number, equal ones with one.
private struct LabelNumbers {
  private let table: CSVTable
  private let column: Int
  private var known = Remembered<UInt32>()
  let pool = TextPool()

  init(_ table: CSVTable, _ column: Int) { (self.table, self.column) = (table, column) }

  mutating func number(_ row: Int) -> UInt32 {
    let cell = table.number(row, column)
    if let number = known[cell] { return number }
    let number = pool.number(of: table.text(row, column) ?? "")
    known[cell] = number
    return number
  }
}

extension NearestActors {
  /// What a label that was kept as text may mean.
  fileprivate func meaning(of label: String, in roster: Roster) -> String {
    if let actors = roster.actorsListed(in: label) {
      let ids = actors.map { roster.actors[$0].id }
      return "it seems to name several actors (\(ids.quotedList)), each of which needs a row of its own"
    }
    guard let actor = actor(near: label) else { return "no actor is near" }
    let (id, name) = (roster.actors[actor].id, roster.actors[actor].name)
    return "nearest is the actor '\(name.madeVisible)'" + (name == id ? "" : " (\(id))")
  }
}

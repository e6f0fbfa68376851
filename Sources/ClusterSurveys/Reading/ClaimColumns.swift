internal import DataFiles
internal import KnowledgeNetworks

/// The columns of a file of claims, and what their cells say; equal cells of a column are read once.
struct ClaimColumns {
  private let respondent: Int
  private let item: Int
  private let partner: Int
  private let answer: Int?
  private let weight: WeightColumn?
  private let details: [(column: Int, name: String)]

  private var respondentNames = Remembered<String>()
  private var partnerNames = Remembered<String>()
  private var speakers = Remembered<Int?>()
  private var items = Remembered<SurveyItem>()
  private var answers = Remembered<Answer>()
  private var layers: (wave: StatedTexts, topic: StatedTexts, channel: StatedTexts)
  private var partners = RememberedPartners()
  private var settings = KnownSettings()

  init(_ file: inout StudyFile, details: [(column: Int, name: String)]) throws(BuzzlineError) {
    let headings = file.headings
    respondent = try headings.requiredColumn("respondent")
    item = try headings.requiredColumn("item")
    partner = try headings.requiredColumn("partner")
    answer = try headings.column("answer")
    layers = (
      StatedTexts(try headings.column("wave")), StatedTexts(try headings.column("topic")),
      StatedTexts(try headings.column("channel"))
    )
    weight = try WeightColumn(of: &file)
    self.details = details
  }

  /// Reads a row: its claims are appended to those stated, but for those about the respondent itself.
  ///
  /// - Returns: Who names itself in the row, how often, and whether the row says nothing else; `nil` where nobody does.
  mutating func read(
    _ row: Int, of file: StudyFile, _ roster: inout Roster, _ resolver: PartnerResolver,
    into stated: inout StatedClaims, settingAsideIn owner: inout StudyFile
  ) throws(BuzzlineError) -> (speaker: Int, count: Int, isWholeRow: Bool)? {
    let cells = (respondent: file.table.number(row, respondent), partner: file.table.number(row, partner))
    guard let id = try Self.name(cells.respondent, &respondentNames, row, respondent, &owner),
      let label = try Self.name(cells.partner, &partnerNames, row, partner, &owner)
    else { return nil }
    let column = respondent
    let speaker = try speakers.meaning(of: cells.respondent) {
      roster.position(of: id, named: file.table.place(row, column))
    }
    let weight = try weight?.weight(row)
    let (said, item) = (try statedAnswer(row, of: file), try statedItem(row, of: file))
    // Unknown actors are reported when all files are read.
    guard let speaker else { return nil }
    let partners = self.partners.partners(label, cells.partner, in: &roster, resolver)
    let (wave, topic, channel) = (
      try layers.wave.text(row, of: file), try layers.topic.text(row, of: file), try layers.channel.text(row, of: file)
    )
    let details = details
    let setting = settings.setting(
      wave: wave.number, topic: topic.number, channel: channel.number,
      details: details.lazy.map { file.table.number(row, $0.column) }
    ) {
      ClaimSetting(
        wave.text, topic.text, channel.text, Self.stated(details, row, of: file), Place(file: file.name))
    }
    var claim = Claim(
      respondent: speaker, item: item, partner: .text(""),
      // A weight of 0 says that nothing went across.
      answer: said == .yes && weight == 0 ? .no : said, weight: weight == 0 ? nil : weight, in: setting,
      at: file.table.place(row))
    var ownCount = 0
    for (partner, number) in partners {
      guard partner != .actor(speaker) else {
        ownCount += 1
        continue
      }
      claim.partner = partner
      stated.append(
        claim, row,
        StatedClaims.Subject(
          item: item, partner: number, wave: wave.number, topic: topic.number, channel: channel.number))
    }
    return ownCount > 0 ? (speaker, ownCount, partners.count == 1) : nil
  }

  /// The name of an actor; of a word for what is missing, which names nobody, every row is remarked.
  private static func name(
    _ cell: UInt32, _ known: inout Remembered<String>, _ row: Int, _ column: Int, _ file: inout StudyFile
  ) throws(BuzzlineError) -> String? {
    if let name = known[cell] { return name }
    guard let name = try file.namedActor(row, column) else { return nil }
    known[cell] = name
    return name
  }

  private mutating func statedAnswer(_ row: Int, of file: StudyFile) throws(BuzzlineError) -> Answer {
    guard let answer else { return .yes }
    return try answers.meaning(of: file.table.number(row, answer)) { () throws(BuzzlineError) in
      file.table.text(row, answer) == nil ? .yes : try file.word(row, answer)
    }
  }

  private mutating func statedItem(_ row: Int, of file: StudyFile) throws(BuzzlineError) -> SurveyItem {
    let item = item
    return try items.meaning(of: file.table.number(row, item)) { () throws(BuzzlineError) in try file.word(row, item) }
  }

  /// What a row says of the tie beside its layer and weight.
  private static func stated(
    _ details: [(column: Int, name: String)], _ row: Int, of file: StudyFile
  ) -> [String: String] {
    let stated = details.compactMap { column, name in file.statedText(row, column).map { (name, $0) } }
    return Dictionary(stated) { first, _ in first }
  }
}

/// The settings of claims, one for all that say the same of layer and details.
private struct KnownSettings {
  /// The numbers of what is said, in two words, which are hashed fast.
  private struct Key: Hashable {
    let layer: UInt64
    let rest: UInt64
  }

  private var settings: [Key: ClaimSetting] = [:]
  /// That of the claim before, which is often the same.
  private var last: (key: Key, setting: ClaimSetting)?
  /// What several columns say together, by the number of what those before say and that of the next.
  private var joint: [UInt64: UInt32] = [:]

  mutating func setting(
    wave: UInt32, topic: UInt32, channel: UInt32, details: some Sequence<UInt32>, make: () -> ClaimSetting
  ) -> ClaimSetting {
    var said: UInt32?
    for number in details { said = said.map { together($0, number) } ?? number }
    let key = Key(layer: UInt64(topic) << 32 | UInt64(channel), rest: UInt64(wave) << 32 | UInt64(said ?? 0))
    if let last, last.key == key { return last.setting }
    let known = settings[key]
    let setting = known ?? make()
    if known == nil { settings[key] = setting }
    last = (key, setting)
    return setting
  }

  private mutating func together(_ before: UInt32, _ next: UInt32) -> UInt32 {
    let key = UInt64(before) << 32 | UInt64(next)
    if let known = joint[key] { return known }
    joint[key] = UInt32(joint.count)
    return UInt32(joint.count - 1)
  }
}

/// The texts of a column that may say nothing, equal ones with one number; 0 is none.
private struct StatedTexts {
  private let column: Int?
  private var known = Remembered<(text: String?, number: UInt32)>()
  private let pool = TextPool()

  init(_ column: Int?) { self.column = column }

  mutating func text(_ row: Int, of file: StudyFile) throws(BuzzlineError) -> (text: String?, number: UInt32) {
    guard let column else { return (nil, 0) }
    let pool = pool
    return try known.meaning(of: file.table.number(row, column)) {
      let text = file.statedText(row, column)
      return (text, pool.number(of: text ?? ""))
    }
  }
}

/// Whom the labels of a column mean, equal partners with one number.
private struct RememberedPartners {
  private var known = Remembered<Meaning>()
  private var numbers: [ClaimPartner: UInt32] = [:]

  private struct Meaning {
    let partners: FewElements<(partner: ClaimPartner, number: UInt32)>
    /// How many actors there were, as another may be called by a label that named none; `nil` once this is settled.
    let actorCount: Int?
  }

  mutating func partners(
    _ label: String, _ cell: UInt32, in roster: inout Roster, _ resolver: PartnerResolver
  ) -> FewElements<(partner: ClaimPartner, number: UInt32)> {
    if let meaning = known[cell], meaning.actorCount.map({ $0 == roster.actors.count }) ?? true {
      return meaning.partners
    }
    var found: [(partner: ClaimPartner, number: UInt32)] = []
    for partner in resolver.partners(label, in: &roster) {
      let number = numbers[partner] ?? UInt32(numbers.count)
      numbers[partner] = number
      found.append((partner, number))
    }
    let partners = FewElements(found)
    let isSettled = roster.isClosed || roster.position(of: label) != nil
    known[cell] = Meaning(partners: partners, actorCount: isSettled ? nil : roster.actors.count)
    return partners
  }
}

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
  /// All columns that are read, in the order in which ``cells`` has them.
  private let columns: [Int?]
  /// The numbers of the cells of a row: respondent, item, partner, answer, wave, topic, channel, then details.
  private var cells: [UInt32] = []

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
    let (wave, topic) = (try headings.column("wave"), try headings.column("topic"))
    let channel = try headings.column("channel")
    layers = (StatedTexts(wave), StatedTexts(topic), StatedTexts(channel))
    weight = try WeightColumn(of: &file)
    self.details = details
    columns = [respondent, item, partner, answer, wave, topic, channel] + details.map(\.column)
  }

  /// Reads a row of which every cell was met before and names one partner, as those of nearly all rows do.
  ///
  /// - Returns: `false` where the row needs ``read(_:of:_:_:into:settingAsideIn:)``.
  mutating func readKnown(_ row: Int, of table: CSVTable, into stated: inout StatedClaims) -> Bool {
    table.numbers(row, columns, into: &cells)
    guard let speaker = speakers[cells[0]] ?? nil, let item = items[cells[1]],
      let partner = partners.only(cells[2]), partner.actor != speaker,
      let said = answer == nil ? .yes : answers[cells[3]], let wave = layers.wave.number(of: cells[4]),
      let topic = layers.topic.number(of: cells[5]), let channel = layers.channel.number(of: cells[6]),
      let setting = settings.find(wave: wave, topic: topic, channel: channel, details: cells[7...])
    else { return false }
    var statedWeight: Double?
    if let weight {
      guard let known = weight.known(row) else { return false }
      statedWeight = known
    }
    stated.append(
      said, weight: statedWeight, of: partner.number, row: row, speaker: speaker, item: item, setting: setting)
    return true
  }

  /// Reads a row: its claims are appended to those stated, but for those about the respondent itself.
  ///
  /// - Returns: Who names itself in the row, how often, and whether the row says nothing else; `nil` where nobody does.
  mutating func read(
    _ row: Int, of file: StudyFile, _ roster: inout Roster, _ resolver: PartnerResolver,
    into stated: inout StatedClaims, settingAsideIn owner: inout StudyFile
  ) throws(BuzzlineError) -> (speaker: Int, count: Int, isWholeRow: Bool)? {
    file.table.numbers(row, columns, into: &cells)
    guard let id = try Self.name(cells[0], &respondentNames, row, respondent, &owner),
      let label = try Self.name(cells[2], &partnerNames, row, partner, &owner)
    else { return nil }
    let column = respondent
    let speaker = try speakers.meaning(of: cells[0]) { roster.position(of: id, named: file.table.place(row, column)) }
    let weight = try weight?.weight(row)
    let (said, item) = (try statedAnswer(row, of: file), try statedItem(row, of: file))
    // Unknown actors are reported when all files are read.
    guard let speaker else { return nil }
    let partners = self.partners.partners(label, cells[2], in: &roster, resolver)
    for partner in self.partners.new { stated.add(partner) }
    let setting = try setting(row, of: file, &stated)
    var ownCount = 0
    for (partner, number) in partners {
      if partner == .actor(speaker) {
        ownCount += 1
      } else {
        stated.append(said, weight: weight, of: number, row: row, speaker: speaker, item: item, setting: setting)
      }
    }
    return ownCount > 0 ? (speaker, ownCount, partners.count == 1) : nil
  }

  /// The number of the setting of a row, which is taken where it is new.
  private mutating func setting(
    _ row: Int, of file: StudyFile, _ stated: inout StatedClaims
  ) throws(BuzzlineError) -> Int {
    let wave = try layers.wave.text(row, of: file)
    let (topic, channel) = (try layers.topic.text(row, of: file), try layers.channel.text(row, of: file))
    let (setting, layer) = settings.number(
      wave: wave.number, topic: topic.number, channel: channel.number, details: cells[7...])
    if setting == stated.settings.count {
      let told = Self.stated(details, row, of: file)
      stated.add(ClaimSetting(wave.text, topic.text, channel.text, told, Place(file: file.name)), layer: UInt32(layer))
    }
    return setting
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

/// The settings of claims, numbered by what they say of layer and details.
private struct KnownSettings {
  private var waveTopics = PairNumbers()
  private var layers = PairNumbers()
  private var details = PairNumbers()
  private var settings = PairNumbers()

  /// The number of a setting that was met before; changes nothing, but is then asked in place, without a copy.
  mutating func find(wave: UInt32, topic: UInt32, channel: UInt32, details numbers: ArraySlice<UInt32>) -> Int? {
    guard let waveTopic = waveTopics.find(wave, topic), let layer = layers.find(UInt32(waveTopic), channel) else {
      return nil
    }
    var said: UInt32 = 0
    for number in numbers {
      guard let known = details.find(said, number) else { return nil }
      said = UInt32(known) + 1
    }
    return settings.find(UInt32(layer), said)
  }

  /// The numbers of a setting and of its layer, the next ones where they are new.
  mutating func number(
    wave: UInt32, topic: UInt32, channel: UInt32, details numbers: ArraySlice<UInt32>
  ) -> (setting: Int, layer: Int) {
    let layer = layers.number(of: UInt32(waveTopics.number(of: wave, topic)), channel)
    // What all columns so far say together, by what those before say and the next says.
    var said: UInt32 = 0
    for number in numbers { said = UInt32(details.number(of: said, number)) + 1 }
    return (settings.number(of: UInt32(layer), said), layer)
  }
}

/// The texts of a column that may say nothing, equal ones with one number; 0 is none.
private struct StatedTexts {
  private let column: Int?
  private var known = Remembered<(text: String?, number: UInt32)>()
  private var numbers = Remembered<UInt32>()
  private let pool = TextPool()

  init(_ column: Int?) { self.column = column }

  /// The number of the text of a cell that was read before.
  func number(of cell: UInt32) -> UInt32? { column == nil ? 0 : numbers[cell] }

  mutating func text(_ row: Int, of file: StudyFile) throws(BuzzlineError) -> (text: String?, number: UInt32) {
    guard let column else { return (nil, 0) }
    let (pool, cell) = (pool, file.table.number(row, column))
    let found = try known.meaning(of: cell) {
      let text = file.statedText(row, column)
      return (text, pool.number(of: text ?? ""))
    }
    numbers[cell] = found.number
    return found
  }
}

/// Whom the labels of a column mean, equal partners with one number.
private struct RememberedPartners {
  private var known = Remembered<Meaning>()
  /// The labels that mean one partner for good, with its position where it is an actor.
  private var ofOne = Remembered<(number: UInt32, actor: Int)>()
  private var numbers: [ClaimPartner: UInt32] = [:]
  /// Those that the label asked for last named first, in the order of their numbers.
  private(set) var new: [ClaimPartner] = []

  private struct Meaning {
    let partners: FewElements<(partner: ClaimPartner, number: UInt32)>
    /// How many actors there were, as another may be called by a label that named none; `nil` once this is settled.
    let actorCount: Int?
  }

  /// The one partner that a label means whatever rows come, if it was asked for before; the actor is -1 where it is none.
  func only(_ cell: UInt32) -> (number: UInt32, actor: Int)? { ofOne[cell] }

  mutating func partners(
    _ label: String, _ cell: UInt32, in roster: inout Roster, _ resolver: PartnerResolver
  ) -> FewElements<(partner: ClaimPartner, number: UInt32)> {
    new.removeAll(keepingCapacity: true)
    if let meaning = known[cell], meaning.actorCount.map({ $0 == roster.actors.count }) ?? true {
      return meaning.partners
    }
    var found: [(partner: ClaimPartner, number: UInt32)] = []
    for partner in resolver.partners(label, in: &roster) {
      if numbers[partner] == nil {
        numbers[partner] = UInt32(numbers.count)
        new.append(partner)
      }
      found.append((partner, numbers[partner] ?? 0))
    }
    let partners = FewElements(found)
    let isSettled = roster.isClosed || roster.position(of: label) != nil
    known[cell] = Meaning(partners: partners, actorCount: isSettled ? nil : roster.actors.count)
    if isSettled, case .one(let (partner, number)) = partners {
      ofOne[cell] = if case .actor(let position) = partner { (number, position) } else { (number, -1) }
    }
    return partners
  }
}

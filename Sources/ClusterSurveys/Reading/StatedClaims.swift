internal import DataFiles
internal import KnowledgeNetworks

/// The claims that the rows of a file state, repeated ones among them.
struct StatedClaims {
  private var entries: [Entry]
  /// The weights, where the file has a column of them; 0 where none is stated.
  private var weights: [Double]
  private let hasWeights: Bool
  /// The table whose rows state them.
  private let table: CSVTable
  /// The partners and settings that entries number.
  private(set) var partners: [ClaimPartner] = []
  private(set) var settings: [ClaimSetting] = []
  /// The number of what each setting says of wave, topic and channel.
  private var layers: [UInt32] = []

  /// A claim, by the numbers of what it says.
  private struct Entry {
    let row: UInt32
    let respondent: UInt32
    let partner: UInt32
    let setting: UInt32
    let item: SurveyItem
    let answer: Answer
  }

  /// - Parameter hasWeights: Whether claims may state weights.
  init(of table: CSVTable, hasWeights: Bool) {
    self.table = table
    entries = [Entry](largeCapacity: table.rowCount)
    weights = hasWeights ? [Double](largeCapacity: table.rowCount) : []
    self.hasWeights = hasWeights
  }

  var count: Int { entries.count }

  /// Takes what a row says of a partner.
  ///
  /// - Parameters:
  ///   - partner: Its number.
  ///   - setting: The number of the setting.
  mutating func append(
    _ answer: Answer, weight: Double?, of partner: UInt32, row: Int, speaker: Int, item: SurveyItem, setting: Int
  ) {
    // A weight of 0 says that nothing went across.
    let said = answer == .yes && weight == 0 ? .no : answer
    entries.append(
      Entry(
        row: UInt32(row), respondent: UInt32(speaker), partner: partner, setting: UInt32(setting), item: item,
        answer: said))
    if hasWeights { weights.append(weight ?? 0) }
  }

  /// Takes a partner that the next number stands for.
  mutating func add(_ partner: ClaimPartner) { partners.append(partner) }

  /// Takes a setting that the next number stands for.
  ///
  /// - Parameter layer: The number of what it says of wave, topic and channel.
  mutating func add(_ setting: ClaimSetting, layer: UInt32) {
    settings.append(setting)
    layers.append(layer)
  }

  func row(_ place: Int) -> Int { Int(entries[place].row) }
  func partner(_ place: Int) -> ClaimPartner { partners[Int(entries[place].partner)] }

  func answer(_ place: Int) -> Answer { entries[place].answer }

  /// A claim, but for where it stands.
  func claim(_ place: Int) -> Claim {
    let entry = entries[place]
    return Claim(
      respondent: Int(entry.respondent), item: entry.item, partner: partners[Int(entry.partner)],
      answer: entry.answer, weight: weight(place), in: settings[Int(entry.setting)], at: Place())
  }

  /// The claims at some places.
  func claims(at places: [Int]) -> ClaimList {
    // Groups and words stand apart from actors, which their positions name.
    var unknown: [ClaimPartner] = []
    let numbers = partners.map { partner -> (number: Int32, isActor: Bool) in
      if case .actor(let position) = partner { return (Int32(position), true) }
      unknown.append(partner)
      return (Int32(unknown.count - 1), false)
    }
    var found = [ClaimList.Entry](largeCapacity: places.count)
    var finder = table.rowPlaces
    for place in places {
      let (entry, partner) = (entries[place], numbers[Int(entries[place].partner)])
      let at = finder.place(Int(entry.row))
      found.append(
        ClaimList.Entry(
          respondent: Int32(entry.respondent), partner: partner.number, setting: entry.setting,
          line: Int32(clamping: at.line ?? 0), column: Int32(clamping: at.column ?? 0), item: entry.item,
          answer: entry.answer, isAboutActor: partner.isActor))
    }
    return ClaimList(
      found, settings: settings, unknownPartners: unknown, weights: hasWeights ? places.map(weight) : [])
  }

  private func weight(_ place: Int) -> Double? { hasWeights && weights[place] > 0 ? weights[place] : nil }

  /// The claims that do not count, since one about the same outranks them, in the order of the rows; each with the one
  /// that counts.
  ///
  /// - Complexity: O(*c* + *n*) time and space for *c* claims of *n* actors.
  func repetitions(actors count: Int) -> [(place: Int, counting: Int)] {
    let (order, starts) = byRespondent(count)
    var repetitions: [(place: Int, counting: Int)] = []
    var (subjects, kept, outranked) = (PairNumbers(), [Int](), [(place: Int, subject: Int)]())
    for actor in 0..<count where starts[actor + 1] - starts[actor] > 1 {
      subjects.removeAll(room: starts[actor + 1] - starts[actor])
      kept.removeAll(keepingCapacity: true)
      outranked.removeAll(keepingCapacity: true)
      for place in order[starts[actor]..<starts[actor + 1]].lazy.map(Int.init) {
        let entry = entries[place]
        let about = 2 * layers[Int(entry.setting)] + (entry.item == .shared ? 1 : 0)
        let subject = subjects.number(of: entry.partner, about)
        if subject == kept.count {
          kept.append(place)
        } else if claim(place).outranks(claim(kept[subject])) {
          outranked.append((kept[subject], subject))
          kept[subject] = place
        } else {
          outranked.append((place, subject))
        }
      }
      for (place, subject) in outranked { repetitions.append((place, kept[subject])) }
    }
    return repetitions.sorted { $0.place < $1.place }
  }

  /// The places of the claims of each respondent, and where each respondent's begin.
  private func byRespondent(_ count: Int) -> (order: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for entry in entries { starts[Int(entry.respondent) + 1] += 1 }
    for actor in 0..<count { starts[actor + 1] += starts[actor] }
    var (order, next) = ([UInt32](repeating: 0, count: entries.count), starts)
    for place in entries.indices {
      let respondent = Int(entries[place].respondent)
      order[next[respondent]] = UInt32(place)
      next[respondent] += 1
    }
    return (order, starts)
  }
}

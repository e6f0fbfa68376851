internal import KnowledgeNetworks

/// A wave, topic and channel: within it, an ordered pair of actors is one possible tie.
struct SurveyLayer: Hashable, Comparable, Sendable {
  let wave: String?
  let topic: String?
  let channel: String?

  init(of claim: Claim) { self.init(of: claim.setting) }

  init(of setting: ClaimSetting) { (wave, topic, channel) = (setting.wave, setting.topic, setting.channel) }

  init(of tie: Tie) { (wave, topic, channel) = (tie.wave, tie.topic, tie.channel) }

  static func < (left: SurveyLayer, right: SurveyLayer) -> Bool {
    // What is not stated comes first.
    if left.wave != right.wave { return NaturalOrder.precedes(left.wave, right.wave) }
    if left.topic != right.topic { return NaturalOrder.precedes(left.topic, right.topic) }
    return NaturalOrder.precedes(left.channel, right.channel)
  }
}

/// A possible tie of which at least one row speaks, with what both sides report of it.
struct PossibleTie: Sendable {
  let giver: Int
  let receiver: Int
  /// The number of the layer.
  let layer: Int
  let giverReport: SideReport
  let receiverReport: SideReport
  /// The weights that the sides stated with their yes.
  let giverWeight: Double?
  let receiverWeight: Double?

  var evidence: TieEvidence { .reports(giver: giverReport, receiver: receiverReport) }
}

/// All that was reported of ties between actors, in an order that does not depend on the order of the rows.
struct ReportTable: Sendable {
  /// Every layer in which an actor is named, ascending.
  let layers: [SurveyLayer]
  /// The number of each layer's wave.
  let waveOfLayer: [Int]
  /// Ascending by giver, receiver and layer.
  let possibleTies: [PossibleTie]
  /// What is reported of all other pairs.
  let unnamed: UnnamedReports
  /// Whether pairs have no order: then the actor with the lower position stands for the giver, and whatever an actor says
  /// of the other, under either item, is its report on the one tie they may have.
  let isSymmetric: Bool
  /// Who belongs to the roster: pairs of outsiders are neither observed nor unobserved.
  let isMember: [Bool]

  /// - Throws: ``BuzzlineError`` if a claim or response names a position that does not exist, is about the respondent
  ///   itself, or states a weight that is not positive and finite.
  /// - Complexity: O(*n* *w* + *c* log *c*) time and O(*n* *w* + *c*) space for *n* actors, *w* waves and *c* claims
  ///   and responses.
  init(of survey: Survey, isSymmetric: Bool) throws(BuzzlineError) {
    try survey.checkClaims()
    let (layers, layerOfSetting) = survey.claims.layersOfActors
    let directed = UnnamedReports(of: survey, about: .actors)
    let unnamed = isSymmetric ? directed.symmetric : directed
    let waveNumbers = unnamed.waves.numbers
    let waveOfLayer = layers.map { waveNumbers[$0.wave] ?? 0 }
    let (shared, received) = (
      unnamed.waves.indices.map { unnamed[.shared, $0] }, unnamed.waves.indices.map { unnamed[.received, $0] }
    )
    var rows: [ClaimRow] = []
    rows.reserveCapacity(survey.claims.count)
    for (position, claim) in survey.claims.entries.enumerated() where claim.isAboutActor {
      rows.append(
        ClaimRow(
          claim, layer: layerOfSetting[Int(claim.setting)], weight: survey.claims.weight(at: position),
          isSymmetric: isSymmetric))
    }
    rows.sort()
    possibleTies = Self.runs(of: rows.indices) { rows[$0].isAboutSameTie(as: rows[$1]) }.map { run in
      let tie = rows[run.lowerBound]
      let wave = waveOfLayer[tie.layer]
      let split = run.first { !rows[$0].isGivers } ?? run.upperBound
      let giver = Self.report(rows[run.lowerBound..<split], unnamed: shared[wave][tie.giver])
      let receiver = Self.report(rows[split..<run.upperBound], unnamed: received[wave][tie.receiver])
      return PossibleTie(
        giver: tie.giver, receiver: tie.receiver, layer: tie.layer, giverReport: giver.report,
        receiverReport: receiver.report, giverWeight: giver.weight, receiverWeight: receiver.weight)
    }
    (self.layers, self.waveOfLayer) = (layers, waveOfLayer)
    (self.unnamed, self.isSymmetric) = (unnamed, isSymmetric)
    isMember = survey.actors.map(\.isMember)
  }

  /// What one side reports of one possible tie: of several rows a yes counts before a no and a no before a missing
  /// answer, and the weight is the mean of those stated with a yes.
  private static func report(_ rows: ArraySlice<ClaimRow>, unnamed: SideReport) -> (report: SideReport, weight: Double?)
  {
    let report = rows.map(\.report).min { $0.rank < $1.rank } ?? unnamed
    return (report, rows.lazy.filter { $0.report == .affirmed }.compactMap(\.weight).mean)
  }

  /// Cuts a range where neighbours do not belong together.
  static func runs(of range: Range<Int>, areTogether: (Int, Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = range.lowerBound
    for position in range.dropFirst() where !areTogether(position - 1, position) {
      runs.append(start..<position)
      start = position
    }
    if start < range.upperBound { runs.append(start..<range.upperBound) }
    return runs
  }

  /// The possible ties of one ordered pair.
  ///
  /// - Complexity: O(log *c*) for *c* possible ties.
  func rows(giver: Int, receiver: Int) -> ArraySlice<PossibleTie> {
    let start = possibleTies.indices.partitioningIndex {
      (possibleTies[$0].giver, possibleTies[$0].receiver) >= (giver, receiver)
    }
    return possibleTies[start...].prefix { ($0.giver, $0.receiver) == (giver, receiver) }
  }

  /// The possible ties of each ordered pair within each group of layers that follow one another.
  func pairs(within groupOfLayer: [Int]) -> [ArraySlice<PossibleTie>] {
    Self.runs(of: possibleTies.indices) { left, right in
      let (left, right) = (possibleTies[left], possibleTies[right])
      return left.giver == right.giver && left.receiver == right.receiver
        && groupOfLayer[left.layer] == groupOfLayer[right.layer]
    }
    .map { possibleTies[$0] }
  }
}

/// A claim about an actor as a row to sort.
private struct ClaimRow: Comparable {
  /// The giver and the receiver in one number.
  private let pair: UInt64
  private let layerNumber: UInt32
  let isGivers: Bool
  let report: SideReport
  let weight: Double?

  var giver: Int { Int(pair >> 32) }
  var receiver: Int { Int(pair & 0xFFFF_FFFF) }
  var layer: Int { Int(layerNumber) }

  init(_ claim: ClaimList.Entry, layer: Int, weight: Double?, isSymmetric: Bool) {
    isGivers = isSymmetric ? claim.respondent < claim.partner : claim.item == .shared
    let (giver, receiver) = isGivers ? (claim.respondent, claim.partner) : (claim.partner, claim.respondent)
    pair = UInt64(giver) << 32 | UInt64(receiver)
    (layerNumber, report, self.weight) = (UInt32(layer), claim.answer.report, weight)
  }

  func isAboutSameTie(as other: ClaimRow) -> Bool { pair == other.pair && layerNumber == other.layerNumber }

  private var order: (Int, Int, Double) { (isGivers ? 0 : 1, report.rank, weight ?? 0) }

  static func < (left: ClaimRow, right: ClaimRow) -> Bool {
    if left.pair != right.pair { return left.pair < right.pair }
    return left.layerNumber != right.layerNumber ? left.layerNumber < right.layerNumber : left.order < right.order
  }
}

extension ClaimList {
  /// The waves that claims state.
  ///
  /// - Complexity: O(*c*) time for *c* claims.
  var waves: Set<String?> {
    var areUsed = [Bool](repeating: false, count: settings.count)
    for claim in entries { areUsed[Int(claim.setting)] = true }
    return Set(zip(settings, areUsed).lazy.filter(\.1).map(\.0.wave))
  }

  /// The layers in which an actor is named, ascending, and the number of each setting's; 0 where none is named in it.
  fileprivate var layersOfActors: (layers: [SurveyLayer], ofSettings: [Int]) {
    var areUsed = [Bool](repeating: false, count: settings.count)
    for claim in entries where claim.isAboutActor { areUsed[Int(claim.setting)] = true }
    let layers = Set(zip(settings, areUsed).lazy.filter(\.1).map { SurveyLayer(of: $0.0) }).sorted()
    let numbers = layers.numbers
    return (layers, settings.map { numbers[SurveyLayer(of: $0)] ?? 0 })
  }
}

extension Sequence<Double> {
  /// The mean, `nil` of nothing; neither overflows nor vanishes where the numbers do not.
  var mean: Double? {
    var count = 0.0
    var mean = 0.0
    for number in self {
      count += 1
      mean += (number - mean) / count
    }
    return count == 0 ? nil : mean
  }
}

extension Array where Element: Hashable {
  /// Where each of different elements stands.
  var numbers: [Element: Int] { Dictionary(uniqueKeysWithValues: enumerated().map { ($1, $0) }) }
}

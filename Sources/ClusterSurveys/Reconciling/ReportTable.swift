internal import KnowledgeNetworks

/// A wave, topic and channel: within it, an ordered pair of actors is one possible tie.
struct SurveyLayer: Hashable, Comparable, Sendable {
  let wave: String?
  let topic: String?
  let channel: String?

  init(of claim: Claim) { (wave, topic, channel) = (claim.wave, claim.topic, claim.channel) }

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
    let layers = Set(survey.claims.lazy.filter { $0.partner.sort == .actors }.map(SurveyLayer.init(of:))).sorted()
    let directed = UnnamedReports(of: survey, about: .actors)
    let unnamed = isSymmetric ? directed.symmetric : directed
    let (numbers, waveNumbers) = (layers.numbers, unnamed.waves.numbers)
    let waveOfLayer = layers.map { waveNumbers[$0.wave] ?? 0 }
    let (shared, received) = (
      unnamed.waves.indices.map { unnamed[.shared, $0] }, unnamed.waves.indices.map { unnamed[.received, $0] }
    )
    var rows = survey.claims.compactMap { claim in
      numbers[SurveyLayer(of: claim)].flatMap { ClaimRow(claim, layer: $0, isSymmetric: isSymmetric) }
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
  let giver: Int
  let receiver: Int
  let layer: Int
  let isGivers: Bool
  let report: SideReport
  let weight: Double?

  init?(_ claim: Claim, layer: Int, isSymmetric: Bool) {
    guard case .actor(let partner) = claim.partner else { return nil }
    isGivers = isSymmetric ? claim.respondent < partner : claim.item == .shared
    (giver, receiver) = isGivers ? (claim.respondent, partner) : (partner, claim.respondent)
    (self.layer, report, weight) = (layer, claim.answer.report, claim.weight)
  }

  func isAboutSameTie(as other: ClaimRow) -> Bool {
    giver == other.giver && receiver == other.receiver && layer == other.layer
  }

  private var order: (Int, Int, Int, Int, Int, Double) {
    (giver, receiver, layer, isGivers ? 0 : 1, report.rank, weight ?? 0)
  }

  static func < (left: ClaimRow, right: ClaimRow) -> Bool { left.order < right.order }
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

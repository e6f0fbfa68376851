internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// Reads claims: every row becomes a claim or is set aside.
  mutating func claims(
    _ roster: inout Roster, _ resolver: PartnerResolver, decimalSign: DecimalSign?
  ) throws(BuzzlineError) -> [Claim] {
    var kept: [ClaimKey: (claim: Claim, row: Int)] = [:]
    var repeated: [(key: ClaimKey, claim: Claim, row: Int)] = []
    let columns = try ClaimColumns(of: &self, decimalSign: decimalSign)
    for row in 0..<table.rowCount {
      guard let claim = try columns.claim(row, in: &self, &roster, resolver) else { continue }
      if claim.partner == .actor(claim.respondent) {
        setAside(row, "self-claim", "'\(roster.actors[claim.respondent].id)' names itself.")
        continue
      }
      let key = ClaimKey(claim)
      guard let other = kept[key] else {
        kept[key] = (claim, row)
        continue
      }
      let isBetter = claim.outranks(other.claim)
      if isBetter { kept[key] = (claim, row) }
      repeated.append(isBetter ? (key, other.claim, other.row) : (key, claim, row))
    }
    for (key, claim, row) in repeated.sorted(by: { $0.row < $1.row }) {
      let isSame = kept[key]?.claim.answer == claim.answer
      setAside(
        row, isSame ? "duplicate-claim" : "contradicting-claim",
        "'\(roster.actors[claim.respondent].id)' speaks of the same partner under '\(claim.item.rawValue)' more than once"
          + (isSame ? "." : " and says both yes and something else; the yes counts."))
    }
    let claims = kept.values.sorted { $0.row < $1.row }
    noteMissingWeights(claims.map(\.claim))
    PartnerDoubts(claims, in: self, column: columns.partner).note(in: &self, roster)
    return claims.map(\.claim)
  }

  /// Says so where weights are declared and claims state none.
  private mutating func noteMissingWeights(_ claims: [Claim]) {
    guard areWeightsDeclared else { return }
    let count = claims.count { $0.answer == .yes && $0.weight == nil }
    guard count > 0 else { return }
    remark(
      "missing-weight",
      "\(count) \(count == 1 ? "claim states" : "claims state") no weight; a tie for which neither side states one weighs 1."
    )
  }

  /// Reads who answered what.
  mutating func responses(_ roster: inout Roster) throws(BuzzlineError) -> [Response] {
    let respondent = try requiredColumn("respondent")
    let itemColumn = try requiredColumn("item")
    let statusColumn = try requiredColumn("status")
    let wave = try column("wave")
    var seen: [ResponseKey: ResponseStatus] = [:]
    var responses: [Response] = []
    for row in 0..<table.rowCount {
      guard let id = try namedActor(row, respondent) else { continue }
      let position = roster.position(of: id, named: table.place(row, respondent))
      let (item, status): (SurveyItem, ResponseStatus) = (try word(row, itemColumn), try word(row, statusColumn))
      guard let position else { continue }
      let response = Response(wave: statedText(row, wave), respondent: position, item: item, status: status)
      let key = ResponseKey(wave: response.wave, respondent: response.respondent, item: response.item)
      if let earlier = seen.updateValue(response.status, forKey: key) {
        guard earlier == response.status else {
          throw BuzzlineError(
            .invalidValue, at: table.place(row, statusColumn),
            "'\(id)' is '\(response.status.rawValue)' here but '\(earlier.rawValue)' in an earlier line.")
        }
        setAside(row, "duplicate-response", "'\(id)' stands here a second time with the same status.")
        continue
      }
      responses.append(response)
    }
    return responses
  }
}

/// What makes two claims speak of the same.
private struct ClaimKey: Hashable {
  let wave: String?
  let respondent: Int
  let item: SurveyItem
  let partner: ClaimPartner
  let topic: String?
  let channel: String?

  init(_ claim: Claim) {
    wave = claim.wave
    respondent = claim.respondent
    item = claim.item
    partner = claim.partner
    topic = claim.topic
    channel = claim.channel
  }
}

private struct ResponseKey: Hashable {
  let wave: String?
  let respondent: Int
  let item: SurveyItem
}

extension Claim {
  /// Which of two claims about the same counts: yes before no before missing, then the larger weight.
  fileprivate func outranks(_ other: Claim) -> Bool {
    let order: [Answer] = [.missing, .no, .yes]
    let (mine, theirs) = (order.firstIndex(of: answer) ?? 0, order.firstIndex(of: other.answer) ?? 0)
    return (mine, weight ?? 0) > (theirs, other.weight ?? 0)
  }
}

/// Which column of the claims is which.
private struct ClaimColumns {
  private let respondent: Int
  private let item: Int
  let partner: Int
  private let answer: Int?
  private let wave: Int?
  private let topic: Int?
  private let channel: Int?
  private let weight: WeightColumn?

  init(of file: inout StudyFile, decimalSign: DecimalSign?) throws(BuzzlineError) {
    respondent = try file.requiredColumn("respondent")
    item = try file.requiredColumn("item")
    partner = try file.requiredColumn("partner")
    answer = try file.column("answer")
    wave = try file.column("wave")
    topic = try file.column("topic")
    channel = try file.column("channel")
    weight = try file.weightColumn(sign: decimalSign)
  }

  func claim(
    _ row: Int, in file: inout StudyFile, _ roster: inout Roster, _ resolver: PartnerResolver
  ) throws(BuzzlineError) -> Claim? {
    guard let id = try file.namedActor(row, respondent), let label = try file.namedActor(row, partner) else {
      return nil
    }
    let table = file.table
    let named = roster.position(of: id, named: table.place(row, respondent))
    let stated = try weight?.weight(row)
    let said: Answer = if let answer, file.table.text(row, answer) != nil { try file.word(row, answer) } else { .yes }
    let mentioned = try file.word(row, item) as SurveyItem
    // Unknown actors are reported when all files are read.
    guard let speaker = named else { return nil }
    let place = file.inThisFile(table.place(row))
    return Claim(
      wave: file.statedText(row, wave), respondent: speaker, item: mentioned,
      partner: resolver.partner(label, in: &roster),
      topic: file.statedText(row, topic), channel: file.statedText(row, channel),
      // A weight of 0 says that nothing went across.
      answer: said == .yes && stated == 0 ? .no : said, weight: stated == 0 ? nil : stated, place: place)
  }
}

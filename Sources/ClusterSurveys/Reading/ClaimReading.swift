internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// Reads claims: every row becomes a claim or is set aside.
  mutating func claims(_ roster: inout Roster, _ resolver: PartnerResolver) throws(BuzzlineError) -> [Claim] {
    let stated = try statedClaims(&roster, resolver)
    var kept: [ClaimKey: Int] = [:]
    var repeated: [(key: ClaimKey, place: Int)] = []
    for place in stated.indices {
      let key = ClaimKey(stated[place].claim)
      guard let other = kept[key] else {
        kept[key] = place
        continue
      }
      let isBetter = stated[place].claim.outranks(stated[other].claim)
      if isBetter { kept[key] = place }
      repeated.append((key, isBetter ? other : place))
    }
    var rows = Set(kept.values.map { stated[$0].row })
    for (key, place) in repeated.sorted(by: { $0.place < $1.place }) {
      let claim = stated[place].claim
      let isSame = kept[key].map { stated[$0].claim.answer } == claim.answer
      // A row that names several partners is set aside, once, where none of its claims counts.
      drop(
        rows.insert(stated[place].row).inserted, at: claim.place, isSame ? "duplicate-claim" : "contradicting-claim",
        "'\(roster.actors[claim.respondent].id)' speaks of the same partner under '\(claim.item.rawValue)' more than once"
          + (isSame ? "." : " and says both yes and something else; the yes counts."))
    }
    let claims = kept.values.sorted().map { stated[$0] }
    noteMissingWeights(claims.map(\.claim))
    try notePartners(of: claims, besides: stated, roster)
    return claims.map(\.claim)
  }

  /// The claim in each row, but for those about the respondent itself.
  private mutating func statedClaims(
    _ roster: inout Roster, _ resolver: PartnerResolver
  ) throws(BuzzlineError) -> [(claim: Claim, row: Int)] {
    let respondent = try headings.requiredColumn("respondent")
    let itemColumn = try headings.requiredColumn("item")
    let partner = try headings.requiredColumn("partner")
    let answer = try headings.column("answer")
    let (wave, topic, channel) = (
      try headings.column("wave"), try headings.column("topic"), try headings.column("channel")
    )
    let weights = try WeightColumn(of: &self)
    let details = detailColumns
    var claims: [(claim: Claim, row: Int)] = []
    for row in 0..<table.rowCount {
      guard let id = try namedActor(row, respondent), let label = try namedActor(row, partner) else { continue }
      let named = roster.position(of: id, named: table.place(row, respondent))
      let weight = try weights?.weight(row)
      let said: Answer = if let answer, table.text(row, answer) != nil { try word(row, answer) } else { .yes }
      let item: SurveyItem = try word(row, itemColumn)
      // Unknown actors are reported when all files are read.
      guard let speaker = named else { continue }
      let partners = resolver.partners(label, in: &roster)
      let claim = Claim(
        wave: statedText(row, wave), respondent: speaker, item: item, partner: .text(label),
        topic: statedText(row, topic), channel: statedText(row, channel),
        // A weight of 0 says that nothing went across.
        answer: said == .yes && weight == 0 ? .no : said, weight: weight == 0 ? nil : weight,
        details: self.details(row, details), place: inThisFile(table.place(row)))
      for partner in partners {
        if partner == .actor(speaker) {
          drop(partners.count == 1, at: claim.place, "self-claim", "'\(roster.actors[speaker].id)' names itself.")
        } else {
          claims.append((claim.about(partner), row))
        }
      }
    }
    return claims
  }

  /// Remarks on a claim that does not count, and sets its row aside where no other claim of the row counts.
  private mutating func drop(_ isWholeRow: Bool, at place: Place, _ reason: String, _ message: String) {
    if isWholeRow { setAside(at: place, reason, message) } else { remark(reason, message, at: place) }
  }

  /// The columns that describe a tie further, each with the word it goes by.
  private var detailColumns: [(column: Int, name: String)] {
    let words = FileRole.tieDetails.compactMap { word in headings.known(word).map { (column: $0, name: word) } }
    let taken = Set(headings.columns(FileRole.claims.words))
    let others = headings.names.enumerated().filter { !taken.contains($0.offset) && !$0.element.isEmpty }
    return words + others.map { (column: $0.offset, name: $0.element) }
  }

  private func details(_ row: Int, _ columns: [(column: Int, name: String)]) -> [String: String] {
    guard !columns.isEmpty else { return [:] }
    return Dictionary(columns.compactMap { column, name in statedText(row, column).map { (name, $0) } }) { first, _ in
      first
    }
  }

  /// Says so where weights are declared and claims state none.
  private mutating func noteMissingWeights(_ claims: [Claim]) {
    guard options.weightMeaning != .none else { return }
    let count = claims.count { $0.answer == .yes && $0.weight == nil }
    guard count > 0 else { return }
    remark(
      "missing-weight",
      "\(count) \(count == 1 ? "claim states" : "claims state") no weight; a tie for which neither side states one weighs 1."
    )
  }

  mutating func responses(_ roster: inout Roster) throws(BuzzlineError) -> [Response] {
    let respondent = try headings.requiredColumn("respondent")
    let itemColumn = try headings.requiredColumn("item")
    let statusColumn = try headings.requiredColumn("status")
    let wave = try headings.column("wave")
    var seen: [Response: ResponseStatus] = [:]
    var responses: [Response] = []
    for row in 0..<table.rowCount {
      guard let id = try namedActor(row, respondent) else { continue }
      let position = roster.position(of: id, named: table.place(row, respondent))
      let (item, status): (SurveyItem, ResponseStatus) = (try word(row, itemColumn), try word(row, statusColumn))
      guard let position else { continue }
      let response = Response(wave: statedText(row, wave), respondent: position, item: item, status: status)
      // Whatever became of it, a question is put to an actor once a wave.
      var question = response
      question.status = .answered
      if let earlier = seen.updateValue(status, forKey: question) {
        guard earlier == status else {
          throw BuzzlineError(
            .invalidValue, at: table.place(row, statusColumn),
            "'\(id)' is '\(status.rawValue)' here but '\(earlier.rawValue)' in an earlier line.")
        }
        setAside(at: table.place(row), "duplicate-response", "'\(id)' stands here a second time with the same status.")
        continue
      }
      responses.append(response)
    }
    return responses
  }
}

/// What makes two claims speak of the same.
private struct ClaimKey: Hashable {
  let layer: SurveyLayer
  let respondent: Int
  let item: SurveyItem
  let partner: ClaimPartner

  init(_ claim: Claim) {
    (layer, respondent, item, partner) = (SurveyLayer(of: claim), claim.respondent, claim.item, claim.partner)
  }
}

extension Claim {
  /// The same of another partner.
  fileprivate func about(_ partner: ClaimPartner) -> Claim {
    var claim = self
    claim.partner = partner
    return claim
  }

  /// Which of two claims about the same counts: yes before no before missing, then the larger weight, then the one that
  /// says more of the tie, then the one whose words come first.
  fileprivate func outranks(_ other: Claim) -> Bool {
    let order: [Answer] = [.missing, .no, .yes]
    let (mine, theirs) = (order.firstIndex(of: answer) ?? 0, order.firstIndex(of: other.answer) ?? 0)
    let (stated, otherwise) = ((mine, weight ?? 0, details.count), (theirs, other.weight ?? 0, other.details.count))
    guard stated == otherwise, details != other.details else { return stated > otherwise }
    return detailWords.lexicographicallyPrecedes(other.detailWords)
  }

  private var detailWords: [String] {
    details.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }
}

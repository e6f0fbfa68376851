internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// Reads claims: every row becomes a claim or is set aside.
  mutating func claims(_ roster: inout Roster, _ resolver: PartnerResolver) throws(BuzzlineError) -> ClaimList {
    let stated = try statedClaims(&roster, resolver)
    let repetitions = stated.repetitions(actors: roster.actors.count)
    let places = (0..<stated.count).removing(repetitions.map(\.place))
    noteRepeated(repetitions, of: stated, keeping: places, roster)
    try notePartners(of: stated, keeping: places, roster)
    let claims = stated.claims(at: places)
    noteMissingWeights(claims)
    return claims
  }

  /// Reads the claim in each row, but for those about the respondent itself.
  private mutating func statedClaims(
    _ roster: inout Roster, _ resolver: PartnerResolver
  ) throws(BuzzlineError) -> StatedClaims {
    var columns = try ClaimColumns(&self, details: detailColumns)
    var stated = StatedClaims(of: table, hasWeights: try headings.column("weight") != nil)
    // One that stays as it is while rows are set aside.
    let file = self
    for row in 0..<table.rowCount {
      if row % 64 == 0 { try BuzzlineError.checkCancellation(of: "reading") }
      if columns.readKnown(row, of: file.table, into: &stated) { continue }
      guard let own = try columns.read(row, of: file, &roster, resolver, into: &stated, settingAsideIn: &self) else {
        continue
      }
      for _ in 0..<own.count {
        drop(
          own.isWholeRow, at: inThisFile(table.place(row)), "self-claim",
          "'\(roster.actors[own.speaker].id)' names itself.")
      }
    }
    return stated
  }

  /// Remarks on claims about what another speaks of too, and sets rows aside of which no claim counts.
  private mutating func noteRepeated(
    _ repetitions: [(place: Int, counting: Int)], of stated: StatedClaims, keeping places: [Int], _ roster: Roster
  ) {
    guard !repetitions.isEmpty else { return }
    var counts = [Bool](repeating: false, count: table.rowCount)
    for place in places { counts[stated.row(place)] = true }
    var finder = table.rowPlaces
    for (place, counting) in repetitions {
      let (claim, row) = (stated.claim(place), stated.row(place))
      let isSame = stated.answer(counting) == claim.answer
      // A row that names several partners is set aside, once, where none of its claims counts.
      let isWholeRow = !counts[row]
      counts[row] = true
      drop(
        isWholeRow, at: finder.place(row), isSame ? "duplicate-claim" : "contradicting-claim",
        "'\(roster.actors[claim.respondent].id)' speaks of the same partner under '\(claim.item.rawValue)' more than once"
          + (isSame ? "." : " and says both yes and something else; the yes counts."))
    }
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

  /// Says so where weights are declared and claims state none.
  private mutating func noteMissingWeights(_ claims: ClaimList) {
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
    let (wave, date) = (try headings.column("wave"), try headings.column("date"))
    var seen: [Response: ResponseStatus] = [:]
    var responses: [Response] = []
    for row in 0..<table.rowCount {
      guard let id = try namedActor(row, respondent) else { continue }
      let position = roster.position(of: id, named: table.place(row, respondent))
      let (item, status): (SurveyItem, ResponseStatus) = (try word(row, itemColumn), try word(row, statusColumn))
      guard let position else { continue }
      let response = Response(
        wave: statedText(row, wave), respondent: position, item: item, status: status, day: try day(row, date))
      if let earlier = seen.updateValue(status, forKey: response.asPut) {
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

  private func day(_ row: Int, _ column: Int?) throws(BuzzlineError) -> SurveyDay? {
    guard let column, let text = statedText(row, column) else { return nil }
    guard let day = SurveyDay(text) else {
      throw BuzzlineError(
        .invalidValue, at: table.place(row, column), "'\(text.excerpt)' is no date such as 2024-05-06.")
    }
    return day
  }
}

extension [Response] {
  /// These and those of files read before.
  ///
  /// An item that an actor answered by one file, and by another in part or not, is answered in part. Who is absent or no
  /// member by one of them stays so.
  func joined(to earlier: [Response]) -> [Response] {
    guard !earlier.isEmpty else { return self }
    var responses = earlier
    var places = Dictionary(earlier.indices.map { (earlier[$0].asPut, $0) }) { first, _ in first }
    for response in self {
      if let place = places[response.asPut], response.status.isOfAnswer, responses[place].status.isOfAnswer {
        responses[place].status = responses[place].status.joined(with: response.status)
      } else {
        places[response.asPut] = responses.count
        responses.append(response)
      }
    }
    return responses
  }
}

extension Range<Int> {
  /// The numbers but for some, which ascend.
  fileprivate func removing(_ others: [Int]) -> [Int] {
    guard !others.isEmpty else { return Array(self) }
    var next = others[...]
    return filter { number in
      guard next.first == number else { return true }
      next.removeFirst()
      return false
    }
  }
}

extension Claim {
  /// Which of two claims about the same counts: yes before no before missing, then the larger weight, then the one that
  /// says more of the tie, then the one whose words come first.
  func outranks(_ other: Claim) -> Bool {
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

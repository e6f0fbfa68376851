internal import ClusterSurveys

/// Whom every row names, in one array.
struct SlotAnswers: Sendable {
  struct Slot: Sendable {
    let partner: ClaimPartner
    /// Places among the topics and channels of the design.
    let topic: UInt32?
    let channel: UInt32?
  }

  private var slots: [Slot] = []
  /// Where those of each row and item begin, and where the last end.
  private var starts: [Int]

  init(of survey: SyntheticSurvey, rows: [Questionnaire.Row]) {
    let (actors, items) = (survey.network.actorCount, SurveyItem.allCases)
    var numbers = [Int](repeating: 0, count: actors * survey.design.waveCount)
    for row in rows { numbers[row.wave * actors + row.actor] = row.number }
    func place(_ claim: Claim, in wave: Int) -> Int {
      (numbers[wave * actors + claim.respondent] - 1) * items.count + (claim.item == .shared ? 0 : 1)
    }
    starts = [Int](repeating: 0, count: rows.count * items.count + 1)
    for block in survey.tieBlocks {
      for claim in survey.claims(in: block) { starts[place(claim, in: block.wave) + 1] += 1 }
    }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var next = starts
    let topics = Self.places(of: survey.design.topics)
    let channels = Self.places(of: survey.design.channels)
    slots = [Slot](repeating: Slot(partner: .actor(0), topic: nil, channel: nil), count: starts.last ?? 0)
    for block in survey.tieBlocks {
      for claim in survey.claims(in: block) {
        let place = place(claim, in: block.wave)
        slots[next[place]] = Slot(
          partner: claim.partner, topic: claim.topic.flatMap { topics[$0] },
          channel: claim.channel.flatMap { channels[$0] })
        next[place] += 1
      }
    }
  }

  private static func places(of labels: [String]) -> [String: UInt32] {
    Dictionary(labels.enumerated().map { ($1, UInt32($0)) }) { first, _ in first }
  }

  func of(_ row: Questionnaire.Row, _ item: SurveyItem) -> ArraySlice<Slot> {
    let place = (row.number - 1) * SurveyItem.allCases.count + (item == .shared ? 0 : 1)
    return slots[starts[place]..<starts[place + 1]]
  }

  /// As many as any row needs: whoever answers in part needs one more that is not reached.
  func mostSlots(_ rows: [Questionnaire.Row]) -> Int {
    rows.lazy.flatMap { row in
      SurveyItem.allCases.lazy.map { item in
        let count = of(row, item).count
        return row.status == .partial ? max(1, count) + 1 : count
      }
    }.max().map { max(1, $0) } ?? 1
  }
}

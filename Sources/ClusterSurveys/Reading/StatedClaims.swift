internal import KnowledgeNetworks

/// The claims that the rows of a file state, repeated ones among them.
struct StatedClaims {
  private(set) var claims: [Claim] = []
  /// The row of each.
  private(set) var rows: [Int] = []
  /// What each speaks of.
  private var subjects: [Subject] = []

  /// What makes two claims of a respondent speak of the same, by the numbers of texts and partners.
  ///
  /// Two words, which are hashed fast.
  struct Subject: Hashable {
    private let subject: UInt64
    private let layer: UInt64

    init(item: SurveyItem, partner: UInt32, wave: UInt32, topic: UInt32, channel: UInt32) {
      let isShared: UInt64 =
        switch item {
        case .shared: 1
        case .received: 0
        }
      subject = UInt64(partner) << 33 | isShared << 32 | UInt64(wave)
      layer = UInt64(topic) << 32 | UInt64(channel)
    }
  }

  mutating func reserve(_ count: Int) {
    claims = [Claim](largeCapacity: count)
    rows.reserveCapacity(count)
    subjects.reserveCapacity(count)
  }

  mutating func append(_ claim: Claim, _ row: Int, _ subject: Subject) {
    claims.append(claim)
    rows.append(row)
    subjects.append(subject)
  }

  /// The claims that do not count, since one about the same outranks them, in the order of the rows; each with the one
  /// that counts.
  ///
  /// - Complexity: O(*c* + *n*) time and space for *c* claims of *n* actors.
  func repetitions(actors count: Int) -> [(place: Int, counting: Int)] {
    let (order, starts) = byRespondent(count)
    var repetitions: [(place: Int, counting: Int)] = []
    for actor in 0..<count where starts[actor + 1] - starts[actor] > 1 {
      var kept: [Subject: Int] = [:]
      kept.reserveCapacity(starts[actor + 1] - starts[actor])
      var outranked: [Int] = []
      for place in order[starts[actor]..<starts[actor + 1]].lazy.map(Int.init) {
        guard let other = kept.updateValue(place, forKey: subjects[place]) else { continue }
        let isBetter = claims[place].outranks(claims[other])
        if !isBetter { kept[subjects[place]] = other }
        outranked.append(isBetter ? other : place)
      }
      for place in outranked { repetitions.append((place, kept[subjects[place]] ?? place)) }
    }
    return repetitions.sorted { $0.place < $1.place }
  }

  /// The claims at some places, which ascend; they are not copied, and none is left here.
  mutating func takeClaims(at places: [Int]) -> [Claim] {
    var kept: [Claim] = []
    swap(&kept, &claims)
    for (position, place) in places.enumerated() where position != place { kept[position] = kept[place] }
    kept.removeLast(kept.count - places.count)
    return kept
  }

  /// The places of the claims of each respondent, and where each respondent's begin.
  private func byRespondent(_ count: Int) -> (order: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for place in claims.indices { starts[claims[place].respondent + 1] += 1 }
    for actor in 0..<count { starts[actor + 1] += starts[actor] }
    var (order, next) = ([UInt32](repeating: 0, count: claims.count), starts)
    for place in claims.indices {
      let respondent = claims[place].respondent
      order[next[respondent]] = UInt32(place)
      next[respondent] += 1
    }
    return (order, starts)
  }
}

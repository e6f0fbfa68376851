internal import DataFiles
internal import KnowledgeNetworks

/// Makes one answer of those that several persons gave for an organisation.
struct PersonCombining {
  /// The answers, one for each actor and wave.
  private(set) var answers: [PersonAnswers] = []
  /// How many actors, in a wave, have several persons.
  private(set) var sharedCount = 0
  /// Comparisons of what two persons of an organisation said of the same partner, and in how many they agree.
  private(set) var compared = 0
  private(set) var agreeing = 0

  /// - Throws: `BuzzlineError` if an actor has several rows in a wave and the mapping does not say what then holds.
  init(_ persons: [PersonAnswers], _ source: SourceMapping, in table: ExportTable) throws(BuzzlineError) {
    guard !source.takesRowsTogether else {
      answers = persons
      return
    }
    for group in Self.groups(of: persons) {
      guard group.count > 1 else {
        answers.append(group[0])
        continue
      }
      guard let combination = source.combination else { throw Self.undecided(group, table) }
      sharedCount += 1
      compare(group)
      answers.append(Self.combined(group, by: combination.rule))
    }
  }

  /// The persons of each actor and wave, in the order of the rows.
  private static func groups(of persons: [PersonAnswers]) -> [[PersonAnswers]] {
    var groups: [[PersonAnswers]] = []
    var places: [UInt64: Int] = [:]
    for person in persons {
      if let place = places[person.subject] {
        groups[place].append(person)
      } else {
        places[person.subject] = groups.count
        groups.append([person])
      }
    }
    return groups
  }

  private static func undecided(_ group: [PersonAnswers], _ table: ExportTable) -> BuzzlineError {
    let (sheet, texts) = (table.sheet, table.pool)
    let lines = group.compactMap { sheet.place($0.row).line }.map(String.init).listed(8)
    let wave = group[0].wave == 0 ? "" : " in wave \(texts[group[0].wave])"
    return BuzzlineError(
      .invalidValue, at: sheet.place(group[1].row),
      "'\(texts[group[0].actor].excerpt)' answers more than once\(wave), in the lines \(lines); "
        + "'combine: any', all, majority, most_senior or rows in the mapping says what holds.")
  }

  private static func combined(_ group: [PersonAnswers], by rule: PersonCombination.Rule) -> PersonAnswers {
    if rule == .mostSenior {
      // The most senior of those who answered anything.
      let answered = group.filter { $0.statuses.values.contains(where: \.isAnswered) }
      let candidates = answered.isEmpty ? group : answered
      return candidates.min { ($0.rank, $0.row) < ($1.rank, $1.row) } ?? group[0]
    }
    var answer = group[0]
    let subjects = group.map(\.answersBySubject)
    let all = subjects.flatMap(\.keys)
    var seen: Set<ClaimSubject> = []
    answer.claims = all.filter { seen.insert($0).inserted }.compactMap { subject in
      Self.claim(on: subject, group, subjects, rule)
    }
    answer.claims.sort { $0.cell < $1.cell }
    answer.answers = Self.agreed(group)
    for item in SurveyItem.allCases {
      answer.statuses[item] = group.compactMap { $0.statuses[item] }.min { $0.informativeness < $1.informativeness }
    }
    return answer
  }

  /// The answers to other questions that all who gave one agree on.
  private static func agreed(_ group: [PersonAnswers]) -> [MappedAnswer] {
    let byQuestion = Dictionary(grouping: group.flatMap(\.answers), by: \.question)
    return byQuestion.values.filter { Set($0.map(\.answer)).count == 1 }.map { $0[0] }.sorted { $0.cell < $1.cell }
  }

  private static func claim(
    on subject: ClaimSubject, _ group: [PersonAnswers], _ subjects: [[ClaimSubject: MappedClaim]],
    _ rule: PersonCombination.Rule
  ) -> MappedClaim? {
    let said = zip(group, subjects).map { $0.answer(on: subject, $1) }
    let (ties, denials) = (said.count { $0 == .yes }, said.count { $0 == .no })
    let answer: Answer =
      switch rule {
      case .any: ties > 0 ? .yes : denials > 0 ? .no : .missing
      case .all: denials > 0 ? .no : ties > 0 ? .yes : .missing
      default: ties > denials ? .yes : ties + denials > 0 ? .no : .missing
      }
    let stated = subjects.compactMap { $0[subject] }
    return (stated.first { $0.answer == answer } ?? stated.first)?.saying(answer)
  }

  private mutating func compare(_ group: [PersonAnswers]) {
    let subjects = group.map(\.answersBySubject)
    for subject in Set(subjects.flatMap(\.keys)) {
      let said = zip(group, subjects).map { $0.answer(on: subject, $1) }
      let (ties, denials) = (said.count { $0 == .yes }, said.count { $0 == .no })
      let heard = ties + denials
      compared += heard * (heard - 1) / 2
      agreeing += ties * (ties - 1) / 2 + denials * (denials - 1) / 2
    }
  }
}

/// What a claim is about.
private struct ClaimSubject: Hashable {
  let item: SurveyItem
  let partner: UInt32
  let topic: UInt32
  let channel: UInt32
}

extension PersonAnswers {
  /// The actor and the wave in one.
  var subject: UInt64 { UInt64(wave) << 32 | UInt64(actor) }

  fileprivate var answersBySubject: [ClaimSubject: MappedClaim] {
    let pairs = claims.map {
      (ClaimSubject(item: $0.item, partner: $0.partner, topic: $0.topic, channel: $0.channel), $0)
    }
    return Dictionary(pairs) { first, second in first.answer == .yes ? first : second }
  }

  /// What this person says of a subject: whoever answered in full denies what it does not name.
  fileprivate func answer(on subject: ClaimSubject, _ claims: [ClaimSubject: MappedClaim]) -> Answer {
    claims[subject]?.answer ?? (statuses[subject.item] == .answered ? .no : .missing)
  }
}

extension MappedClaim {
  fileprivate func saying(_ answer: Answer) -> MappedClaim {
    MappedClaim(
      item: item, answer: answer, partner: partner, topic: topic, channel: channel,
      weight: answer == .yes ? weight : 0, details: answer == .yes ? details : 0, cell: cell)
  }
}

extension ResponseStatus {
  /// The order in which states of several persons count for their organisation.
  fileprivate var informativeness: Int {
    let order: [ResponseStatus] = [.answered, .partial, .refused, .notAsked, .absent, .notMember]
    return order.firstIndex(of: self) ?? order.count
  }
}

internal import ClusterSurveys
internal import DataFiles
internal import KnowledgeNetworks

/// What respondents say of their ties, by range and kind: experience with the partner before, effect of the programme,
/// technological and cultural proximity.
///
/// Each further column of the file of claims is one such item; `experience` is commonly `known` or `new`, `effect`
/// `initiated`, `intensified` or `unaffected`. A tie here is a claim that a respondent affirms and describes so; a tie that
/// both sides describe is one of each. Its range is what the respondent states under `range`, else where it leads by the
/// clusters of both (`local_buzz`, `national_pipeline`), and not stated where neither tells. The intervals are Wilson's and
/// take ties as independent, which those of one respondent are not: they are too narrow where few respondents state many.
/// Tests permute ranges among the ties of each respondent, so that only respondents with ties of several ranges count.
///
/// Properties: `tiesAreCountedByHand`, `rangesAreComparedWithinRespondents`.
public struct SurveyTieFinding: Finding, Hashable {
  /// By heading, wave, range, kind and answer.
  public internal(set) var rows: [AnswerRow]
  /// Headings under which words differ too much to be counted.
  public let openHeadings: [String]

  /// A row a wave, heading, range, kind and answer, and one of the numbers where answers have an order.
  public var table: FindingsTable {
    FindingsTable("survey-ties", rows: rows, columns: AnswerRow.columns(withRange: true))
  }

  /// Which headings are left out.
  public var statements: [String] {
    openHeadings.isEmpty ? [] : ["Open answers are not counted: \(openHeadings.joined(separator: ", "))."]
  }

  /// The column that states how far a partner is.
  static let rangeHeading = "range"
  /// What people call a heading: the known ones in words of ours.
  static func label(of heading: String) -> Paragraph { known[heading]?.label ?? "\(name: heading)" }

  /// Whether an answer is one of the words of known headings.
  static func isKnown(_ answer: String) -> Bool { known.values.contains { $0.words.contains(answer) } }

  /// The known headings with what people call them and their words in order.
  private static let known: [String: (label: Paragraph, words: [String])] = [
    "experience": ("experience with the partner before", ["known", "new"]),
    "effect": ("effect of the programme", ["initiated", "intensified", "unaffected"]),
  ]
}

extension SurveyTieFinding {
  /// - Parameter tests: Takes whether ranges differ.
  /// - Returns: `nil` where no claim that is affirmed describes its tie.
  init?(
    of waves: [SurveyWave], options: PermutationOptions, workers: Workers, tests: inout [SurveyTest]
  ) throws(BuzzlineError) {
    var stated: [String: [AnswerDistribution.Observation]] = [:]
    for wave in waves {
      let claims = wave.survey.claims.filter { $0.answer == .yes && !$0.details.isEmpty }
      guard !claims.isEmpty else { continue }
      let places = try ActorPlaces(of: wave.survey.actors, workers: workers)
      for claim in claims {
        let (kind, range) = (wave.survey.actors[claim.respondent].kindCategory, claim.range(by: places))
        for (heading, text) in claim.details where heading != Self.rangeHeading {
          stated[heading, default: []].append(
            AnswerDistribution.Observation(
              respondent: claim.respondent, kind: kind, wave: wave.name, range: range,
              answer: Self.known[heading]?.words.first { $0 == text.lowercased() } ?? text, number: nil))
        }
      }
    }
    guard !stated.isEmpty else { return nil }
    var (rows, open) = ([AnswerRow](), [String]())
    for heading in stated.keys.sorted(by: NaturalOrder.precedes) {
      let observations = Self.withNumbers(Self.ordered(stated[heading] ?? []))
      let known = Self.known[heading]?.words ?? []
      let words = observations.contains { known.contains($0.answer) } ? known : []
      guard
        let distribution = AnswerDistribution(
          heading, scale: words.isEmpty ? nil : .nominal, levels: words, observations)
      else {
        open.append(heading)
        continue
      }
      rows += distribution.rowsByRange
      tests += try distribution.testsOfRanges(options, workers)
    }
    (self.rows, openHeadings) = (rows, open)
  }

  /// With numbers, where all answers are.
  private static func withNumbers(
    _ observations: [AnswerDistribution.Observation]
  ) -> [AnswerDistribution.Observation] {
    let cells = observations.enumerated().map { (row: $0.offset, text: $0.element.answer) }
    guard let grammar = try? DecimalNumbers(detectedIn: cells) else { return observations }
    let numbers = cells.map { grammar.number($0.text) }
    guard numbers.allSatisfy({ $0?.isFinite == true }) else { return observations }
    return zip(observations, numbers).map { observation, number in
      AnswerDistribution.Observation(
        respondent: observation.respondent, kind: observation.kind, wave: observation.wave, range: observation.range,
        answer: observation.answer, number: number)
    }
  }

  /// In an order that rows of the file are without effect on.
  private static func ordered(
    _ observations: [AnswerDistribution.Observation]
  ) -> [AnswerDistribution.Observation] {
    observations.sorted { one, other in
      if one.respondent != other.respondent { return one.respondent < other.respondent }
      if one.wave != other.wave { return NaturalOrder.precedes(one.wave, other.wave) }
      if one.range != other.range { return (one.range ?? .unstated) < (other.range ?? .unstated) }
      return NaturalOrder.precedes(one.answer, other.answer)
    }
  }
}

extension Claim {
  /// How far its partner is: as the respondent states it, else by the clusters of both.
  fileprivate func range(by places: ActorPlaces) -> SurveyCategory {
    if let stated = details[SurveyTieFinding.rangeHeading] { return .named(stated) }
    guard case .actor(let partner) = partner else { return .unstated }
    let scope = places.scope(between: respondent, and: partner)
    return scope == .unknown ? .unstated : .named(scope.label)
  }
}

extension AnswerDistribution {
  fileprivate var rowsByRange: [AnswerRow] {
    func shown(_ category: (Observation) -> SurveyCategory) -> [SurveyCategory] {
      SurveyCategory.shown(observations.reduce(into: [:]) { $0[category($1), default: 0] += 1 }).categories
    }
    let (ranges, kinds) = (shown { $0.range ?? .unstated }, shown(\.kind))
    return waves.flatMap { wave in
      ranges.flatMap { range in
        kinds.flatMap { kind in
          rows(
            observations.filter { own in
              own.wave == wave && (range == .all || own.range == range) && (kind == .all || own.kind == kind)
            }, wave: wave, range: range, kind: kind)
        }
      }
    }
  }

  /// Whether ranges differ in each wave; ties whose range is not stated are left out.
  fileprivate func testsOfRanges(
    _ options: PermutationOptions, _ workers: Workers
  ) throws(BuzzlineError) -> [SurveyTest] {
    let numbers = Set(observations.compactMap(\.range)).sorted().numbered()
    var tests: [SurveyTest] = []
    for wave in waves {
      let own = observations.filter { $0.wave == wave && $0.range?.name != nil }
      let group = { (observation: Observation) in observation.range.flatMap { numbers[$0] } ?? 0 }
      if let test = try test(own, by: group, within: own.map(\.respondent), options, workers) {
        tests.append(SurveyTest(.ties, question, between: .ranges, in: wave, test))
      }
    }
    return tests
  }
}

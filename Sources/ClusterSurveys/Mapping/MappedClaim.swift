internal import DataFiles

/// One claim as an export makes it; each text is its number in the pool of the table.
struct MappedClaim {
  let item: SurveyItem
  let answer: Answer
  let partner: UInt32
  let topic: UInt32
  let channel: UInt32
  let weight: UInt32
  /// What else is said of the tie, by its number among the ``TieDetails`` of the table; 0 is nothing.
  var details: UInt32 = 0
  let cell: Sheet.Position
}

/// What rows say of ties beside topic, channel and weight, each combination kept once and known by a number.
final class TieDetails {
  /// The texts by heading, both by number.
  typealias Said = [(heading: UInt32, text: UInt32)]

  private(set) var all: [Said] = [[]]
  private var numbers: [[UInt32]: UInt32] = [[]: 0]

  func number(of said: Said) -> UInt32 {
    let key = said.flatMap { [$0.heading, $0.text] }
    if let number = numbers[key] { return number }
    let number = UInt32(all.count)
    numbers[key] = number
    all.append(said)
    return number
  }
}

/// What became of the cells of a question: read = ties + denials + answers + missing + ignored.
struct CellCounts: Hashable {
  var ties = 0
  var denials = 0
  /// Cells that answer a question which is not about partners.
  var answers = 0
  var missing = 0
  /// Cells that state nothing about a tie: empty slots, the respondent itself.
  var ignored = 0
  /// Cells that affirm a tie which another question of the same row denies; they count as ties.
  var contradictions = 0
  /// Rows in which every slot of a name generator is used.
  var censored = 0

  var read: Int { ties + denials + answers + missing + ignored }

  static func + (left: CellCounts, right: CellCounts) -> CellCounts {
    CellCounts(
      ties: left.ties + right.ties, denials: left.denials + right.denials, answers: left.answers + right.answers,
      missing: left.missing + right.missing,
      ignored: left.ignored + right.ignored, contradictions: left.contradictions + right.contradictions,
      censored: left.censored + right.censored)
  }
}

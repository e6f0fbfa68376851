internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// A file of partners that belongs to interviews.
struct DraftChild {
  let name: String
  /// The name of the repeat that it is: of its sheet, or of its file without what stands behind the dot.
  private let stem: String
  /// Which items its partners answer; none if nothing says it.
  let items: [SurveyItem]
  /// Whether a column names partners.
  let namesPartners: Bool

  init(_ file: DraftFile) {
    (name, stem) = (file.shownName, file.stem)
    let questions = DraftQuestion.all(of: file.table, dialect: file.dialect, leavingOut: [], isLong: true)
    let directions = Self.directions(among: questions, of: file)
    items = directions.map(\.item)
    let told = directions.flatMap(\.columns)
    namesPartners =
      questions.filter { Set($0.columns).isDisjoint(with: told) }.first(.partner, DraftQuestion.naming) != nil
  }

  /// Which way knowledge goes to or from a partner, and under which condition.
  struct Direction {
    let item: SurveyItem
    /// What a mapping says of the rows that are meant; `nil` if all are.
    var condition: String?
    /// The columns that tell it.
    var columns: [Int] = []
  }

  /// Told by a column of words such as given and received, by one that is ticked for each, by the headings of the
  /// questions, or else by the name of the sheet or file.
  static func directions(among questions: [DraftQuestion], of file: DraftFile) -> [Direction] {
    let single = questions.filter { $0.columns.count == 1 }
    let worded = single.lazy.map { Self.directions(inWordsOf: $0) }.first { !$0.isEmpty }
    if let worded { return worded }
    let ties = Set((file.dialect?.codes ?? DraftCodes()).tie)
    let ticked = single.filter { $0.form == .flag }.compactMap { question -> Direction? in
      let heading = question.ownHeading
      let yes = question.samples.filter(ties.contains)
      guard let item = DraftWords.item(of: heading, heading: heading), !yes.isEmpty else { return nil }
      return Direction(item: item, condition: condition(question, yes), columns: question.columns)
    }
    if !ticked.isEmpty, Set(ticked.map(\.item)).count == ticked.count { return ticked }
    let stated = Set(questions.compactMap { DraftWords.item(of: $0.text, heading: $0.heading) })
    if let item = stated.first, stated.count == 1 { return [Direction(item: item)] }
    return DraftWords.item(of: file.stem, heading: "").map { [Direction(item: $0)] } ?? []
  }

  private static func directions(inWordsOf question: DraftQuestion) -> [Direction] {
    let words = question.samples.map { ($0, DraftWords.item(of: $0, heading: "")) }
    guard question.form == .words, words.allSatisfy({ $0.1 != nil }) else { return [] }
    return SurveyItem.allCases.compactMap { item in
      let texts = words.filter { $0.1 == item }.map(\.0)
      return texts.isEmpty
        ? nil : Direction(item: item, condition: condition(question, texts), columns: question.columns)
    }
  }

  private static func condition(_ question: DraftQuestion, _ texts: [String]) -> String {
    "{column: \(question.selector), is: [\(texts.map(yaml).joined(separator: ", "))]}"
  }

  /// What the interviews say of its item, once it is known which.
  func itemsToFillIn(in table: ExportTable) -> [String] {
    let counted = table.headings.indices.first { column in
      let heading = table.headings[column].split { "/-".contains($0) }.last ?? ""
      return heading.hasSuffix("_count") && stem.hasSuffix(heading.dropLast("_count".count))
    }
    let columns = counted.map { "columns: \($0.selector(in: table)), " } ?? ""
    return [
      "# Fill in the item as below: whoever has no row in '\(name.inOneLine)' was asked and named nobody.",
      "# items:", "#   - {item: , \(columns)cell: response}",
    ]
  }
}

extension [DraftQuestion] {
  /// The first question about a part of a tie where a row is a partner.
  func first(_ part: DraftWords.Part, _ forms: [DraftQuestion.Form], isTicked: Bool = false) -> DraftQuestion? {
    first { question in
      let text = question.text == question.heading ? question.ownHeading : question.text
      return (question.columns.count > 1) == isTicked && forms.contains(question.form)
        && DraftWords.part(of: text, heading: question.ownHeading) == part
    }
  }
}

extension DraftQuestion {
  /// What cells look like that name partners.
  static let naming: [Form] = [.names, .words]

  /// The heading without the groups that the question is in.
  var ownHeading: String { heading.split(separator: "/").last.map(String.init) ?? heading }
}

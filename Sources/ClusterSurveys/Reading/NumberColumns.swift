internal import DataFiles
internal import Foundation
public import KnowledgeNetworks

/// The weights in a file of claims or ties.
///
/// Equal cells are read once.
final class WeightColumn {
  private let file: StudyFile
  private let column: Int
  private let numbers: DecimalNumbers
  private var known = Remembered<Double?>()

  /// Settles the decimal sign: the one declared, else the one that the cells have; `nil` where the file has no weights.
  ///
  /// - Throws: `BuzzlineError` at a cell whose decimal sign is not that of the others.
  init?(of file: inout StudyFile) throws(BuzzlineError) {
    guard let column = try file.headings.column("weight") else { return nil }
    do throws(DecimalNumbers.Mixed) {
      numbers = try DecimalNumbers(
        declared: file.options.decimalSign,
        orDetectedIn: Self.markedCells(of: file, column))
    } catch {
      throw error.refusal(
        at: file.table.place(error.odd.row, column), " in line \(file.table.place(error.other.row).line ?? 0)")
    }
    if let ambiguous = numbers.ambiguous {
      file.remark(
        "ambiguous-number",
        "Under '\(file.table.headings[column])' such as '\(ambiguous.excerpt)' could part thousands or be a decimal "
          + "sign, and is read as the latter; --decimal settles it.")
    }
    file.decimalSign = numbers.sign
    (self.file, self.column) = (file, column)
  }

  /// The cells that may decide on a sign, since they hold a comma or a dot.
  private static func markedCells(of file: StudyFile, _ column: Int) -> [(row: Int, text: String)] {
    var known = Remembered<String?>()
    var cells: [(row: Int, text: String)] = []
    for row in 0..<file.table.rowCount {
      let number = file.table.number(row, column)
      let text = known[number] ?? file.statedText(row, column).flatMap { DecimalNumbers.isMarked($0) ? $0 : nil }
      known[number] = .some(text)
      if let text { cells.append((row, text)) }
    }
    return cells
  }

  /// The weight in a row; `nil` where none is stated.
  ///
  /// - Throws: `BuzzlineError` if the cell holds no number, or one below 0 or without end.
  func weight(_ row: Int) throws(BuzzlineError) -> Double? {
    try known.meaning(of: file.table.number(row, column)) { () throws(BuzzlineError) in try stated(row) }
  }

  /// The same where an equal cell was read before; else `nil`.
  func known(_ row: Int) -> Double?? { known[file.table.number(row, column)] }

  private func stated(_ row: Int) throws(BuzzlineError) -> Double? {
    guard let text = file.statedText(row, column) else { return nil }
    guard let number = numbers.number(text) else {
      throw error(row, "'\(text.excerpt)' is not a number, but a weight must be one.")
    }
    guard number.isFinite else { throw error(row, "The weight '\(text.excerpt)' is too large for a number.") }
    guard number >= 0 else { throw error(row, "The weight \(text) is negative; a weight is 0 or more.") }
    return number
  }

  private func error(_ row: Int, _ message: String) -> BuzzlineError {
    BuzzlineError(.invalidValue, at: file.table.place(row, column), message)
  }
}

extension DecimalNumbers {
  fileprivate init(
    declared sign: DecimalSign?, orDetectedIn cells: some Sequence<(row: Int, text: String)>
  ) throws(Mixed) {
    self = if let sign { DecimalNumbers(sign: sign) } else { try DecimalNumbers(detectedIn: cells) }
  }
}

extension DecimalNumbers.Mixed {
  /// The error at the odd cell; `line` tells where the other one stands.
  func refusal(at place: Place, _ line: String = "") -> BuzzlineError {
    BuzzlineError(
      .invalidValue, at: place,
      "'\(odd.text.excerpt)' has another decimal sign than '\(other.text.excerpt)'\(line); name the right one "
        + "with --decimal, or mend the cells.")
  }
}

extension Survey {
  /// The numbers in a further column of the actor file, such as costs or numbers of employees, in roster order.
  ///
  /// Read by the grammar of all numbers: the decimal sign is the one that was declared when the study was read, else the
  /// one that the cells have.
  ///
  /// - Parameter heading: The column's heading.
  /// - Returns: One number an actor; `nil` where the cell says nothing.
  /// - Throws: ``BuzzlineError`` with file, line and column if a cell holds no number, or the cells mix decimal signs;
  ///   `.unknownColumn` if no actor says anything under such a heading.
  /// - Complexity: O(*n*) time and space for *n* actors.
  public func numbers(under heading: String) throws(BuzzlineError) -> [Double?] {
    let column = ActorColumn(named: heading)
    let texts = actors.map(column.value(of:))
    guard texts.contains(where: { $0 != nil }) else {
      let known = Set(actors.flatMap(\.attributes.keys)).sorted()
      throw BuzzlineError(.unknownColumn, "No actor has a column '\(heading)'." + suggestion(for: heading, in: known))
    }
    let numbers: DecimalNumbers
    do throws(DecimalNumbers.Mixed) {
      numbers = try DecimalNumbers(
        declared: options.decimalSign,
        orDetectedIn: texts.enumerated().lazy.compactMap { row, text in text.map { (row: row, text: $0) } })
    } catch {
      throw error.refusal(at: place(of: error.odd.row, under: heading))
    }
    return try texts.enumerated().map { actor, text throws(BuzzlineError) -> Double? in
      guard let text else { return nil }
      guard let number = numbers.number(text), number.isFinite else {
        throw BuzzlineError(
          .invalidValue, at: place(of: actor, under: heading),
          "'\(text.excerpt)' under '\(heading)' is not a number.")
      }
      return number
    }
  }

  /// Where an actor's cell under a heading stands; the actor file is read once more for it.
  ///
  /// - Complexity: O(size of the file) time and space.
  public func place(of actor: Int, under heading: String) -> Place {
    guard let actorFile, let bytes = try? Data(contentsOf: actorFile),
      let table = try? CSVTable(
        Array(bytes), file: actorFile.relativePath, delimiter: options.delimiter, encoding: options.encoding),
      let column = table.column(heading),
      let id = (try? KnownHeadings(of: table, options: options).column("id")) ?? nil,
      let row = (0..<table.rowCount).first(where: { table.text($0, id) == actors[actor].id })
    else { return Place(actor: actors[actor].id) }
    return table.place(row, column)
  }
}

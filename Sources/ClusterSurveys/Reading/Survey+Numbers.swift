internal import DataFiles
internal import Foundation
public import KnowledgeNetworks

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
      throw BuzzlineError(
        .unknownColumn, "No actor has a column '\(heading)'." + suggestion(for: heading, in: known))
    }
    let numbers: DecimalNumbers
    if let sign = decimalSign {
      numbers = DecimalNumbers(sign: sign)
    } else {
      do throws(DecimalNumbers.Mixed) {
        numbers = try DecimalNumbers(
          detectedIn: texts.enumerated().lazy.compactMap { row, text in text.map { (row: row, text: $0) } })
      } catch {
        throw BuzzlineError(
          .invalidValue, at: place(of: error.odd.row, under: heading),
          "'\(error.odd.text.prefix(40))' has another decimal sign than '\(error.other.text.prefix(40))'; name the right one "
            + "with --decimal, or mend the cells.")
      }
    }
    var read: [Double?] = []
    for (actor, text) in texts.enumerated() {
      guard let text else {
        read.append(nil)
        continue
      }
      guard let number = numbers.number(text), number.isFinite else {
        throw BuzzlineError(
          .invalidValue, at: place(of: actor, under: heading),
          "'\(text.prefix(60))' under '\(heading)' is not a number.")
      }
      read.append(number)
    }
    return read
  }

  /// Where an actor's cell under a heading stands; the actor file is read once more for it.
  ///
  /// - Complexity: O(size of the file) time and space.
  public func place(of actor: Int, under heading: String) -> Place {
    let nowhere = Place(actor: actors[actor].id)
    guard let source = actorFile, let bytes = try? Data(contentsOf: source.url),
      let table = try? CSVTable(
        Array(bytes), file: source.url.relativePath, delimiter: source.options.delimiter,
        encoding: source.options.encoding),
      let column = table.column(heading), let id = (try? StudyFile.column("id", in: table, source.options)) ?? nil,
      let row = (0..<table.rowCount).first(where: { table.text($0, id) == actors[actor].id })
    else { return nowhere }
    return table.place(row, column)
  }
}

/// Where the actors of a survey were read from, for messages about their cells.
struct ActorFile: Sendable {
  let url: URL
  let options: ReadingOptions
}

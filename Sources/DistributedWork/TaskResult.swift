internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// The result of one task in a file with checksums: what was asked, then the rows of each computation.
struct TaskResult: Sendable {
  static let kind = SectionFileKind(
    word: "task", version: 1, noun: "the result of a task", remedy: "'buzzline run' does the task again")

  private struct Description: Codable {
    /// The digest of the plan.
    var plan: String
    var task: Int
  }

  private let file: SectionFile

  /// Opens a result.
  ///
  /// - Throws: `BuzzlineError` `malformed` or `unknownFormat` of a file that is no result of the task.
  init(_ url: URL, of folder: WorkFolder, task: Int) throws(BuzzlineError) {
    file = try SectionFile(url, kind: Self.kind)
    try file.verify(["description"], by: Workers(threads: 1))
    let json = Data(try file.numbers("description", as: UInt8.self))
    guard let said = try? JSONDecoder().decode(Description.self, from: json), said.plan == folder.digest,
      said.task == task
    else { throw file.damage("This is the result of another plan or task") }
  }

  /// Verifies all that the file holds.
  func verify(by workers: Workers) throws(BuzzlineError) { try file.verify(by: workers) }

  /// What the task found in a computation.
  func part(of computation: Int) throws(BuzzlineError) -> WorkPart {
    let places = try file.numbers("rows\(computation)", as: UInt64.self)
    let words = try file.numbers("words\(computation)", as: UInt64.self)
    var (rows, start) = ([WorkPart.Row](), 0)
    for place in stride(from: 0, to: places.count - places.count % 3, by: 3) {
      let length = Int(clamping: places[place + 2])
      guard length <= words.count - start else { throw file.damage("The rows of a computation are cut off") }
      rows.append(
        WorkPart.Row(
          first: Int(clamping: places[place]), count: Int(clamping: places[place + 1]),
          words: Array(words[start..<start + length])))
      start += length
    }
    return WorkPart(rows)
  }

  /// Writes a result, whole or not at all.
  static func write(
    _ parts: [WorkPart], to url: URL, of folder: WorkFolder, task: Int, workers: Workers
  ) throws(BuzzlineError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(Description(plan: folder.digest, task: task)) else {
      preconditionFailure("a description is plain JSON")
    }
    var sections = [FileSection("description", Array(json))]
    for (computation, part) in parts.enumerated() {
      let places = part.rows.flatMap { [UInt64($0.first), UInt64($0.count), UInt64($0.words.count)] }
      sections.append(FileSection("rows\(computation)", places))
      sections.append(FileSection("words\(computation)", part.rows.flatMap(\.words)))
    }
    try SectionFile.write(sections, kind: kind, to: url, workers: workers)
  }
}

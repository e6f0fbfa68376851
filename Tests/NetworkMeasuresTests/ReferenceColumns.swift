import Foundation
import KnowledgeNetworks
import TestNetworks

/// A reference file: numbers by row name and column heading.
struct ReferenceColumns {
  let names: [String]
  private let headings: [String]
  private let cells: [[String]]

  /// Reads a file of the shared drawer: commas, no quotes that hold commas.
  init?(_ path: String) throws {
    guard let folder = ReferenceFiles.sharedData else { return nil }
    let rows = try ReferenceFiles.cells(of: folder.appending(path: path))
    headings = rows.first ?? []
    cells = Array(rows.dropFirst())
    names = cells.map { $0.first ?? "" }
  }

  /// A column as words.
  func words(_ heading: String) -> [String] {
    headings.firstIndex(of: heading).map { column in cells.map { $0[column] } } ?? []
  }

  /// A column as numbers; NaN where it says so.
  func numbers(_ heading: String) -> [Double] { words(heading).compactMap(Double.init) }

  /// The network of a square file with names in its first row and column.
  func matrixNetwork() throws -> KnowledgeNetwork {
    var ties: [Tie] = []
    for (source, row) in cells.enumerated() {
      for (target, cell) in row.dropFirst().enumerated() where (Double(cell) ?? 0) > 0 {
        ties.append(Tie(source: source, target: target))
      }
    }
    return try KnowledgeNetwork(actors: names.map { NetworkActor(id: $0) }, ties: ties)
  }
}

/// Whether two numbers agree; not defined agrees with not defined.
func agree(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-9) -> Bool {
  switch (left, right) {
  case (nil, nil): true
  case (let left?, let right?): abs(left - right) <= tolerance || (left.isNaN && right.isNaN)
  default: false
  }
}

/// Scores against numbers in which a NaN is not defined.
func agree(_ scores: ActorScores, _ numbers: [Double], within tolerance: Double = 1e-9) -> Bool {
  scores.count == numbers.count
    && zip(scores, numbers).allSatisfy { agree($0, $1.isNaN ? nil : $1, within: tolerance) }
}

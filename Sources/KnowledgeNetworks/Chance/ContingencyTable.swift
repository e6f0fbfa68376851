internal import Foundation

/// How many observations of each group are of each category.
package struct ContingencyTable: Sendable {
  private let counts: [Int]
  private let rowSums: [Int]
  private let columnSums: [Int]

  package init(_ groups: [Int32], _ categories: [Int32], rows: Int, columns: Int) {
    var counts = [Int](repeating: 0, count: rows * columns)
    var (rowSums, columnSums) = ([Int](repeating: 0, count: rows), [Int](repeating: 0, count: columns))
    for (group, category) in zip(groups, categories) {
      counts[Int(group) * columns + Int(category)] += 1
      rowSums[Int(group)] += 1
      columnSums[Int(category)] += 1
    }
    (self.counts, self.rowSums, self.columnSums) = (counts, rowSums, columnSums)
  }

  /// Takes counts, the cells of a row side by side.
  package init(counts: [Int], columns: Int) {
    let rows = counts.count / columns
    self.counts = counts
    rowSums = (0..<rows).map { counts[($0 * columns)..<(($0 + 1) * columns)].reduce(0, +) }
    columnSums = (0..<columns).map { column in (0..<rows).reduce(0) { $0 + counts[$1 * columns + column] } }
  }

  /// The smallest count that independence would give; no row and no column is empty.
  var leastExpected: Double {
    Double(rowSums.min() ?? 0) * Double(columnSums.min() ?? 0) / Double(rowSums.reduce(0, +))
  }

  /// Pearson's statistic; rows and columns without observations add nothing.
  package var chiSquared: Double {
    let total = Double(rowSums.reduce(0, +))
    var sum = 0.0
    for (row, rowSum) in rowSums.enumerated() {
      for (column, columnSum) in columnSums.enumerated() {
        let expected = Double(rowSum) * Double(columnSum) / total
        guard expected > 0 else { continue }
        let difference = Double(counts[row * columnSums.count + column]) - expected
        sum += difference * difference / expected
      }
    }
    return sum
  }

  /// Cramér's V, from 0 for independence to 1; `nil` where fewer than two rows or columns have observations.
  package var cramersV: Double? {
    let smaller = min(rowSums.count { $0 > 0 }, columnSums.count { $0 > 0 })
    guard smaller > 1 else { return nil }
    return (chiSquared / (Double(rowSums.reduce(0, +)) * Double(smaller - 1))).squareRoot()
  }

  /// The logarithm of how unlikely the table is among all of its margins, up to a constant: the probability is
  /// proportional to the product of 1 / *n*! over its cells.
  func unlikelihood(_ logFactorials: [Double]) -> Double { counts.reduce(0) { $0 + logFactorials[$1] } }

  static func logFactorials(upTo count: Int) -> [Double] {
    var (logarithms, sum) = ([0.0], 0.0)
    for number in 1...max(count, 1) {
      sum += log(Double(number))
      logarithms.append(sum)
    }
    return logarithms
  }
}

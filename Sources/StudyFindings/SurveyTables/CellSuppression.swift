/// How many cells of the survey's tables are withheld, and why.
public struct CellSuppression: Codable, Hashable, Sendable {
  /// The least number that is shown.
  public let least: Int
  /// Cells withheld since too few stand behind them: primary suppression.
  public internal(set) var small = 0
  /// Cells withheld since the small ones could be computed from them: complementary, or secondary, suppression.
  public internal(set) var complementary = 0
}

/// The cells of one table that are withheld, found line by line.
///
/// A line is a set of cells that add up to a number that is shown: the kinds of respondents to all of them, the answers to
/// those that answered, ranges to all ranges. A cell is **small** if its number lies from 1 below the least, or what is left
/// of the respondents when it is taken out does, or these are themselves so few; nobody and everybody are shown. Then, until
/// nothing changes, in each line that holds cells withheld, further ones are withheld, those with the smallest number first,
/// until at least two are and together stand for at least the least number: what can be computed from the rest of the line
/// and its sum is then their sum alone, which is not small. Hundepool et al. (2012), *Statistical Disclosure Control*,
/// [doi:10.1002/9781118348239](https://doi.org/10.1002/9781118348239), chapter 4. The rule protects each line by itself; it
/// is no solution of the whole system of equations, and does not reckon with what a reader knows besides.
///
/// Properties: `noLineLeavesOneCellOpen`, `whatIsWithheldCannotBeComputed`, `theOrderOfCellsIsWithoutEffect`.
struct CellTable {
  struct Cell {
    let count: Int
    let total: Int
    var isWithheld = false

    init(_ share: (count: Int, total: Int)) { (count, total) = share }

    fileprivate func isSmall(below least: Int) -> Bool {
      [count, total - count, total].contains { (1..<least).contains($0) }
    }
  }

  /// Some cells, each by its place, and the cell of their sum, if it is one.
  struct Line {
    let cells: [Int]
    var sum: Int?
  }

  private(set) var cells: [Cell]
  private let least: Int
  private(set) var small = 0

  init(_ shares: [(count: Int, total: Int)], least: Int) {
    self.least = least
    cells = shares.map(Cell.init)
    for place in cells.indices where cells[place].isSmall(below: least) {
      cells[place].isWithheld = true
      small += 1
    }
  }

  /// How many cells are withheld that are not small.
  var complementary: Int { cells.count(where: \.isWithheld) - small }

  /// Withholds a cell, which another one that is withheld would give away.
  ///
  /// - Returns: Whether it was shown before.
  @discardableResult
  mutating func withhold(_ cell: Int) -> Bool {
    defer { cells[cell].isWithheld = true }
    return !cells[cell].isWithheld
  }

  /// Withholds what the lines would give away, and what goes with what is withheld.
  ///
  /// - Parameters:
  ///   - lines: The lines, in an order that does not depend on the input.
  ///   - companions: Cells that are withheld together with a cell.
  /// - Complexity: O(*r* *s*) time for *r* rounds, each of which withholds a cell or is the last, and lines of *s* cells.
  mutating func close(_ lines: [Line], companions: [Int: [Int]] = [:]) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for line in lines where protect(line) { hasChanged = true }
      for (cell, others) in companions where cells[cell].isWithheld {
        for other in others where withhold(other) { hasChanged = true }
      }
    }
  }

  /// Withholds cells of a line until those withheld cannot be told apart; whether any was.
  private mutating func protect(_ line: Line) -> Bool {
    var withheld = line.cells.filter { cells[$0].isWithheld }
    // A sum that is withheld beside cells that are all shown is their sum.
    if withheld.isEmpty, let sum = line.sum, cells[sum].isWithheld, let first = smallest(of: line.cells) {
      withhold(first)
      withheld.append(first)
    } else if withheld.isEmpty {
      return false
    }
    var hasChanged = false
    func isOpen(_ number: (Cell) -> Int) -> Bool {
      (1..<least).contains(withheld.reduce(0) { $0 + number(cells[$1]) })
    }
    while withheld.count < 2 || isOpen({ $0.count }) || isOpen({ $0.total - $0.count }),
      let next = smallest(of: line.cells)
    {
      withhold(next)
      withheld.append(next)
      hasChanged = true
    }
    return hasChanged
  }

  /// The cell still shown behind which fewest stand, nobody last, the first of equal ones.
  private func smallest(of numbers: [Int]) -> Int? {
    numbers.filter { !cells[$0].isWithheld }.min { one, other in
      let (left, right) = (cells[one].count, cells[other].count)
      return (left == 0 ? Int.max : left, one) < (right == 0 ? Int.max : right, other)
    }
  }
}

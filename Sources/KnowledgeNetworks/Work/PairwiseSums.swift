/// Rows of numbers added up pair by pair: neighbours first, then pairs of pairs, and so on.
///
/// Sums of floating-point numbers depend on their order, so the order is part of the definition: 2ᵏ rows from a multiple of
/// 2ᵏ on are the sum of their two halves, and what does not fill the last pairs is added from the longest stretch to the
/// shortest. So stretches of rows can be added up on several machines, and joined they have the same bits as on one. Higham
/// (1993), [doi:10.1137/0914050](https://doi.org/10.1137/0914050): the rounding error grows with the logarithm of the
/// number of rows.
///
/// Properties: `anyCutGivesTheSameBits`.
package struct PairwiseSums: Hashable, Sendable {
  /// The sum of `count` rows from row `first` on: a power of two, and `first` a multiple of it.
  package struct Stretch: Hashable, Sendable {
    package let first: Int
    package let count: Int
    package fileprivate(set) var numbers: [Double]

    package init(first: Int, count: Int, numbers: [Double]) {
      precondition(count > 0 && count & (count - 1) == 0 && first % count == 0, "a stretch is half of a longer one")
      (self.first, self.count, self.numbers) = (first, count, numbers)
    }
  }

  /// What has no other half yet, ascending: of *b* rows at most 2 log₂ *b* stretches.
  package private(set) var stretches: [Stretch] = []

  package init() {}

  /// Takes the row that follows those there are.
  ///
  /// - Complexity: O(*n*) time on average for rows of *n* numbers.
  package mutating func add(_ numbers: [Double], at row: Int) {
    add(Stretch(first: row, count: 1, numbers: numbers))
  }

  /// Takes the stretch that follows those there are.
  package mutating func add(_ next: Stretch) {
    precondition(stretches.last.map { $0.first + $0.count == next.first } ?? true, "rows are added in their order")
    var (first, count, numbers) = (next.first, next.count, next.numbers)
    while let last = stretches.last, last.count == count, last.first % (2 * count) == 0 {
      var left = stretches.removeLast().numbers
      for place in numbers.indices { left[place] += numbers[place] }
      (first, count, numbers) = (last.first, 2 * count, left)
    }
    stretches.append(Stretch(first: first, count: count, numbers: numbers))
  }

  /// The sum of all rows; zeros where there are none.
  package func total(count: Int) -> [Double] {
    guard var total = stretches.first?.numbers else { return [Double](repeating: 0, count: count) }
    for stretch in stretches.dropFirst() {
      for place in total.indices { total[place] += stretch.numbers[place] }
    }
    return total
  }

  /// The same with each row put into another order.
  package func mapped(_ rearranged: ([Double]) -> [Double]) -> PairwiseSums {
    var sums = self
    for place in stretches.indices { sums.stretches[place].numbers = rearranged(stretches[place].numbers) }
    return sums
  }
}

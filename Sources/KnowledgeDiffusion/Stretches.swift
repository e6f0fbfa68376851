/// Whole numbers from 0 on, cut into stretches of one size; the last may be shorter.
struct Stretches: RandomAccessCollection, Sendable {
  let total: Int
  let size: Int

  var startIndex: Int { 0 }
  var endIndex: Int { (total + size - 1) / size }

  subscript(place: Int) -> Range<Int> { place * size..<Swift.min(total, (place + 1) * size) }
}

extension [Int] {
  /// Adds place by place; places that are not there are made.
  mutating func add(_ numbers: [Int]) {
    append(contentsOf: repeatElement(0, count: Swift.max(0, numbers.count - count)))
    for place in numbers.indices { self[place] += numbers[place] }
  }

  /// Adds to one place, which is made if it is not there.
  mutating func add(_ number: Int, at place: Int) {
    while count <= place { append(0) }
    self[place] += number
  }
}

extension Range<Int> {
  /// The first number for which something holds that holds for all after it, too; the upper end where it holds for none.
  ///
  /// - Complexity: O(log *n*) time.
  @inline(__always)
  func firstPlace(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The ranks of values, equal ones sharing the mean of theirs.
struct MidRanks: Sendable {
  private let ranks: [Double]
  /// 1 − Σ(*t*³ − *t*) / (*n*³ − *n*) over the sizes *t* of sets of equal values.
  private let correction: Double

  init(of values: [Double]) {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var (start, ties) = (0, 0.0)
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in order[start..<end] { ranks[place] = Double(start + end + 1) / 2 }
      let size = Double(end - start)
      ties += size * size * size - size
      start = end
    }
    let count = Double(values.count)
    self.ranks = ranks
    correction = count > 1 ? 1 - ties / (count * count * count - count) : 0
  }

  /// U of group 0 less its mean under the null.
  func surplus(of codes: [Int32]) -> Double {
    var (sum, count) = (0.0, 0.0)
    for (rank, code) in zip(ranks, codes) where code == 0 {
      sum += rank
      count += 1
    }
    return sum - count * Double(ranks.count + 1) / 2
  }

  func kruskalWallis(_ codes: [Int32], groups: Int) -> Double {
    var (sums, sizes) = ([Double](repeating: 0, count: groups), [Double](repeating: 0, count: groups))
    for (rank, code) in zip(ranks, codes) {
      sums[Int(code)] += rank
      sizes[Int(code)] += 1
    }
    let count = Double(ranks.count)
    let squares = zip(sums, sizes).reduce(0.0) { $0 + $1.0 * $1.0 / $1.1 }
    return (12 / (count * (count + 1)) * squares - 3 * (count + 1)) / correction
  }
}

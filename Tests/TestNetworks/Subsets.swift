/// All sets of so many whole numbers below a bound, ascending.
public func subsets(of size: Int, below bound: Int) -> [[Int]] {
  guard size > 0 else { return [[]] }
  return (0..<bound).flatMap { last in subsets(of: size - 1, below: last).map { $0 + [last] } }
}

/// A mean over runs and how far chance may have moved it.
public struct Estimate: Hashable, Codable, Sendable {
  /// The mean over the runs.
  public let mean: Double
  /// The standard error of the mean; `nil` of a single run.
  public let standardError: Double?
  /// How many runs it is the mean of.
  public let runs: Int

  /// About 95 of 100 such intervals hold the true value; `nil` of a single run.
  public var interval: ClosedRange<Double>? {
    standardError.map { mean - 1.96 * $0...mean + 1.96 * $0 }
  }

  /// The mean of some numbers, one a run; there must be one at least.
  package init(of numbers: some Collection<Double>) {
    precondition(!numbers.isEmpty, "a mean needs numbers")
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.init(mean: mean, squaredDeviations: squares, runs: numbers.count)
  }

  /// The mean of whole numbers of which only sums are known.
  package init(sum: Int, squares: Int, runs: Int) {
    precondition(runs > 0, "a mean needs runs")
    let mean = Double(sum) / Double(runs)
    // Exact in whole numbers, so that nothing cancels; wide, since squares of large sums leave 64 bits.
    let (high, low) = squares.multipliedFullWidth(by: runs)
    let (sumHigh, sumLow) = sum.multipliedFullWidth(by: sum)
    let (rest, borrows) = low.subtractingReportingOverflow(sumLow)
    let scaled = Double(high - sumHigh - (borrows ? 1 : 0)) * 0x1p64 + Double(rest)
    self.init(mean: mean, squaredDeviations: scaled / Double(runs), runs: runs)
  }

  /// The mean of whole numbers, one a run.
  init(wholes numbers: [Int]) {
    self.init(sum: numbers.reduce(0, +), squares: numbers.reduce(0) { $0 + $1 * $1 }, runs: numbers.count)
  }

  /// The mean of a share of runs, as a part of something.
  package init(share hits: Int, of runs: Int, times factor: Double) {
    let share = Estimate(sum: hits, squares: hits, runs: runs)
    mean = share.mean * factor
    standardError = share.standardError.map { $0 * factor }
    self.runs = runs
  }

  private init(mean: Double, squaredDeviations: Double, runs: Int) {
    self.mean = mean
    self.runs = runs
    standardError = runs > 1 ? (squaredDeviations / Double(runs - 1) / Double(runs)).squareRoot() : nil
  }
}

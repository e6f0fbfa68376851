internal import KnowledgeDiffusion

extension NumberText {
  /// A mean and its standard error, with as many decimals as show a digit of the latter, from 2 to 6.
  static func measured(_ estimate: Estimate) -> String {
    guard let error = estimate.standardError else { return number(estimate.mean) }
    let decimals = decimals(of: estimate)
    return "\(number(estimate.mean, decimals: decimals)) (standard error \(number(error, decimals: decimals)))"
  }

  /// How many decimals of a mean chance leaves to be told.
  static func decimals(of estimate: Estimate) -> Int {
    guard let error = estimate.standardError, error > 0 else { return 2 }
    var decimals = 2
    var shown = error * 100
    while shown < 1, decimals < 6 {
      shown *= 10
      decimals += 1
    }
    return decimals
  }
}

extension Paragraph.Interpolation {
  /// A mean with its standard error.
  mutating func appendInterpolation(_ estimate: Estimate) { appendInterpolation(word: NumberText.measured(estimate)) }
}

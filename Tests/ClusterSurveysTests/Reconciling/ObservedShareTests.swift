import ClusterSurveys
import Testing

struct ObservedShareTests {
  /// Newcombe (1998), table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func `Wilson's interval as printed`(count: Int, total: Int, lower: Double, upper: Double) throws {
    let interval = try #require(ObservedShare(count: count, of: total).interval)
    #expect(abs(interval.lowerBound - lower) < 5e-5)
    #expect(abs(interval.upperBound - upper) < 5e-5)
  }

  @Test func `the interval holds the share, stays in bounds and is mirrored`() throws {
    for total in 1...40 {
      for count in 0...total {
        let share = ObservedShare(count: count, of: total)
        let interval = try #require(share.interval)
        let mirror = try #require(ObservedShare(count: total - count, of: total).interval)
        #expect(interval.contains(try #require(share.value)))
        #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
        #expect(abs(interval.lowerBound - (1 - mirror.upperBound)) < 1e-12)
      }
    }
  }

  @Test func `a share of nothing is not defined`() {
    #expect(ObservedShare(count: 0, of: 0).value == nil)
    #expect(ObservedShare(count: 0, of: 0).interval == nil)
  }
}

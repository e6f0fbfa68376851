import Foundation

/// The seeds that a long search for faults tries: a fixed share among all tests, many times as many by `make fuzz`.
public func searchSeeds(_ share: UInt64) -> ClosedRange<UInt64> {
  let times = ProcessInfo.processInfo.environment["BUZZLINE_FUZZ"].flatMap(UInt64.init) ?? 1
  return 1...(share * max(times, 1))
}

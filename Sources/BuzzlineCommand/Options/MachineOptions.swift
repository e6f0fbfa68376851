internal import ArgumentParser
internal import Buzzline

/// How much of the machine may be used; without effect on any result.
struct MachineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most threads; by default as many as there are processors.", valueName: "number"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "The most memory, such as 800M or 2G; by default what the machine and its limits leave.", valueName: "size"))
  var memory: String?

  func check() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads must be at least 1.") }
    _ = try budget()
  }

  /// The threads, with their progress told on a line.
  func workers(telling line: ProgressLine) throws -> Workers {
    Workers(threads: threads, memory: try budget()) { line.show($0) }
  }

  private func budget() throws -> MemoryBudget {
    guard let memory else { return .machine }
    let units: [Character: Int] = ["K": 1_000, "M": 1_000_000, "G": 1_000_000_000]
    let unit = memory.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? Substring(memory) : memory.dropLast()
    guard let count = Int(digits), count > 0, let bytes = count.multiplied(by: unit ?? 1) else {
      throw ValidationError("'\(memory)' is no size of memory; --memory takes one such as 800M or 2G.")
    }
    return MemoryBudget(limit: bytes)
  }
}

extension Int {
  /// The product; `nil` where it is too large for a number.
  fileprivate func multiplied(by factor: Int) -> Int? {
    let (product, overflows) = multipliedReportingOverflow(by: factor)
    return overflows ? nil : product
  }
}

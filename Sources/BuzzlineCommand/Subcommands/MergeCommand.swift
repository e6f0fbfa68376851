internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline merge`: the results of all tasks as one.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins the results of all tasks of a plan and prints what one machine would.",
    discussion: "Where results are missing or damaged their tasks are named, and nothing is printed.")

  @Argument(help: "The folder of the plan.")
  var folder: String
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try await interruptibly {
      line.show("merging")
      let workers = machine.workers(showing: line)
      let (packed, outcome) = try WorkFolder(URL(filePath: folder), program: BuzzlineVersion.current)
        .merge(workers: workers)
      let found = outcome.table(of: packed, workers: workers)
      for remark in found.remarks { StandardError.say(remark, line) }
      try table.print(found.table, line, by: workers)
    }
  }
}

extension WorkOutcome {
  /// The table that the command of one machine prints, with what it says beside it.
  fileprivate func table(
    of packed: PackedNetwork, workers: Workers
  ) -> (table: FindingsTable, remarks: [String]) {
    switch self {
    case .scores(let scores):
      (
        .measures(scores, of: packed.network, in: packed.fileOrder), Set(scores.flatMap(\.remarks)).sorted()
      )
    case .brokerage(let brokerage, let test):
      (
        .brokerage(brokerage, test: test, of: packed.network, in: packed.fileOrder, workers: workers), brokerage.remarks
      )
    }
  }
}

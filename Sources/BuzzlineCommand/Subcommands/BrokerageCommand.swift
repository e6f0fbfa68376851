internal import ArgumentParser
internal import Buzzline

/// `buzzline brokerage`: the five Gould–Fernandez roles of every actor on standard output.
struct BrokerageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokerage",
    abstract: "Prints how often each actor brokers, by role.",
    discussion: """
      Rows come in the order of the actor file, else of first appearance. With --null each count comes with its \
      expectation, standard deviation and z if ties were independent (Gould and Fernandez 1989), and with the chance p \
      (two-sided) of the count under permutation of the group labels among the actors. A cell is empty where a value is not \
      defined: for actors without a group, and for the p of the total, which no exchange of labels changes.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  @Option(help: ArgumentHelp("The column that groups actors.", valueName: "column"))
  var group: ActorColumn
  @Flag(help: "Adds expectation, standard deviation, z and p.")
  var null = false
  @Option(help: ArgumentHelp("The seed of the permutation test.", valueName: "number"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("How many arrangements it draws where it cannot list all.", valueName: "number"))
  var draws: Int = 1_999

  func validate() throws {
    try input.requirePaths()
    guard draws > 0 else { throw ValidationError("--draws must be at least 1.") }
  }

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try await interruptibly { [self] in
      line.show("reading")
      let workers = machine.workers(showing: line)
      let survey = try input.survey(by: workers)
      let network = try survey.reconciled(by: input.rule, workers: workers).network
      let grouping = try network.grouping(by: group)
      let brokerage = try network.brokerage(by: grouping, workers: workers)
      let options = PermutationOptions(draws: draws, seed: seed)
      let test = null ? try brokerage.permutationTest(options: options, workers: workers) : nil
      line.clear()
      for remark in brokerage.remarks { StandardError.write("buzzline: \(remark)\n") }
      try StandardOutput.write(
        table.text(of: .brokerage(brokerage, test: test, of: network, in: survey.fileOrder)))
    }
  }
}

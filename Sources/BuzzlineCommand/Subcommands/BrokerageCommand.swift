internal import ArgumentParser
internal import Buzzline

/// `buzzline brokerage`: the five Gould–Fernandez roles of every actor on standard output.
struct BrokerageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokerage",
    abstract: "Prints how often each actor brokers, by role.",
    discussion: """
      Rows come in the order of the actor file, else of first appearance. With --null each count comes with its
      expectation, standard deviation and z if ties were independent (Gould and Fernandez 1989), and with the chance p
      of at least that count when the group labels are exchanged among the actors. A cell is empty where a value is not
      defined: for actors without a group, and for the p of the total, which no exchange of labels changes.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var table: TableOptions

  @Option(help: ArgumentHelp("The column that groups actors.", valueName: "column"))
  var group: String
  @Flag(help: "Adds expectation, standard deviation, z and p.")
  var null = false
  @Option(help: ArgumentHelp("The seed of the permutation test.", valueName: "number"))
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("How many arrangements it draws where it cannot list all.", valueName: "number"))
  var draws: Int = 1_999

  func validate() throws {
    try input.check()
    try table.check()
    guard draws > 0 else { throw ValidationError("--draws must be at least 1.") }
  }

  func run() async throws {
    try await interruptibly { [self] in
      let survey = try input.survey()
      let network = try survey.reconciled(by: try input.reconciliationRule()).network
      let brokerage = try network.brokerage(by: try network.grouping(by: ActorColumn(named: group)))
      for remark in brokerage.remarks { StandardError.write("buzzline: \(remark)\n") }
      let test = null ? try brokerage.permutationTest(options: PermutationOptions(draws: draws, seed: seed)) : nil
      try StandardOutput.write(
        try table.text(of: .brokerage(brokerage, test: test, of: network, in: survey.fileOrder)))
    }
  }
}

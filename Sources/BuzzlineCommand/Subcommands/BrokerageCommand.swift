internal import ArgumentParser
internal import Buzzline

/// `buzzline brokerage`: the five Gould–Fernandez roles of every actor on standard output.
struct BrokerageCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokerage",
    abstract: "Prints how often each actor brokers, by role.",
    discussion: """
      Rows come in the order of the actor file, else of first appearance. With --null each count comes with its \
      expectation, standard deviation and z if ties were independent (Gould and Fernandez 1989), and with the chance p \
      (two-sided) of the count under permutation of the group labels among the members, and q, the same adjusted for all actors \
      that broker and all roles (Benjamini and Hochberg 1995). A cell is empty where a value is not \
      defined: for actors without a group, and for the p of the total, which no permutation of labels changes. Each wave is \
      a network of its own; a study of several has a column wave.
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var table: TableOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  @Option(help: ArgumentHelp("The column that groups actors.", valueName: "column"))
  var group: ActorColumn
  @Flag(help: "Adds expectation, standard deviation, z, p and q.")
  var null = false
  @OptionGroup var permutations: PermutationSettings

  func validate() throws { try input.requirePaths() }

  func answer(_ study: ReadStudy) throws {
    let tables = try study.waves().map { wave in
      let network = try study.network(of: wave)
      let brokerage = try network.brokerage(by: network.grouping(by: group), workers: study.workers)
      let test = null ? try brokerage.permutationTest(options: permutations.options, workers: study.workers) : nil
      study.say(brokerage.remarks, of: wave)
      let rows = wave.survey.fileOrder
      return (
        wave.name, FindingsTable.brokerage(brokerage, test: test, of: network, in: rows, workers: study.workers)
      )
    }
    try table.print(FindingsTable(byWave: tables), study.line, by: study.workers)
  }
}

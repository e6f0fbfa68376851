internal import ArgumentParser
internal import Buzzline

/// `buzzline check`: what was understood, and what was set aside.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what was understood of the input and what was set aside, row by row.")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    try input.requirePaths()
  }

  func run() async throws {
    let line = ProgressLine()
    defer { line.clear() }
    try await interruptibly { [self] in
      line.show("reading")
      let workers = machine.workers(showing: line)
      let survey = try input.survey(by: workers)
      let reconciliation = try survey.reconciled(by: input.rule, workers: workers)
      line.clear()
      try StandardOutput.write(CheckReport(survey: survey, reconciliation: reconciliation).text)
    }
  }
}

internal import ArgumentParser
internal import Buzzline

/// `buzzline check`: what was understood, and what was set aside.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what was understood of the input and what was set aside, row by row.")

  @OptionGroup var input: InputOptions

  func validate() throws { try input.check() }

  func run() async throws {
    try await interruptibly { [self] in
      let survey = try input.survey()
      let reconciliation = try survey.reconciled(by: try input.reconciliationRule())
      try StandardOutput.write(CheckReport(survey: survey, reconciliation: reconciliation).text)
    }
  }
}

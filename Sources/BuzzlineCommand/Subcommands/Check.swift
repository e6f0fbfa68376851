internal import ArgumentParser
internal import Buzzline

/// `buzzline check`: what was understood, and what was set aside.
struct Check: StudyCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what was understood of the input and what was set aside, row by row.")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws { try input.requirePaths() }

  func answer(_ study: ReadStudy) throws {
    let report = CheckReport(survey: study.survey, reconciliation: try study.reconciled())
    study.line.clear()
    try StandardOutput.write(report.text)
  }
}

internal import ArgumentParser
internal import Buzzline

/// The command `buzzline`: arguments in, library calls, exit status out.
@main
struct BuzzlineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buzzline",
    abstract: "Tells who carries, brings in and passes on knowledge in a regional cluster.",
    discussion: """
      Input is a study folder (actors.csv, claims.csv, responses.csv, answers.csv, questions.csv, aliases.csv, ties.csv, \
      memberships.csv), one edge list or square matrix, a network file, or a mapping (mapping.yaml) that says how exports \
      of survey tools are read; init writes one. \
      Standard output is only data; progress and messages go to standard error. \
      Exit status: 0 done; 64 usage; 65 data; 66 no input; 70 a fault of Buzzline or igraph; 71 too little memory; 73 cannot write; 130 interrupted.
      """,
    version: BuzzlineVersion.current,
    subcommands: [
      Init.self, Check.self, Convert.self, Pack.self, Analyze.self, MeasuresCommand.self, BrokerageCommand.self,
      ExplainCommand.self, KeyPlayersCommand.self, Spread.self,
      SeedsCommand.self, WhatIfCommand.self, PlanCommand.self, RunCommand.self, MergeCommand.self, Generate.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      ExitStatus.leave(with: error)
    }
  }
}

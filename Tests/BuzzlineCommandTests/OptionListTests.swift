import Foundation
import Testing

/// Every option of every command, with the tests that show that it takes effect or is refused.
///
/// What files are read by is the same for all commands: `InputOptionTests` tries each command.
@Suite struct OptionListTests {
  static let tests: [String: String] = Dictionary(uniqueKeysWithValues: [
    ("--actors", "InputOptionTests"), ("--budget", "SeedsCommandTests"), ("--buzz", "WhatIfCommandTests"),
    ("--chance", "SpreadChanceTests"), ("--channel", "WaveTests"), ("--cluster", "WaveTests"),
    ("--closure", "GenerateTests"), ("--cluster-column", "InputOptionTests"),
    ("--clusters", "GenerateTests"), ("--cost", "SeedsCommandTests"), ("--count", "SeedsCommandTests"),
    ("--country-column", "InputOptionTests"), ("--decimal", "InputOptionTests"), ("--delimiter", "InputOptionTests"),
    ("--delta", "BadInputTests"), ("--dialect", "GenerateTests"), ("--direction", "KeyPlayersCommandTests"),
    ("--distance", "WhatIfCommandTests"),
    ("--draws", "ThreadTests"), ("--encoding", "InputOptionTests"), ("--engine", "ThreadTests"),
    ("--epsilon", "ThreadTests"), ("--exact", "SpreadTests"),
    ("--exact-answers", "GenerateWavesTests"), ("--external-stars", "GenerateTests"),
    ("--for", "SharingTests"),
    ("--format", "SpreadTests"), ("--formation", "GenerateWavesTests"), ("--from", "SpreadTests"),
    ("--from-kind", "SpreadChanceTests"), ("--gatekeepers", "GenerateTests"), ("--giver-kind", "WhatIfCommandTests"),
    ("--group", "ThreadTests"),
    ("--id-column", "InputOptionTests"), ("--kind", "WaveTests"), ("--kind-column", "InputOptionTests"),
    ("--kinds", "BadGenerateTests"), ("--language", "LanguageOptionTests"),
    ("--least-cell", "SharingTests"),
    ("--list", "ExampleTests"), ("--matrix-rows", "ConvertTests"), ("--max-per-kind", "SeedsCommandTests"),
    ("--measure", "KeyPlayersCommandTests"),
    ("--memberships", "MembershipsCommandTests"), ("--memory", "MemoryTests"), ("--method", "SeedsCommandTests"),
    ("--min-per-cluster", "SeedsCommandTests"),
    ("--model", "SpreadTests"), ("--must-exclude", "SeedsCommandTests"), ("--must-include", "SeedsCommandTests"),
    ("--name-column", "InputOptionTests"), ("--names", "NameCheckTests"), ("--no-header", "InputOptionTests"),
    ("--non-response", "BadGenerateTests"), ("--normalized", "ThreadTests"), ("--null", "ThreadTests"),
    ("--output", "GenerateTests"), ("--persistence", "GenerateWavesTests"), ("--pipelines", "WhatIfCommandTests"),
    ("--probability", "SpreadTests"),
    ("--pseudonyms", "SharingTests"),
    ("--range", "WhatIfCommandTests"), ("--receiver-kind", "WhatIfCommandTests"), ("--reciprocity", "GenerateTests"),
    ("--recovery", "SpreadTests"), ("--region-column", "InputOptionTests"), ("--respondents", "BadGenerateTests"),
    ("--rule", "BadInputTests"), ("--scope", "WaveTests"), ("--runs", "WhatIfCommandTests"),
    ("--seed", "WhatIfCommandTests"),
    ("--source-column", "InputOptionTests"), ("--spread", "AnalyzeSpreadTests"), ("--steps", "SpreadTests"),
    ("--survey", "BadGenerateTests"), ("--target-column", "InputOptionTests"), ("--threads", "ThreadTests"),
    ("--threshold", "SpreadTests"), ("--task", "PlanTests"), ("--tasks", "PlanTests"),
    ("--tie-chance", "WhatIfCommandTests"), ("--ties", "GenerateTests"),
    ("--title", "TitleTests"), ("--to", "ConvertTests"), ("--top", "ThreadTests"), ("--topic", "WaveTests"),
    ("--wave", "WaveTests"),
    ("--waves", "GenerateWavesTests"), ("--undirected", "ReferenceDrawerTests"),
    ("--weight-column", "InputOptionTests"),
    ("--weights", "InputOptionTests"), ("--without", "WhatIfCommandTests"), ("--without-each", "WhatIfCommandTests"),
    ("--without-ties", "GenerateTests"), ("--without-top", "WhatIfCommandTests"),
  ])

  private struct Help: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }
    struct Argument: Decodable { let names: [Name]? }
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let command: Command
  }

  @Test func everyOptionIsInTheList() throws {
    let help: Help = try CommandRun(["--experimental-dump-help"]).finding()
    let commands = try #require(help.command.subcommands).filter { $0.commandName != "help" }
    #expect(commands.count == 16)
    // Some have commands of their own.
    let all = commands + commands.flatMap { $0.subcommands ?? [] }
    let names = all.flatMap { $0.arguments ?? [] }.flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
    let options = Set(names.map { "--" + $0.name }).subtracting(["--help", "--version"])
    #expect(options == Set(Self.tests.keys))
  }

  @Test(arguments: tests.sorted { $0.key < $1.key }) func theTestsNameTheOption(_ option: String, _ suite: String)
    throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: suite + ".swift"), encoding: .utf8)
    #expect(text.contains("\"\(option)\"") || text.contains("\"\(option)="), "\(suite) does not name \(option)")
  }
}

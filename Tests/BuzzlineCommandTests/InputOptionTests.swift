import Foundation
import TestNetworks
import Testing

/// Every command reads the same study from files written in another way, if its options say in which.
@Suite struct InputOptionTests {
  /// A study as Buzzline writes it.
  private static let plain = [
    "actors.csv": """
    id,name,kind,cluster,region,country
    a,Ärmel,sme,north,R1,DE
    b,B,large_firm,north,R1,DE
    c,C,sme,south,R2,DE
    d,D,research_institute,south,R2,FR

    """,
    "ties.csv": "source,target,weight\na,b,1.5\nb,c,2\nc,d,0.5\nd,a,1\na,c,1\n",
  ]

  /// The same in another hand: headings of its own, bars, decimal commas, Windows-1252.
  private static let odd: (actors: String, ties: String) = (
    "nr|bez|typ|verbund|gegend|land\na|Ärmel|sme|north|R1|DE\nb|B|large_firm|north|R1|DE\nc|C|sme|south|R2|DE\n"
      + "d|D|research_institute|south|R2|FR\n",
    "wer|wem|wie viel\na|b|1,5\nb|c|2\nc|d|0,5\nd|a|1\na|c|1\n"
  )

  /// Options with their values, all of which the other hand needs; where nothing else shows it, `check` does.
  private static let needed: [(option: String, value: String)] = [
    ("--source-column", "wer"), ("--target-column", "wem"), ("--weight-column", "wie viel"), ("--id-column", "nr"),
    ("--name-column", "bez"), ("--kind-column", "typ"), ("--cluster-column", "verbund"), ("--region-column", "gegend"),
    ("--country-column", "land"), ("--delimiter", "bar"), ("--encoding", "windows-1252"), ("--decimal", "comma"),
  ]

  static let commands: [[String]] = [
    ["check"], ["measures", "--measure", "in-strength,betweenness"], ["brokerage", "--group", "kind"],
    ["key-players", "--count", "1", "--measure", "weighted-reach"],
    ["spread", "--from", "a", "--runs", "50", "--chance", "international=0.9"],
    ["seeds", "--count", "1", "--runs", "50", "--chance", "weight=0.2"],
    ["what-if", "--pipelines", "1", "--runs", "50", "--receiver-kind", "sme"],
    ["explain", "a"],
  ]

  private let folder: ScratchFolder
  private let oddFiles: [String]

  init() throws {
    let folder = try ScratchFolder(Self.plain)
    func write(_ name: String, _ text: String) throws -> String {
      let file = folder.url.appending(path: name)
      try #require(text.data(using: .windowsCP1252)).write(to: file)
      return file.path
    }
    self.folder = folder
    oddFiles = [
      try write("odd-ties.txt", Self.odd.ties), "--actors", try write("odd-actors.txt", Self.odd.actors),
    ]
  }

  /// What a command prints, without what it says of the files and of their own headings, which stay attributes.
  private func output(_ command: [String], _ paths: [String], _ options: [String]) throws -> String? {
    let run = try CommandRun([command[0]] + paths + command.dropFirst() + options)
    guard run.status == 0 else { return nil }
    return run.output.split(separator: "\n").filter {
      !$0.contains("odd-") && !$0.contains(".csv") && !$0.contains("further columns")
    }
    .joined(separator: "\n")
  }

  private func options(without left: String? = nil) -> [String] {
    ["--weights", "strength"] + Self.needed.filter { $0.option != left }.flatMap { [$0.option, $0.value] }
  }

  private func plain(_ command: [String], _ options: [String] = ["--weights", "strength"]) throws -> String? {
    try output(
      command,
      [folder.url.appending(path: "ties.csv").path, "--actors"]
        + [folder.url.appending(path: "actors.csv").path], options)
  }

  @Test(arguments: commands) func anotherHandIsReadAlike(_ command: [String]) throws {
    let expected = try #require(try plain(command))
    #expect(try output(command, oddFiles, options()) == expected)
  }

  /// Without any one of them the study is refused or reads otherwise.
  @Test(arguments: needed.map(\.option)) func eachOptionIsNeeded(_ option: String) throws {
    // Bars, this encoding and this decimal sign are found without being named; named wrongly they are refused.
    let wrong = ["--delimiter": "semicolon", "--encoding": "utf-8", "--decimal": "dot"]
    // Of what is read `check` shows all but names.
    let command = option == "--name-column" ? Self.commands[6] : ["check"]
    let expected = try #require(try plain(command))
    let given = options(without: option) + (wrong[option].map { [option, $0] } ?? [])
    #expect(try output(command, oddFiles, given) != expected)
  }

  @Test(arguments: commands) func withoutDirectionOrHeadingsItReadsOtherwise(_ command: [String]) throws {
    let list = try folder.write("list.txt", "a b 1.5\nb c 2\nc d 0.5\nd a 1\na c 1\n")
    let actors = ["--actors", folder.url.appending(path: "actors.csv").path, "--weights", "strength"]
    let read = try CommandRun([command[0], list, "--no-header"] + command.dropFirst() + actors)
    #expect(read.status == 0, "\(read.errors)")
    if command[0] != "check" {
      let (listed, headed) = (try output(command, [list, "--no-header"], actors), try plain(command))
      #expect(listed == headed)
    }
    #expect(try CommandRun([command[0], list] + command.dropFirst() + actors).status != 0)
    let (directed, undirected) = (try plain(command), try plain(command, ["--weights", "strength", "--undirected"]))
    #expect(undirected != nil && (undirected != directed || ["what-if", "check"].contains(command[0])))
  }

  /// One side's word, or both sides'.
  @Test(arguments: commands) func theRuleDecides(_ command: [String]) throws {
    let study = try ScratchFolder([
      "actors.csv": try #require(Self.plain["actors.csv"]),
      "claims.csv": """
      respondent,item,partner,answer,weight
      a,shared,b,yes,1.5
      b,received,a,yes,1.5
      b,shared,c,yes,2
      c,received,b,no,
      c,shared,d,yes,1
      d,received,c,yes,1
      a,shared,c,yes,1
      c,received,a,no,

      """,
    ])
    defer { withExtendedLifetime(study) {} }
    func run(_ rule: String) throws -> CommandRun {
      try CommandRun([command[0], study.url.path] + command.dropFirst() + ["--rule", rule, "--weights", "strength"])
    }
    let (either, both) = (try run("either"), try run("both"))
    #expect(either.status == 0 && both.status == 0, "\(either.errors)\(both.errors)")
    #expect(either.output != both.output)
  }
}

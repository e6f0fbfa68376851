import Foundation
import TestNetworks
import Testing

/// Bad input gets one sentence, the right exit status, and leaves nothing behind.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let status: Int32
    let ties: String?
    var actors: String?
    var options: [String] = []
    /// What standard error must say, after the folder.
    let says: String
  }

  static let cases: [Case] = [
    Case(testDescription: "missing file", status: 66, ties: nil, says: "There is no such file or folder."),
    Case(testDescription: "empty file", status: 65, ties: "", says: "ties.csv: The file is empty."),
    Case(
      testDescription: "header only", status: 65, ties: "source,target\n",
      says: "ties.csv: There is a heading but no row below it, so there are no actors."),
    Case(
      testDescription: "actors with a header only", status: 65, ties: "source,target\na,b\n", actors: "id,name\n",
      says: "actors.csv: There is a heading but no actor below it."),
    Case(
      testDescription: "unclosed quote", status: 65, ties: "source,target\na,b\nc,\"d\ne,f\n",
      says: "ties.csv:3:3: The quote that opens here is never closed."),
    Case(
      testDescription: "ragged row", status: 65, ties: "source,target\na,b\nc\n",
      says: "ties.csv:3:1: This row has 1 cell, the heading has 2."),
    Case(
      testDescription: "NUL byte", status: 65, ties: "source,target\na,b\u{0}\n",
      says: "ties.csv:2:4: A NUL byte stands here; this is no text file."),
    Case(
      testDescription: "duplicate actor", status: 65, ties: "source,target\na,b\n", actors: "id\na\nb\na\n",
      says: "actors.csv:4:1: The actor 'a' stands here a second time; the first is in line 2."),
    Case(
      testDescription: "unknown actor", status: 65, ties: "source,target\nanna,bert\nanna,brt\n",
      actors: "id\nanna\nbert\n",
      says: "ties.csv:3:6: 'brt' is not in the actor file. Did you mean 'bert'?"),
    Case(
      testDescription: "negative weight", status: 65, ties: "source,target,weight\na,b,-2\n",
      says: "ties.csv:2:5: The weight -2 is negative; a weight is 0 or more."),
    Case(
      testDescription: "NaN weight", status: 65, ties: "source,target,weight\na,b,NaN\n",
      says: "ties.csv:2:5: 'NaN' is not a number, but a weight must be one."),
    Case(
      testDescription: "infinite weight", status: 65, ties: "source,target,weight\na,b,1e999\n",
      says: "ties.csv:2:5: The weight '1e999' is too large for a number."),
    Case(
      testDescription: "weight in words", status: 65, ties: "source,target,weight\na,b,often\n",
      says: "ties.csv:2:5: 'often' is not a number, but a weight must be one."),
    Case(
      testDescription: "unknown rule", status: 64, ties: "source,target\na,b\n", options: ["--rule", "eithr"],
      says:
        "The value 'eithr' is invalid for '--rule <rule>'. Please provide one of 'either', 'both', 'giver' or 'receiver'."
    ),
    Case(
      testDescription: "unknown column", status: 64, ties: "von,an\na,b\n",
      options: ["--source-column", "vom", "--target-column", "an"],
      says: "ties.csv: There is no column 'vom'; the headings are 'von', 'an'. Did you mean 'von'?"),
    Case(
      testDescription: "unknown group", status: 64, ties: "source,target\na,b\n", actors: "id,sector\na,x\nb,y\n",
      options: ["--group", "sectr"], says: "No actor has a column 'sectr'. Did you mean 'sector'?"),
    Case(
      testDescription: "no threads", status: 64, ties: "source,target\na,b\n", options: ["--threads", "0"],
      says: "--threads must be at least 1."),
    Case(
      testDescription: "unknown engine", status: 64, ties: "source,target\na,b\n", options: ["--engine", "igraf"],
      says: "The value 'igraf' is invalid for '--engine <name>'. Please provide one of 'auto', 'igraph' or 'parallel'."),
    Case(
      testDescription: "epsilon of 1", status: 64, ties: "source,target\na,b\n", options: ["--epsilon", "1"],
      says: "--epsilon must lie between 0 and 1."),
    Case(
      testDescription: "delta of 0", status: 64, ties: "source,target\na,b\n",
      options: ["--epsilon", "0.1", "--delta", "0"], says: "--delta must lie between 0 and 1."),
    Case(
      testDescription: "delta alone", status: 64, ties: "source,target\na,b\n", options: ["--delta", "0.1"],
      says: "--delta goes with --epsilon."),
  ]

  @Test(arguments: cases) func endsWithItsSentence(_ bad: Case) throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    let ties = try bad.ties.map { try folder.write("ties.csv", $0) } ?? folder.url.appending(path: "none.csv").path
    var arguments = ["analyze", ties, "--output", output.path]
    if let actors = bad.actors { arguments += ["--actors", try folder.write("actors.csv", actors)] }
    let run = try CommandRun(arguments + bad.options)
    #expect(run.status == bad.status)
    let message = run.errors.replacing(folder.url.path + "/", with: "")
    #expect(message.contains(bad.says), "said: \(message)")
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: output.path))
  }

  @Test func bytesOfNoEncoding() throws {
    let folder = try ScratchFolder()
    let file = folder.url.appending(path: "ties.csv")
    try Data("source,target\na,".utf8 + [0x81, 0x0A]).write(to: file)
    let run = try CommandRun(["check", file.path])
    #expect(run.status == 65)
    #expect(
      run.errors.hasSuffix(
        "ties.csv:2:3: The byte 0x81 here is a letter neither in UTF-8 nor in Windows-1252.\n"))
  }

  @Test func anUnknownMeasureIsAnsweredByTheNearest() throws {
    let run = try CommandRun(["measures", knoke, "--measure", "betweeness"])
    #expect(run.status == 64)
    #expect(run.errors.contains("There is no measure 'betweeness'. Did you mean 'betweenness'? --list shows all."))
  }

  @Test func unwritableOutput() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("file", "")
    let run = try CommandRun(["analyze", knoke, "--output", file + "/findings"])
    #expect(run.status == 73)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aFolderOfSomebodyElseIsNotReplaced() throws {
    let folder = try ScratchFolder()
    try folder.write("thesis.txt", "years of work")
    let run = try CommandRun(["analyze", knoke, "--output", folder.url.path])
    #expect(run.status == 73)
    #expect(try ScratchFolder.contents(of: folder.url).keys.sorted() == ["thesis.txt"])
  }

  @Test func noArgumentsIsUsage() throws {
    #expect(try CommandRun(["analyze"]).status == 64)
    #expect(try CommandRun(["measures", knoke]).status == 64)
    #expect(try CommandRun(["brokerage", knoke]).status == 64)
  }
}

/// The study folder that ships as an example.
let knoke = ReferenceFiles.examples.appending(path: "knoke").path

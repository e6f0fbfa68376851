import Foundation
import TestNetworks
import Testing

/// A study that cannot be made gets one sentence, the exit status of wrong usage, and leaves nothing behind.
@Suite struct BadGenerateTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var size = ["10", "20", "2"]
    var options: [String] = []
    let says: String
  }

  static let cases: [Case] = [
    Case(testDescription: "no actors", size: ["0", "0", "1"], says: "A network needs at least 1 actor; here are 0."),
    Case(testDescription: "no clusters", size: ["5", "5", "0"], says: "There must be at least 1 cluster; here are 0."),
    Case(
      testDescription: "more ties than pairs", size: ["5", "21", "1"],
      says: "5 actors make 20 ordered pairs, fewer than the 21 ties asked for."),
    Case(
      testDescription: "more ties than fit", size: ["100", "9000", "10"],
      says: "The design has room for 1064 ties inside clusters and 200 pipelines"),
    Case(
      testDescription: "more clusters than actors", size: ["5", "5", "6"],
      says: "There are more clusters than actors: 6 and 5; every cluster needs an actor."),
    Case(
      testDescription: "shares that do not sum", options: ["--kinds", "0.5,0.2,0.2"],
      says: "The shares of the kinds add up to 0.9; they must add up to 1."),
    Case(
      testDescription: "shares that are none", options: ["--kinds", "0.5,half"],
      says: "'0.5,half' are no three shares; --kinds takes them as in 0.7,0.12,0.18."),
    Case(
      testDescription: "a share above 1", options: ["--pipelines", "1.5"],
      says: "The share of pipelines is 1.5; it must lie between 0 and 1."),
    Case(testDescription: "no threads", options: ["--threads", "0"], says: "--threads must be at least 1."),
    Case(
      testDescription: "more respondents than actors", options: ["--survey", "--respondents", "11"],
      says: "Wave 1 has 11 respondents, but there are only 10 actors."),
    Case(
      testDescription: "respondents in words", options: ["--survey", "--respondents", "4,few"],
      says: "'4,few' is no list of whole numbers; --respondents takes one a wave, as in 416,91."),
    Case(
      testDescription: "non-response above 1", options: ["--survey", "--non-response", "2"],
      says: "that does not answer is 2.0; it must lie between 0 and 1."),
    Case(
      testDescription: "respondents without a survey", options: ["--respondents", "4"],
      says: "--without-ties and what the survey is like (--respondents, --non-response, --waves, --persistence"),
    Case(testDescription: "waves without a survey", options: ["--waves", "2"], says: "need --survey."),
    Case(testDescription: "persistence without a survey", options: ["--persistence", "1"], says: "need --survey."),
    Case(testDescription: "formation without a survey", options: ["--formation", "0.1"], says: "need --survey."),
    Case(testDescription: "exact answers without a survey", options: ["--exact-answers"], says: "need --survey."),
    Case(
      testDescription: "a dialect without a survey", options: ["--dialect", "qualtrics"],
      says: "--dialect says how a survey is written and needs --survey."),
    Case(
      testDescription: "no waves", options: ["--survey", "--waves", "0"],
      says: "A survey has 1 to 255 waves; here are 0."),
    Case(
      testDescription: "waves unlike respondents", options: ["--survey", "--waves", "3", "--respondents", "5,4"],
      says: "There are 2 numbers of respondents, one a wave, but the number of waves is 3."),
    Case(
      testDescription: "formation in one wave", options: ["--survey", "--formation", "0.1"],
      says: "--persistence and --formation need several waves, by --waves or --respondents."),
    Case(
      testDescription: "formation above 1", options: ["--survey", "--waves", "2", "--formation", "2"],
      says: "The share of ties formed to the next wave is 2.0; it must lie between 0 and 1."),
    Case(
      testDescription: "persistence above 1", options: ["--survey", "--waves", "2", "--persistence", "2"],
      says: "The share of ties that last to the next wave is 2.0; it must lie between 0 and 1."),
    Case(testDescription: "a number in words", size: ["ten", "20", "2"], says: "The value 'ten' is invalid"),
    Case(testDescription: "a negative number", size: ["-4", "20", "2"], says: "Missing value for '--actors <number>'"),
  ]

  @Test(arguments: cases) func isWrongUsage(_ bad: Case) throws {
    let folder = try ScratchFolder()
    let size = zip(["--actors", "--ties", "--clusters"], bad.size).flatMap { [$0, $1] }
    let output = folder.url.appending(path: "out").path
    let run = try CommandRun(["generate"] + size + bad.options + ["--output", output])
    #expect(run.status == 64)
    #expect(run.errors.contains(bad.says), "said: \(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try ScratchFolder.contents(of: folder.url).isEmpty)
  }

  @Test func unwritableOutput() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("file", "")
    let run = try CommandRun([
      "generate", "--actors", "10", "--ties", "20", "--clusters", "1", "--output", file + "/study",
    ])
    #expect(run.status == 73)
    #expect(run.errors.split(separator: "\n").count == 1)
  }
}

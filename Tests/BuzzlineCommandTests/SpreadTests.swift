import Foundation
import KnowledgeNetworks
import StudyFindings
import TestNetworks
import Testing

/// `buzzline spread` prints what the models reach, and refuses in one sentence what cannot be.
@Suite struct SpreadTests {
  /// Knoke's money ties in a file, and the options after it.
  private func spread(_ options: [String], actors: String? = nil) throws -> CommandRun {
    let folder = try ScratchFolder()
    let network = try KnokeOrganisations.money
    let rows = network.pairs.map { "\(network.actors[$0.source].id),\(network.actors[$0.target].id)\n" }
    var arguments = ["spread", try folder.write("ties.csv", "source,target\n" + rows.joined())]
    if let actors { arguments += ["--actors", try folder.write("actors.csv", actors)] }
    return try CommandRun(arguments + options)
  }

  @Test func exactReachIsAsPublished() throws {
    let run = try spread([
      "--model", "cascade", "--probability", "0.1", "--from", "COUN", "--exact", "--format", "json",
    ])
    let found: SpreadFinding = try run.finding()
    #expect(abs(found.expectedReach - 1.590393225821111) < 1e-12)
    #expect(found.exact && found.standardError == 0)
    #expect(found.curve == nil && found.asked.runs == nil)
  }

  @Test func sampledReachIsNearExact() throws {
    let found: SpreadFinding = try spread([
      "--from", "COUN", "--runs", "2000", "--seed", "7", "--format", "json",
    ]).finding()
    let error = try #require(found.standardError)
    #expect(abs(found.expectedReach - 1.590393225821111) <= 3 * error)
    #expect(found.curve?.first?.heard == 1)
    #expect(found.curve?.last?.heard == found.expectedReach)
  }

  @Test(
    arguments: ["cascade", "linear-threshold", "threshold", "fractional-threshold", "sir", "sis", "si"],
    ["csv", "json"])
  func anyNumberOfThreadsPrintsTheSameBytes(model: String, format: String) throws {
    let options = ["--model", model, "--from", "COUN,INDU", "--runs", "300", "--steps", "50", "--format", format]
    let alone = try spread(options + ["--threads", "1"])
    #expect(alone.status == 0)
    #expect(!alone.output.isEmpty)
    #expect(try spread(options + ["--threads", "8"]).output == alone.output)
  }

  @Test func groupsAddUp() throws {
    let names = KnokeOrganisations.names
    let actors = names.enumerated().map { "\($1),\($0 % 2 == 0 ? "sme" : "large_firm"),north\n" }.joined()
    let run = try spread(
      ["--from", "COUN", "--runs", "500", "--format", "json"], actors: "id,kind,cluster\n" + actors)
    let found: SpreadFinding = try run.finding()
    for groups in [found.kinds, found.clusters] {
      let sum = try #require(groups).reduce(0) { $0 + $1.expectedReach }
      #expect(abs(sum - found.expectedReach) < 1e-9)
    }
  }

  @Test func csvHasARowAFigure() throws {
    let run = try spread(["--model", "threshold", "--threshold", "1", "--from", "MAYR", "--exact"])
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n")
    #expect(rows.first == "figure,of,group,step,value,standard_error")
    #expect(rows.dropFirst().first?.hasPrefix("reach,all,,,") == true)
    #expect(rows.contains("heard,all,,0,1,"))
  }

  static let refusals: [(options: [String], status: Int32, says: String)] = [
    (["--from", "COUNN"], 64, "There is no actor 'COUNN'. Did you mean 'COUN'?"),
    (["--from", ""], 64, "--from '' names an actor without a name."),
    (["--from", "COUN,,INDU"], 64, "--from 'COUN,,INDU' names an actor without a name."),
    (["--from", "COUN,COUN"], 64, "The actor 'COUN' is named twice at the start."),
    (["--from", "COUN", "--probability", "1.5"], 64, "The chance of a tie lies between 0 and 1; here it is 1.5."),
    (["--from", "COUN", "--probability", "nan"], 64, "The chance of a tie lies between 0 and 1; here it is nan."),
    (["--from", "COUN", "--model", "sis", "--probability", "7"], 64, "The chance of a tie lies between 0 and 1"),
    (["--from", "COUN", "--model", "sir", "--recovery", "2"], 64, "The chance of recovery lies between 0 and 1"),
    (["--from", "COUN", "--runs", "0"], 64, "At least one run is needed; here there are 0."),
    (["--from", "COUN", "--model", "cascad"], 64, "The value 'cascad' is invalid for '--model <name>'."),
    (["--from", "COUN", "--model", "sir", "--exact"], 64, "The model sir is only sampled"),
    (["--from", "COUN", "--model", "threshold", "--threshold", "1.5"], 64, "The model threshold counts givers"),
    (["--from", "COUN", "--threads", "0"], 64, "--threads must be at least 1."),
    (["--from", "COUN", "--format", "xml"], 64, "Please provide one of 'table', 'csv' or 'json'."),
  ]

  @Test func actorsAreNamedOneByOneOrBetweenCommas() throws {
    let (one, all) = (["--from", "COUN", "--from", "INDU"], ["--from", "COUN, INDU"])
    let listed = try spread(one + ["--runs", "50"])
    #expect(listed.status == 0)
    #expect(try spread(all + ["--runs", "50"]).output == listed.output)
  }

  @Test(arguments: refusals) func isRefused(_ bad: (options: [String], status: Int32, says: String)) throws {
    let run = try spread(bad.options)
    #expect(run.status == bad.status)
    #expect(run.errors.contains(bad.says), "said: \(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func exactReachOfTooMuchIsRefused() throws {
    let folder = try ScratchFolder()
    var ties = "source,target\n"
    for source in 0..<8 { for target in 0..<8 where source != target { ties += "a\(source),a\(target)\n" } }
    let run = try CommandRun(["spread", try folder.write("ties.csv", ties), "--from", "a0", "--exact"])
    #expect(run.status == 65)
    #expect(run.errors.contains("Exact reach goes through at most 24 uncertain ties"))
    #expect(run.output.isEmpty)
  }

  @Test func optionsWithoutUseAreSaid() throws {
    let run = try spread(["--model", "linear-threshold", "--probability", "0.3", "--from", "COUN", "--runs", "10"])
    #expect(run.status == 0)
    #expect(run.errors == "buzzline: The model linear-threshold has no use for --probability.\n")
  }

  @Test func ctrlCKeepsFinishedRuns() throws {
    let folder = try ScratchFolder()
    var generator = SeededGenerator(seed: 4)
    var ties = "source,target\na0,a1\n"
    for _ in 0..<6_000 { ties += "a\(generator.below(2_000)),a\(generator.below(2_000))\n" }
    let process = Process()
    process.executableURL = CommandRun.programs.appending(path: "buzzline")
    process.arguments = [
      "spread", try folder.write("ties.csv", ties), "--from", "a0", "--runs", "100000000", "--probability", "0.4",
      "--format", "json",
    ]
    let output = folder.url.appending(path: "out.json")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 6)
    #expect(process.isRunning)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let found = try JSONDecoder().decode(SpreadFinding.self, from: try Data(contentsOf: output))
    let finished = try #require(found.finishedRuns)
    #expect(finished > 0 && finished < 100_000_000)
  }
}

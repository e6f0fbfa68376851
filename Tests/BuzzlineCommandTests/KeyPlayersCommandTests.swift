import NetworkMeasures
import StudyFindings
import TestNetworks
import Testing

/// `buzzline key-players` prints the sets the library finds, and says in one sentence what cannot be.
@Suite struct KeyPlayersCommandTests {
  @Test func setsAreAsPublished() throws {
    let run = try CommandRun(["key-players", knoke, "--count", "2", "--measure", "weighted-reach"])
    #expect(run.status == 0, "\(run.errors)")
    let members = run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(members == ["COMM", "EDUC", "EDUC", "MAYR", "EDUC", "UWAY", "MAYR", "WRO"])
    let one: KeyPlayerFinding = try CommandRun([
      "key-players", knoke, "--count", "1", "--measure", "weighted-fragmentation", "--format", "json",
    ]).finding()
    #expect(one.sets == [["NEWS"]] && one.members.map(\.id) == ["NEWS"] && one.exhaustive)
    #expect(abs(one.value - 0.1806) < 5e-5 && abs(one.valueOfNobody - 0.1444) < 5e-5)
  }

  @Test(arguments: ["as-given", "either-way"]) func directionCountsAsAsked(_ direction: String) throws {
    let found: KeyPlayerFinding = try KnokeFiles().finding(
      "key-players", ["--count", "2", "--measure", "reach-within-1", "--direction", direction])
    #expect(found.directed == (direction == "as-given"))
  }

  @Test(arguments: ["reach-within-1", "fragmentation"], ["csv", "json"])
  func neitherThreadsNorOrderOfRowsChangeAByte(measure: String, format: String) throws {
    let all = ["--count", "3", "--measure", measure, "--format", format]
    let files = try KnokeFiles()
    let alone = try files.run("key-players", all + ["--threads", "1"])
    try #require(alone.status == 0, "\(alone.errors)")
    #expect(try files.run("key-players", all + ["--threads", "8"]).output == alone.output)
    #expect(try KnokeFiles(shuffledBy: 1).run("key-players", all).output == alone.output)
  }

  @Test(arguments: [
    (["--count", "2", "--measure", "reach"], "The value 'reach' is invalid for '--measure <name>'."),
    (["--count", "0", "--measure", "weighted-reach"], "--count must be at least 1."),
    (["--count", "9", "--measure", "fragmentation"], "Fragmentation needs two actors that remain"),
  ])
  func isRefused(options: [String], says: String) throws {
    let run = try KnokeFiles().run("key-players", options)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(says), "said: \(run.errors)")
  }
}

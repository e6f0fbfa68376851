import Foundation
import TestNetworks
import Testing

/// Waves are never taken together in silence, and parts of a study can be selected in every command.
@Suite struct WaveTests {
  private static let study = [
    "actors.csv": "id,kind,cluster\nA,sme,north\nB,sme,north\nC,large_firm,south\nD,large_firm,south\n",
    "ties.csv": "source,target,wave,topic,channel\nA,B,1,x,fair\nC,D,1,x,fair\nB,A,2,x,fair\nB,C,2,y,visit\n",
  ]

  private static let commands = [
    ["check"], ["measures", "--measure", "in-degree"], ["brokerage", "--group", "kind"],
    ["key-players", "--count", "1", "--measure", "fragmentation"],
    ["spread", "--from", "B", "--probability", "1", "--exact"], ["seeds", "--count", "1", "--probability", "1"],
    ["what-if", "--without", "B", "--probability", "1", "--runs", "10"], ["analyze", "--draws", "9"],
  ]

  private static func run(_ arguments: String...) throws -> CommandRun {
    let folder = try ScratchFolder(study)
    return try CommandRun([arguments[0], "."] + arguments.dropFirst(), in: folder.url)
  }

  @Test func measuresHaveAColumnOfTheWave() throws {
    let run = try Self.run("measures", "--measure", "in-degree,betweenness")
    #expect(run.output.hasPrefix("wave,actor,in_degree,betweenness\n1,A,0,0\n1,B,1,0\n1,C,0,0\n1,D,1,0\n2,A,1,0\n"))
    #expect(
      try Self.run("measures", "--wave", "2", "--measure", "in-degree").output.hasPrefix("actor,in_degree\nA,1\n"))
    let pooled = try Self.run("measures", "--wave", "all", "--measure", "betweenness")
    #expect(pooled.output == "wave,actor,betweenness\nall,A,0\nall,B,2\nall,C,2\nall,D,0\n")
  }

  @Test func nobodyBrokersInEitherWave() throws {
    let run = try Self.run("brokerage", "--group", "kind", "--null", "--draws", "9")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0][0] == "wave" && rows.count == 9)
    let total = try #require(rows[0].firstIndex(of: "total"))
    #expect(rows.dropFirst().allSatisfy { $0[total] == "0" })
    let pooled = try Self.run("brokerage", "--group", "kind", "--wave", "all")
    #expect(pooled.output.contains("\nall,B,"))
  }

  @Test(arguments: [("1", "A", 2.0), ("2", "B", 3.0), ("2", "A", 1.0), ("all", "A", 4.0)])
  func knowledgeStaysInItsWave(_ wave: String, _ from: String, _ reach: Double) throws {
    struct Found: Decodable {
      struct Asked: Decodable { let waves: [String] }
      let expectedReach: Double
      let asked: Asked
    }
    let found: Found = try Self.run(
      "spread", "--from", from, "--probability", "1", "--exact", "--wave", wave, "--format", "json"
    ).finding()
    #expect(found.expectedReach == reach && found.asked.waves == (wave == "all" ? ["1", "2"] : [wave]))
  }

  @Test(arguments: [
    ["spread", "--from", "B", "--probability", "1", "--exact"], ["seeds", "--count", "1", "--probability", "1"],
    ["what-if", "--without", "B", "--probability", "1", "--runs", "10"],
    ["key-players", "--count", "1", "--measure", "fragmentation"], ["explain", "B"],
  ]) func commandsOfOneNetworkTakeTheLatestWaveAndSaySo(_ command: [String]) throws {
    let folder = try ScratchFolder(Self.study)
    func run(_ more: [String] = []) throws -> CommandRun {
      try CommandRun([command[0], "."] + command.dropFirst() + more, in: folder.url)
    }
    let (latest, named) = (try run(), try run(["--wave", "2"]))
    #expect(latest.status == 0 && latest.output == named.output, "\(latest.errors)")
    #expect(latest.errors.contains("The study has the waves 1, 2; this is wave 2, the latest."))
    #expect(!named.errors.contains("the latest"))
  }

  @Test func theReportComparesTheWaves() throws {
    let folder = try ScratchFolder(Self.study)
    #expect(try CommandRun(["analyze", ".", "--draws", "9", "--output", "out"], in: folder.url).status == 0)
    func file(_ name: String) throws -> String {
      try String(contentsOf: folder.url.appending(path: "out/" + name), encoding: .utf8)
    }
    let changes = try file("changes.csv").split(separator: "\n")
    #expect(changes[1].hasPrefix("1,2,all,,0,2,2,0,0,"))
    let report = try file("report.md")
    #expect(report.contains("What follows is wave 2, the latest"))
    #expect(try file("waves.csv").hasPrefix("wave,members,outsiders,connected_pairs,"))
    #expect(try file("turnover.csv").contains("\n1,2,members,4,0,0\n"))
    #expect(try file("role-transitions.csv").hasPrefix("from,to,scheme,before,after,actors\n1,2,"))
    #expect(try file("topics.csv").contains("\n2,x,y,,12,,,,0,1,1,0,"))
    #expect(try file("channels.csv").hasPrefix("wave,channel,other,"))
    #expect(report.contains("## Topics side by side") && report.contains("## Channels side by side"))
    #expect(report.contains("0 ties were kept, 2 formed and 2 dissolved (Jaccard 0.00)"))
    let network = try file("network.csv")
    for wave in ["1", "2"] { #expect(network.contains("\n\(wave),reciprocity-arc,0,")) }
    for table in ["actors.csv", "brokerage.csv", "groups.csv", "network.csv"] {
      #expect(try file(table).hasPrefix("wave,"))
    }
    #expect(try file("manifest.json").contains("\"waves\""))
  }

  @Test func pooledFindingsSaySo() throws {
    let folder = try ScratchFolder(Self.study)
    let run = try CommandRun(["analyze", ".", "--wave", "all", "--draws", "9", "--output", "out"], in: folder.url)
    #expect(run.status == 0)
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("The waves 1 and 2 are taken together as one network, as was requested"))
    let actors = try String(contentsOf: folder.url.appending(path: "out/actors.csv"), encoding: .utf8)
    #expect(actors.hasPrefix("wave,id,") && actors.contains("\nall,A,"))
  }

  @Test func wavesOfNoCommonActorsAreCrossSections() throws {
    let folder = try ScratchFolder([
      "actors.csv": "id,waves\na,1\nb,1\nc,2\nd,2\n", "ties.csv": "source,target,wave\na,b,1\nc,d,2\n",
    ])
    #expect(try CommandRun(["analyze", ".", "--draws", "9", "--output", "out"], in: folder.url).status == 0)
    let report = try String(contentsOf: folder.url.appending(path: "out/report.md"), encoding: .utf8)
    #expect(report.contains("They are repeated cross-sections: what became of single ties cannot be told."))
    #expect(!report.contains("Jaccard"))
  }

  @Test(arguments: [
    (["--topic", "y"], "3 ties"), (["--channel", "visit"], "3 ties"), (["--scope", "pipelines"], "3 ties"),
    (["--kind", "sme"], "2 actors, 2 ties"), (["--cluster", "south"], "2 actors, 3 ties"), (["--wave", "1"], "2 ties"),
    (["--topic", "x", "--topic", "y"], ""),
  ]) func whatIsLeftOutIsSaid(_ selection: [String], _ words: String) throws {
    let folder = try ScratchFolder(Self.study)
    let run = try CommandRun(["measures", ".", "--measure", "in-degree"] + selection, in: folder.url)
    #expect(run.errors.contains("The selection leaves out \(words).") == !words.isEmpty, "\(run.errors)")
  }

  @Test(arguments: commands) func everyCommandTakesASelection(_ command: [String]) throws {
    let folder = try ScratchFolder(Self.study)
    func run(_ selection: String...) throws -> CommandRun {
      try CommandRun([command[0], "."] + command.dropFirst() + selection, in: folder.url)
    }
    let topic = try run("--topic", "x")
    #expect(topic.status == 0 && topic.errors.contains("The selection leaves out 1 tie."), "\(topic.errors)")
    let refused = try run("--topic", "z")
    #expect(refused.status == 64 && refused.output.isEmpty && refused.errors.contains("There is no topic 'z'."))
  }

  @Test(arguments: [
    (["--topic", "z"], "There is no topic 'z'."), (["--wave", "3"], "There is no wave '3'."),
    (["--wave", "all", "--wave", "1"], "--wave all takes all waves together; it stands alone."),
    (["--scope", "far"], "'far'"), (["--kind", "bank"], "There is no kind 'bank'."),
    (["--cluster", "west"], "There is no cluster 'west'."), (["--channel", "mail"], "There is no channel 'mail'."),
  ]) func whatIsNotThereIsRefused(_ selection: [String], _ words: String) throws {
    let folder = try ScratchFolder(Self.study)
    let run = try CommandRun(["measures", ".", "--measure", "in-degree"] + selection, in: folder.url)
    #expect(run.status == 64 && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
  }
}

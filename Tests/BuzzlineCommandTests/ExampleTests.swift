import Foundation
import TestNetworks
import Testing

/// The examples run and say what their pages say.
@Suite struct ExampleTests {
  @Test func quickstartNamesTheBrokers() throws {
    let run = try CommandRun([knoke], program: "Quickstart")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("10 actors, 49 connected pairs\nMayor's Office: betweenness 17.83"))
  }

  /// What the articles of the documentation show.
  @Test(arguments: [
    ("NetworkInCode", "4 actors, 4 ties\noffice gave to mill by local_buzz\n"), ("OwnMeasure", "foundry 1.0\n"),
    ("OwnModel", "foundry 1.8"), ("CancellableSweep", "0.1 1."),
    ("FilesToFindings", "10 actors, 49 ties with 0 unobserved pairs\n"),
  ])
  func snippetsRun(name: String, says words: String) throws {
    let run = try CommandRun([], program: name, in: ReferenceFiles.examples.deletingLastPathComponent())
    #expect(run.status == 0 && run.output.hasPrefix(words), "\(run.output) \(run.errors)")
  }

  @Test func knokeBrokersAsPrinted() throws {
    let run = try CommandRun(["brokerage", knoke, "--group", "textbook_group"])
    #expect(
      run.output == """
        actor,group,coordinator,itinerant,gatekeeper,representative,liaison,total
        COUN,1,0,1,0,0,1,2
        COMM,2,0,5,3,7,6,21
        EDUC,1,0,2,1,1,5,9
        INDU,2,0,1,0,1,0,2
        MAYR,1,2,5,6,5,9,27
        WRO,3,0,0,1,0,0,1
        NEWS,2,0,0,5,0,1,6
        UWAY,3,0,0,0,0,0,0
        WELF,3,0,0,0,2,0,2
        WEST,3,0,1,0,0,0,1

        """)
  }

  @Test func seedsAndLossesAreAsPrinted() throws {
    let readme = try String(
      contentsOf: ReferenceFiles.examples.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    for command in [
      "seeds examples/interspin --wave 1 --count 5 --max-per-kind cluster_management=2 --min-per-cluster 1",
      "what-if examples/interspin --wave 1 --without-top 3",
    ] {
      let run = try CommandRun(
        command.split(separator: " ").map(String.init), in: ReferenceFiles.examples.deletingLastPathComponent())
      #expect(run.status == 0 && readme.contains("$ buzzline \(command)"))
      let printed = run.output.split(separator: "\n").prefix(6) + run.errors.split(separator: "\n")
      for line in printed { #expect(readme.contains("\n\(line)\n"), "\(line)") }
    }
  }

  @Test func analysisWritesFourteenFiles() throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "findings")
    #expect(try CommandRun(["analyze", knoke, "--output", output.path]).status == 0)
    #expect(
      try ScratchFolder.contents(of: output).keys.sorted() == [
        "actors.csv", "brokerage.csv", "check.R", "check.py", "findings.json", "groups.csv", "manifest.json",
        "network.csv", "references.bib", "remarks.csv", "report.html", "report.md", "statements.csv", "ties.csv",
      ])
    // An earlier output is replaced; nothing else is left beside it.
    #expect(try CommandRun(["analyze", knoke, "--output", output.path]).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["findings"])
  }

  @Test func measuresComeAsJSON() throws {
    let run = try CommandRun(["measures", knoke, "--measure", "in-degree,hub", "--format", "json"])
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 10)
    #expect(rows.first?["actor"] as? String == "COUN")
    #expect(rows.first?["in_degree"] as? Int == 5)
  }

  @Test func listNamesEveryMeasureOfTheManual() throws {
    let run = try CommandRun(["measures", "--list"])
    let names = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    for name in [
      "in-degree", "out-degree", "betweenness", "closeness-in", "closeness-out", "harmonic-in", "harmonic-out",
      "eigenvector", "pagerank", "hub", "authority", "coreness", "constraint", "effective-size", "efficiency",
      "hierarchy",
    ] {
      #expect(names.contains(name))
    }
  }

  @Test(
    .needsSharedData,
    arguments: ["Cheyenne", "HurrFrederic", "LakePomona", "MtSi", "MtStHelens", "Texas", "Wichita"])
  func emonNetworksAreAnalysed(_ name: String) throws {
    let emon = try #require(ReferenceFiles.sharedData).appending(path: "emon").path
    let folder = try ScratchFolder()
    let run = try CommandRun([
      "analyze", "\(emon)/\(name)_edges.csv", "--actors", "\(emon)/\(name)_nodes.csv", "--kind-column", "Sponsorship",
      "--cluster-column", "Location", "--draws", "99", "--output", folder.url.appending(path: "out").path,
    ])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(.needsSharedData) func cordisIsAnalysed() throws {
    let cordis = try #require(ReferenceFiles.sharedData).appending(path: "cordis_h2020").path
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    let run = try CommandRun(["analyze", cordis, "--draws", "99", "--output", output.path])
    #expect(run.status == 0, "\(run.errors)")
    let network = try String(contentsOf: output.appending(path: "network.csv"), encoding: .utf8)
    #expect(network.contains("\nconnected-pairs,2162,") && network.contains("\npairs-local_buzz,383,"))
  }

  @Test(.needsSharedData) func cordisIsToldUnderLimits() throws {
    let cordis = try #require(ReferenceFiles.sharedData).appending(path: "cordis_h2020").path
    let run = try CommandRun([
      "seeds", cordis, "--count", "10", "--max-per-kind", "research_institute=3", "--runs", "500",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 10 && rows.count { $0.contains(",research_institute,") } == 3)
  }
}

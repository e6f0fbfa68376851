import Foundation
import KnowledgeDiffusion
import KnowledgeNetworks
import StudyFindings
import TestNetworks
import Testing

/// `buzzline seeds` prints what the library chooses, and says in one sentence what cannot be.
@Suite struct SeedsCommandTests {
  @Test func theChoiceIsTheLibrarys() throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let constraints = try SeedConstraints(
      atMost: [.sme: 1], atLeastOfEachCluster: 1, mustInclude: network.seeds(named: ["WRO"]))
    let choice = try network.seeds(
      3, by: IndependentCascade(probability: 0.3), constraints: constraints,
      options: SeedOptions(.commonGraphs(500), seed: 7))
    let found: SeedFinding = try files.finding(
      "seeds",
      [
        "--count", "3", "--probability", "0.3", "--runs", "500", "--seed", "7", "--max-per-kind", "sme=1",
        "--min-per-cluster", "1",
        "--must-include", "WRO",
      ])
    #expect(found.seeds == choice.seeds.map { network.actors[$0].id })
    #expect(found.reachWhereChosen == choice.expectedReach)
    #expect(found.limits.maxPerKind == ["sme": 1] && found.limits.mustInclude == ["WRO"])
    // Judged on the graphs of the comparison, not on those the choice was made on.
    for rival in found.comparison.rivals {
      #expect(abs(rival.expectedReach.mean + rival.advantage.mean - found.expectedReach.mean) < 1e-9)
    }
    #expect(found.picks.map(\.gain) == choice.picks.map(\.gain))
    #expect(found.picks.map(\.given) == [true, false, false])
    #expect(found.bestSets?.expectedReach == choice.bestSets?.expectedReach)
  }

  @Test func publishedReachIsWithinChance() throws {
    let files = try KnokeFiles()
    for (id, exact) in [("COUN", 1.590393225821111), ("INDU", 1.580408562841), ("MAYR", 1.459971771)] {
      for method in ["greedy", "imm"] {
        let found: SeedFinding = try files.finding(
          "seeds",
          ["--count", "1", "--must-include", id, "--method", method, "--epsilon", "0.2"].dropLast(
            method == "greedy" ? 2 : 0))
        let (reach, error) = (found.expectedReach.mean, try #require(found.expectedReach.standardError))
        #expect(error > 0 && abs(reach - exact) <= 3 * error, "\(id) by \(method): \(reach), \(error)")
      }
    }
  }

  @Test func rivalsAreComparedOnGraphsOfTheirOwn() throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let model = try IndependentCascade(probability: 0.1)
    let found: SeedFinding = try files.finding("seeds", ["--count", "2", "--runs", "400"])
    let seeds = try network.seeds(named: found.seeds)
    let own = try network.comparison(ofSeeds: seeds, by: model, options: SpreadOptions(runs: 400, seed: 2))
    let rivals = found.comparison.rivals
    #expect(rivals.map(\.by) == ["degree", "betweenness", "chance"])
    #expect(rivals[0].advantage == own[0].advantage)
    #expect(rivals[2].expectedReach == own[1].expectedReach)
  }

  @Test func budgetsTakeColumnsAndKinds() throws {
    let files = try KnokeFiles()
    let byColumn: SeedFinding = try files.finding(
      "seeds", ["--count", "10", "--budget", "6", "--cost", "price", "--runs", "300"])
    let costs = byColumn.picks.compactMap(\.cost)
    #expect(costs.count == byColumn.picks.count && !costs.isEmpty && costs.reduce(0, +) <= 6)
    let byKind: SeedFinding = try files.finding(
      "seeds",
      ["--count", "10", "--budget", "5", "--cost", "sme=1", "--cost", "large_firm=2.5", "--runs", "300"])
    for pick in byKind.picks { #expect(pick.cost == (pick.actor.kind == "sme" ? 1 : 2.5)) }
    #expect(byKind.picks.compactMap(\.cost).reduce(0, +) <= 5)
  }

  @Test func noSpreadReachesTheChosenAlone() throws {
    let found: SeedFinding = try KnokeFiles().finding("seeds", ["--count", "3", "--probability", "0", "--runs", "20"])
    #expect(found.expectedReach.mean == 3 && found.expectedReach.standardError == 0)
    #expect(found.bestSets?.sets.count == 100 && found.bestSets?.more == true)
    #expect(found.picks.first?.equals?.count == 9)
  }

  @Test func csvHasARowASeed() throws {
    let run = try KnokeFiles().run("seeds", ["--count", "3", "--runs", "200", "--must-include", "WRO"])
    let rows = run.output.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows.first == "rank,id,name,kind,cluster,gain,standard_error,given,cost,equals")
    #expect(rows[1].hasPrefix("1,WRO,Name of WRO,large_firm,south,1,0,yes,,"))
    #expect(run.errors.contains("Chosen on 200 common live-edge graphs") && run.errors.contains("together they reach"))
  }

  @Test(
    arguments: [
      ["--method", "greedy", "--runs", "300"], ["--method", "imm"], ["--model", "linear-threshold", "--runs", "300"],
    ], ["csv", "json"])
  func neitherThreadsNorOrderOfRowsChangeAByte(options: [String], format: String) throws {
    let all = ["--count", "3", "--format", format] + options
    let files = try KnokeFiles()
    let alone = try files.run("seeds", all + ["--threads", "1"])
    try #require(alone.status == 0, "\(alone.errors)")
    for threads in ["2", "8"] { #expect(try files.run("seeds", all + ["--threads", threads]).output == alone.output) }
    for seed: UInt64 in [1, 2] { #expect(try KnokeFiles(shuffledBy: seed).run("seeds", all).output == alone.output) }
  }

  static let refusals: [(options: [String], status: Int32, says: String)] = [
    (["--count", "0"], 64, "--count must be at least 1."),
    (["--count", "11"], 64, "11 actors cannot be chosen of 10."),
    (["--count", "2", "--probability", "1.5"], 64, "The chance of a tie lies between 0 and 1; here it is 1.5."),
    (["--count", "2", "--model", "sir"], 64, "the model sir cannot."),
    (["--count", "2", "--runs", "0"], 64, "At least one live-edge graph is needed; here there are 0."),
    (["--count", "2", "--method", "imm", "--epsilon", "0.7"], 64, "ε lies between 0 and 1 − 1/e; here it is 0.7."),
    (["--count", "2", "--method", "imm", "--delta", "0"], 64, "δ lies between 0 and 1; here it is 0.0."),
    (["--count", "2", "--method", "greedy", "--epsilon", "0.1"], 64, "--epsilon and --delta are for imm"),
    (["--count", "2", "--method", "gredy"], 64, "Please provide one of 'auto', 'greedy' or 'imm'."),
    (
      ["--count", "2", "--max-per-kind", "sme"], 64,
      "'sme' is no limit of a kind; --max-per-kind takes one such as sme=3."
    ),
    (
      ["--count", "2", "--max-per-kind", "sme=1", "--max-per-kind", "sme=2"], 64,
      "--max-per-kind limits the kind 'sme' twice."
    ),
    (["--count", "2", "--max-per-kind", "smee=1"], 64, "No actor is of the kind 'smee'. Did you mean 'sme'?"),
    (["--count", "2", "--max-per-kind=sme=-1"], 64, "At most -1 of the kind 'sme' says nothing."),
    (["--count", "2", "--min-per-cluster=-1"], 64, "At least -1 of every cluster says nothing."),
    (["--count", "2", "--must-include", "COUNN"], 64, "There is no actor 'COUNN'. Did you mean 'COUN'?"),
    (["--count", "2", "--budget", "4"], 64, "--cost and --budget are given together or not at all."),
    (["--count", "2", "--budget", "4", "--cost", "prise"], 64, "No actor has a column 'prise'. Did you mean 'price'?"),
    (["--count", "2", "--budget", "4", "--cost", "kind"], 65, "'large_firm' under 'kind' is not a number."),
    (["--count", "2", "--budget", "4", "--cost", "sme=1"], 64, "--cost does not say what telling one of the kind"),
    // Contradictions name what clashes.
    (
      ["--count", "1", "--must-include", "COUN,INDU"], 65,
      "2 actors must be chosen ('COUN', 'INDU'), but only 1 may be."
    ),
    (
      ["--count", "2", "--must-include", "COUN", "--must-exclude", "COUN"], 65, "must be chosen and must not be chosen"
    ),
    (["--count", "8", "--max-per-kind", "sme=1"], 65, "the limits by kind (at most 1 of 'sme') leave only 6."),
    (
      ["--count", "1", "--min-per-cluster", "1"], 65,
      "At least 1 of each of 2 clusters make 2 actors, but only 1 may be chosen."
    ),
    (
      ["--count", "2", "--must-include", "WEST", "--budget", "4", "--cost", "price"], 65,
      "The actors that must be chosen ('WEST') cost 10.0, the budget is 4.0."
    ),
  ]

  @Test(arguments: refusals) func isRefused(_ bad: (options: [String], status: Int32, says: String)) throws {
    let run = try KnokeFiles().run("seeds", bad.options)
    #expect(run.status == bad.status)
    #expect(run.errors.contains(bad.says), "said: \(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func ctrlCPrintsNothing() throws {
    let folder = try ScratchFolder()
    var generator = SeededGenerator(seed: 4)
    var ties = "source,target\n"
    for _ in 0..<30_000 { ties += "a\(generator.below(4_000)),a\(generator.below(4_000))\n" }
    let run = try CommandRun(
      ["seeds", try folder.write("ties.csv", ties), "--count", "200", "--probability", "0.3", "--runs", "20000"],
      interruptedAfter: 3)
    #expect(run.status == 130)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Interrupted; nothing was written."))
  }
}

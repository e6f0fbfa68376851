import Foundation
import KnowledgeDiffusion
import KnowledgeNetworks
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
      options: SeedOptions(.commonWorlds(500), seed: 7))
    let told = try files.object(
      "seeds",
      [
        "--count", "3", "--probability", "0.3", "--runs", "500", "--seed", "7", "--max-per-kind", "sme=1",
        "--min-per-cluster", "1",
        "--must-include", "WRO",
      ])
    #expect(told["seeds"] as? [String] == choice.seeds.map { network.actors[$0].id })
    #expect(told["reachWhereChosen"] as? Double == choice.expectedReach.mean)
    // Judged on the graphs of the comparison, not on those the choice was made on.
    let comparison = try #require(told["comparison"] as? [String: Any])
    let rivals = try #require(comparison["rivals"] as? [[String: Any]])
    let reach = try #require(told["expectedReach"] as? Double)
    for rival in rivals {
      let sum = try #require(rival["expectedReach"] as? Double) + #require(rival["advantage"] as? Double)
      #expect(abs(sum - reach) < 1e-9)
    }
    let picks = try #require(told["picks"] as? [[String: Any]])
    #expect(picks.map { $0["gain"] as? Double } == choice.picks.map { $0.gain.mean })
    #expect(picks.map { $0["given"] as? Bool } == [true, false, false])
    let best = try #require(told["bestSets"] as? [String: Any])
    #expect(best["expectedReach"] as? Double == choice.bestSets?.expectedReach)
  }

  @Test func publishedReachIsWithinChance() throws {
    let files = try KnokeFiles()
    for (id, exact) in [("COUN", 1.590393225821111), ("INDU", 1.580408562841), ("MAYR", 1.459971771)] {
      for method in ["greedy", "imm"] {
        let told = try files.object(
          "seeds",
          ["--count", "1", "--must-include", id, "--method", method, "--epsilon", "0.2"].dropLast(
            method == "greedy" ? 2 : 0))
        let reach = try #require(told["expectedReach"] as? Double)
        let error = try #require(told["standardError"] as? Double)
        #expect(error > 0 && abs(reach - exact) <= 3 * error, "\(id) by \(method): \(reach), \(error)")
      }
    }
  }

  @Test func rivalsAreComparedOnWorldsOfTheirOwn() throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let model = try IndependentCascade(probability: 0.1)
    let told = try files.object("seeds", ["--count", "2", "--runs", "400"])
    let seeds = try network.seeds(named: #require(told["seeds"] as? [String]))
    let own = try network.comparison(ofSeeds: seeds, by: model, options: SpreadOptions(runs: 400, seed: 2))
    let comparison = try #require(told["comparison"] as? [String: Any])
    let rivals = try #require(comparison["rivals"] as? [[String: Any]])
    #expect(rivals.map { $0["by"] as? String } == ["degree", "betweenness", "chance"])
    #expect(rivals[0]["advantage"] as? Double == own[0].advantage.mean)
    #expect(rivals[2]["expectedReach"] as? Double == own[1].expectedReach.mean)
  }

  @Test func budgetsTakeColumnsAndKinds() throws {
    let files = try KnokeFiles()
    let byColumn = try files.object("seeds", ["--count", "10", "--budget", "6", "--cost", "price", "--runs", "300"])
    let picks = try #require(byColumn["picks"] as? [[String: Any]])
    let costs = picks.compactMap { $0["cost"] as? Double }
    #expect(costs.count == picks.count && !costs.isEmpty && costs.reduce(0, +) <= 6)
    let byKind = try files.object(
      "seeds",
      ["--count", "10", "--budget", "5", "--cost", "sme=1", "--cost", "large_firm=2.5", "--runs", "300"])
    let spent = try #require(byKind["picks"] as? [[String: Any]]).map { pick in
      #expect(pick["cost"] as? Double == (pick["kind"] as? String == "sme" ? 1 : 2.5))
      return pick["cost"] as? Double ?? .nan
    }
    #expect(spent.reduce(0, +) <= 5)
  }

  @Test func keyPlayersAreAsPublished() throws {
    let run = try CommandRun(["seeds", knoke, "--count", "2", "--key-players", "weighted-reach"])
    #expect(run.status == 0, "\(run.errors)")
    let members = run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(members == ["COMM", "EDUC", "EDUC", "MAYR", "EDUC", "UWAY", "MAYR", "WRO"])
    let one = try CommandRun([
      "seeds", knoke, "--count", "1", "--key-players", "weighted-fragmentation", "--format", "json",
    ])
    let told = try #require(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    #expect(told["seeds"] as? [String] == ["NEWS"])
    let values = try ["value", "valueOfNobody"].map { try #require(told[$0] as? Double) }
    #expect(abs(values[0] - 0.1806) < 5e-5 && abs(values[1] - 0.1444) < 5e-5)
  }

  @Test func noSpreadReachesTheChosenAlone() throws {
    let told = try KnokeFiles().object("seeds", ["--count", "3", "--probability", "0", "--runs", "20"])
    #expect(told["expectedReach"] as? Double == 3 && told["standardError"] as? Double == 0)
    let best = try #require((told["bestSets"] as? [String: Any])?["sets"] as? [[String]])
    #expect(best.count == 100 || best.count == 120)
    #expect(((told["picks"] as? [[String: Any]])?.first?["equals"] as? [String])?.count == 9)
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
      ["--key-players", "reach-within-1"],
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
    (["--count", "2", "--runs", "0"], 64, "At least one world is needed; here there are 0."),
    (["--count", "2", "--method", "imm", "--epsilon", "0.7"], 64, "ε lies between 0 and 1 − 1/e; here it is 0.7."),
    (["--count", "2", "--method", "imm", "--delta", "0"], 64, "δ lies between 0 and 1; here it is 0.0."),
    (["--count", "2", "--method", "greedy", "--epsilon", "0.1"], 64, "--epsilon and --delta are for imm"),
    (["--count", "2", "--method", "gredy"], 64, "Unknown method 'gredy'; there are auto, greedy, imm. Did you mean"),
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
    (["--count", "2", "--must-include", "COUNN"], 64, "There is no actor 'COUNN' to start from. Did you mean 'COUN'?"),
    (["--count", "2", "--budget", "4"], 64, "--cost and --budget are given together or not at all."),
    (["--count", "2", "--budget", "4", "--cost", "prise"], 64, "No actor has a column 'prise'. Did you mean 'price'?"),
    (["--count", "2", "--budget", "4", "--cost", "kind"], 65, "'large_firm' under 'kind' is not a number."),
    (["--count", "2", "--budget", "4", "--cost", "sme=1"], 64, "--cost does not say what telling one of the kind"),
    (["--count", "2", "--key-players", "reach"], 64, "Unknown measure of key players 'reach'"),
    (
      ["--count", "2", "--key-players", "fragmentation", "--min-per-cluster", "1"], 64,
      "takes no limits and no chances."
    ),
    (["--count", "9", "--key-players", "fragmentation"], 64, "Fragmentation needs two actors that remain"),
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

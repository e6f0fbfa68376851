import Foundation
import KnowledgeDiffusion
import KnowledgeNetworks
import StudyFindings
import TestNetworks
import Testing

/// `buzzline what-if` prints what the library finds, and says in one sentence what cannot be.
@Suite struct WhatIfCommandTests {
  @Test(arguments: [nil, "COUN"], [true, false])
  func newTiesAreTheLibrarys(from starter: String?, isPipeline: Bool) throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let found = try network.newTies(
      2, by: IndependentCascade(probability: 0.2),
      among: TieCandidates(
        chance: 0.2, scopes: isPipeline ? TieCandidates.pipelines : TieCandidates.buzz, receivers: [.sme]),
      for: starter.map { .seeds(try network.seeds(named: [$0])) } ?? .everyActor,
      options: SpreadOptions(runs: 300, seed: 5))
    let printed: NewTieFinding = try files.finding(
      "what-if",
      [isPipeline ? "--pipelines" : "--buzz", "2", "--probability", "0.2", "--receiver-kind", "sme"]
        + ["--runs", "300", "--seed", "5"] + (starter.map { ["--from", $0] } ?? []))
    #expect(printed.ties.map(\.giver.id) == found.ties.map { network.actors[$0.ends.giver].id })
    #expect(printed.ties.map(\.receiver.id) == found.ties.map { network.actors[$0.ends.receiver].id })
    #expect(printed.ties.map(\.gain) == found.ties.map(\.gain))
    #expect(printed.together == found.together && printed.reachBefore == found.reachBefore)
    #expect(printed.asked.from == starter.map { [$0] })
  }

  @Test func publishedReachIsWithinChance() throws {
    let files = try KnokeFiles()
    for (id, exact) in [("COUN", 1.590393225821111), ("INDU", 1.580408562841), ("MAYR", 1.459971771)] {
      let printed: NewTieFinding = try files.finding("what-if", ["--pipelines", "1", "--from", id, "--runs", "10000"])
      let (mean, error) = (printed.reachBefore.mean, try #require(printed.reachBefore.standardError))
      #expect(abs(mean - exact) <= 3 * error, "\(id): \(mean), \(error)")
    }
  }

  /// The reach of COUN with one tie more, enumerated, less its reach without it.
  @Test func aGainIsNearTheExactOne() throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let printed: NewTieFinding = try files.finding(
      "what-if", ["--pipelines", "1", "--from", "COUN", "--runs", "20000"])
    let tie = try #require(printed.ties.first)
    let ends = try [tie.giver, tie.receiver].map { try #require(network.position(of: $0.id)) }
    let wider = try KnowledgeNetwork(
      actors: network.actors, ties: network.ties + [Tie(source: ends[0], target: ends[1])])
    let model = try IndependentCascade(probability: 0.1)
    let start = try network.seeds(named: ["COUN"])
    let exact = try model.exactReach(on: wider, from: start) - model.exactReach(on: network, from: start)
    let (gain, error) = (tie.gain.mean, try #require(tie.gain.standardError))
    #expect(abs(gain - exact) <= 3 * error, "\(gain), exact \(exact), error \(error)")
    // The best of all: no other candidate adds clearly more.
    for giver in network.actors.indices {
      for receiver in network.actors.indices
      where giver != receiver && !network.hasTie(from: giver, to: receiver)
        && network.scope(between: giver, and: receiver).isPipeline
      {
        let other = try KnowledgeNetwork(
          actors: network.actors, ties: network.ties + [Tie(source: giver, target: receiver)])
        let theirs = try model.exactReach(on: other, from: start) - model.exactReach(on: network, from: start)
        #expect(theirs <= exact + 4 * error)
      }
    }
  }

  @Test func leavingIsTheLibrarys() throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let loss = try network.loss(
      withoutActors: network.seeds(named: ["MAYR", "INDU"]), by: IndependentCascade(probability: 0.2),
      for: .everyActor, options: SpreadOptions(runs: 300, seed: 5))
    let printed: LeavingFinding = try files.finding(
      "what-if", ["--without", "MAYR, INDU", "--probability", "0.2", "--runs", "300", "--seed", "5"])
    #expect(printed.without.map(\.id).sorted() == ["INDU", "MAYR"])
    #expect(printed.total.before == loss.total.before.mean && printed.total.after == loss.total.after.mean)
    #expect(printed.total.loss == loss.total.loss.mean)
    #expect(printed.kinds.map(\.group) == ["large_firm", "sme"])
    #expect(printed.kinds.map(\.members) == loss.byKind.map(\.members))
  }

  @Test(arguments: [nil, "COUN"]) func eachPartIsTakenOutAsInTheLibrary(from starter: String?) throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let losses = try network.losses(
      withoutEachOf: network.parts, by: IndependentCascade(probability: 0.2),
      for: starter.map { .seeds(try network.seeds(named: [$0])) } ?? .everyActor,
      options: SpreadOptions(runs: 300, seed: 5))
    let printed: PartLossFinding = try files.finding(
      "what-if",
      ["--without-each", "--probability", "0.2", "--runs", "300", "--seed", "5"]
        + (starter.map { ["--from", $0] } ?? []))
    #expect(printed.losses.map(\.without) == ["kind", "kind", "pipelines"])
    #expect(printed.losses.map(\.name) == ["large_firm", "sme", nil])
    #expect(printed.losses.map(\.loss.loss) == losses.map(\.loss.total.loss.mean))
  }

  @Test func theStrongestGatekeepersLeave() throws {
    let files = try KnokeFiles()
    let network = try files.network()
    let printed: LeavingFinding = try files.finding("what-if", ["--without-top", "3", "--runs", "50"])
    // Partners inside and outside, counted from the definition.
    let strengths = network.actors.indices.map { actor in
      let partners = Set(network.receivers(of: actor)).union(network.givers(to: actor))
      let inside = partners.count { network.actors[$0].cluster == network.actors[actor].cluster }
      return min(inside, partners.count - inside)
    }
    let strongest = strengths.indices.sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }.prefix(3)
    #expect(printed.without.map(\.id) == strongest.sorted().map { network.actors[$0].id })
  }

  @Test func csvHasARowATieOrAGroup() throws {
    let files = try KnokeFiles()
    let ties = try files.run("what-if", ["--pipelines", "2", "--runs", "100", "--tie-chance", "1"])
    let rows = ties.output.split(separator: "\n")
    #expect(
      rows.first == """
        rank,giver_id,giver_name,giver_kind,giver_cluster,receiver_id,receiver_name,receiver_kind,receiver_cluster,\
        scope,gain,standard_error,equals
        """)
    #expect(rows.count == 3 && rows[1].hasPrefix("1,") && ties.errors.contains("all these ties together add"))
    let loss = try files.run("what-if", ["--without", "MAYR", "--runs", "100"])
    #expect(loss.output.hasPrefix("of,group,members,before,after,loss,standard_error,share\nall,,9,"))
    #expect(
      loss.output.split(separator: "\n").count == 6 && loss.errors.hasPrefix("buzzline: Without Name of MAYR, of"))
  }

  @Test func theChanceOfANewTieIsThatOfItsPlace() throws {
    let files = try KnokeFiles()
    let chances = ["--chance", "local=0.3", "--chance", "global=0.05", "--runs", "50"]
    for (asked, chance) in [
      (["--pipelines", "1"], 0.05), (["--buzz", "1"], 0.3), (["--buzz", "1", "--tie-chance", "0.9"], 0.9),
    ] {
      let found: NewTieFinding = try files.finding("what-if", asked + chances)
      #expect(found.candidates.chance == chance)
    }
  }

  @Test(
    arguments: [
      ["--pipelines", "2"], ["--buzz", "2", "--from", "COUN,INDU"], ["--without-top", "2"], ["--without-each"],
      ["--without", "MAYR", "--model", "linear-threshold"],
    ], ["csv", "json"])
  func neitherThreadsNorOrderOfRowsChangeAByte(options: [String], format: String) throws {
    let all = ["--runs", "300", "--format", format] + options
    let files = try KnokeFiles()
    let alone = try files.run("what-if", all + ["--threads", "1"])
    try #require(alone.status == 0, "\(alone.errors)")
    for threads in ["2", "8"] {
      #expect(try files.run("what-if", all + ["--threads", threads]).output == alone.output)
    }
    for seed: UInt64 in [1, 2] { #expect(try KnokeFiles(shuffledBy: seed).run("what-if", all).output == alone.output) }
  }

  static let refusals: [(options: [String], says: String)] = [
    ([], "Ask one of --pipelines, --buzz, --without, --without-top and --without-each."),
    (
      ["--pipelines", "1", "--without", "MAYR"],
      "Ask one of --pipelines, --buzz, --without, --without-top and --without-each."
    ),
    (["--pipelines", "0"], "At least one new tie is looked for, not 0."),
    (["--pipelines", "1", "--runs", "0"], "At least one run is needed; here there are 0."),
    (["--pipelines", "1", "--from", "COUNN"], "There is no actor 'COUNN'. Did you mean 'COUN'?"),
    (["--pipelines", "1", "--giver-kind", "smee"], "No actor is of the kind 'smee'. Did you mean 'sme'?"),
    (["--pipelines", "1", "--tie-chance", "2"], "The chance of a new tie lies between 0 and 1; here it is 2.0."),
    (
      ["--pipelines", "1", "--range", "locale"],
      "The value 'locale' is invalid for '--range <range>'."
    ),
    (["--pipelines", "1", "--chance", "givers"], "--tie-chance does."),
    (["--pipelines", "1", "--model", "linear-threshold"], "New ties need the model cascade"),
    (["--pipelines", "1", "--model", "sis"], "the model sis cannot."),
    (["--buzz", "1", "--range", "national"], "--range is for --pipelines."),
    (["--pipelines", "1", "--distance", "0.6-0.2"], "'0.6-0.2' is no range of distances"),
    (["--pipelines", "1", "--distance", "0.6"], "'0.6' is no range of distances"),
    (["--pipelines", "1", "--distance", "0.2-0.6"], "No tie states a topic"),
    (["--without", "MAYR", "--giver-kind", "sme"], "are for new ties."),
    (["--without", "MAYR,MAYR"], "The actor 'MAYR' is named twice"),
    (["--without", KnokeOrganisations.names.joined(separator: ",")], "If all leave, nobody stays to lose."),
    (["--without-top", "0"], "0 gatekeepers cannot leave; "),
    (["--without-top", "10"], "10 gatekeepers cannot leave; "),
  ]

  @Test(arguments: refusals) func isRefused(_ bad: (options: [String], says: String)) throws {
    let run = try KnokeFiles().run("what-if", bad.options)
    #expect(run.status == 64)
    #expect(run.errors.contains(bad.says), "said: \(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func newTiesKeepTheirDistance() throws {
    let folder = try ScratchFolder()
    try folder.write("actors.csv", "id,cluster\na,n\nb,n\nc,s\nd,s\ne,s\n")
    // a has x; c has x once and y twice, 1 - 1 / 5^0.5 = 0.55 away; d and e have nothing but y.
    try folder.write("ties.csv", "source,target,topic\na,b,x\nc,d,y\nd,c,y\nd,e,y\nb,c,x\n")
    func ends(_ distance: [String]) throws -> String? {
      let run = try CommandRun(
        ["what-if", folder.url.path, "--pipelines", "1", "--from", "a", "--runs", "200"] + distance)
      try #require(run.status == 0, "\(run.errors)")
      let tie = run.output.split(separator: "\n").dropFirst().first
      let cells = tie?.split(separator: ",", omittingEmptySubsequences: false)
      return cells.map { "\($0[1])\($0[5])" }
    }
    #expect(try ends(["--distance", "0.9-1"]) == "ad")
    #expect(try ends(["--distance", "0.5-0.6"]) == "ac")
    #expect(try ends(["--distance", "0.6-0.8"]) == nil)
  }

  @Test func withoutClustersThereAreNoPipelines() throws {
    let files = try KnokeFiles(hasActors: false)
    let pipelines = try files.run("what-if", ["--pipelines", "1"])
    #expect(pipelines.status == 64 && pipelines.errors.contains("New pipelines lead from one cluster to another;"))
    let buzz = try files.run("what-if", ["--buzz", "1"])
    #expect(buzz.status == 64 && buzz.errors.contains("New buzz stays inside a cluster; no actor states one."))
  }

  @Test func noSpreadIsNoLoss() throws {
    let files = try KnokeFiles()
    let printed: LeavingFinding = try files.finding(
      "what-if", ["--without", "MAYR", "--probability", "0", "--runs", "10"])
    #expect(printed.total.loss == 0)
    let none = try files.run("what-if", ["--pipelines", "1", "--tie-chance", "0", "--runs", "10"])
    #expect(none.status == 0 && none.output.split(separator: "\n").count <= 2, "\(none.output)")
  }

  @Test func ctrlCPrintsNothing() throws {
    let folder = try ScratchFolder()
    var generator = SeededGenerator(seed: 4)
    var ties = "source,target\n"
    for _ in 0..<20_000 { ties += "a\(generator.below(4_000)),a\(generator.below(4_000))\n" }
    let run = try CommandRun(
      ["what-if", try folder.write("ties.csv", ties), "--without", "a1", "--probability", "0.3", "--runs", "100000"],
      interruptedAfter: 3)
    #expect(run.status == 130)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("Interrupted; nothing was written."))
  }
}

import Foundation
import StudyFindings
import TestNetworks
import Testing

/// `buzzline spread` with chances that differ from tie to tie, worked out by hand, and with a kind to start from.
@Suite struct SpreadChanceTests {
  private static let actors = """
    id,kind,cluster,region,country
    a,sme,north,r1,DE
    b,sme,north,r1,DE
    c,large_firm,south,r2,DE
    d,large_firm,east,r3,FR
    e,sme,,,

    """
  private static let ties = """
    source,target,weight,topic,channel
    a,b,0.5,markets,meeting
    a,b,0.25,funding,project
    a,c,1,markets,project
    a,d,0.125,,
    a,e,1,markets,meeting
    c,d,1,funding,meeting

    """

  private func spread(_ options: [String]) throws -> CommandRun {
    let folder = try ScratchFolder()
    try folder.write("actors.csv", Self.actors)
    try folder.write("ties.csv", Self.ties)
    return try CommandRun(["spread", folder.url.path] + options)
  }

  private func reach(_ options: [String]) throws -> Double {
    let run = try spread(options + ["--exact", "--format", "json"])
    let found: SpreadFinding = try run.finding()
    return found.expectedReach
  }

  /// Reach of a where it tells b, c, d and e by these chances, and c tells d.
  private func byHand(b: Double, c: Double, d: Double, e: Double, cToD: Double) -> Double {
    1 + b + c + e + 1 - (1 - d) * (1 - c * cToD)
  }

  private func expect(_ options: [String], reaches expected: Double) throws {
    let reach = try reach(["--from", "a"] + options)
    #expect(abs(reach - expected) < 1e-12, "\(options): \(reach), by hand \(expected)")
  }

  @Test func placesHaveChances() throws {
    let wide = ["--chance", "local=0.2", "--chance", "global=0.05"]
    // Two ties from a to b do not make two chances of one place.
    try expect(wide, reaches: byHand(b: 0.2, c: 0.05, d: 0.05, e: 0.1, cToD: 0.05))
    try expect(
      wide + ["--chance", "international=0.5", "--chance", "unknown=0", "--probability", "0.9"],
      reaches: byHand(b: 0.2, c: 0.05, d: 0.5, e: 0, cToD: 0.5))
    try expect(
      ["--chance", "national=0.3", "--probability", "0.6"], reaches: byHand(b: 0.6, c: 0.3, d: 0.6, e: 0.6, cToD: 0.6))
  }

  @Test func channelsAndTopicsHaveChances() throws {
    // One tie by meeting, one by project: the larger chance is that of the pair.
    try expect(["--chance", "channel:meeting=0.3"], reaches: byHand(b: 0.3, c: 0.1, d: 0.1, e: 0.3, cToD: 0.3))
    try expect(
      ["--chance", "topic:markets=0.5", "--chance", "topic:funding=0", "--probability", "0.2"],
      reaches: byHand(b: 0.5, c: 0.5, d: 0.2, e: 0.5, cToD: 0))
  }

  @Test func oneChanceForATopicMeansWhatItMeansForAll() throws {
    let all = try reach(["--from", "a", "--probability", "0.3"])
    let named = try reach(["--from", "a", "--probability", "0.3", "--chance", "topic:markets=0.3"])
    #expect(all == named)
  }

  @Test func weightsAreChances() throws {
    // Two ties of a half and a quarter: the larger; as one strength of 0.75 at 0.5 a unit: 1 - 0.5^0.75.
    let strength = ["--weights", "strength"]
    try expect(strength + ["--chance", "weight"], reaches: byHand(b: 0.5, c: 1, d: 0.125, e: 1, cToD: 1))
    try expect(
      strength + ["--chance", "weight=0.5"], reaches: byHand(b: 0.25, c: 0.5, d: 0.0625, e: 0.5, cToD: 0.5))
    try expect(
      strength + ["--chance", "strength=0.5"],
      reaches: byHand(b: 1 - pow(0.5, 0.75), c: 0.5, d: 1 - pow(0.5, 0.125), e: 0.5, cToD: 0.5))
    try expect(["--chance", "givers"], reaches: byHand(b: 1, c: 1, d: 0.5, e: 1, cToD: 0.5))
  }

  @Test func aKindStarts() throws {
    let kind = try spread(["--from-kind", "sme", "--runs", "200"])
    let members = try spread(["--from", "a,b,e", "--runs", "200"])
    #expect(kind.status == 0 && kind.output == members.output)
  }

  @Test func whatChangesNothingIsSaid() throws {
    let regional = try spread(["--from", "a", "--chance", "regional=0.3", "--runs", "10"])
    #expect(regional.errors == "buzzline: No tie leads there, so --chance regional=0.3 changes nothing.\n")
    let idle = try spread(["--from", "a", "--chance", "givers", "--probability", "0.3", "--runs", "10"])
    #expect(idle.errors == "buzzline: The model cascade has no use for --probability.\n")
    let threshold = try spread(["--from", "a", "--model", "threshold", "--chance", "givers", "--runs", "10"])
    #expect(threshold.errors == "buzzline: The model threshold has no use for --chance.\n")
  }

  @Test(
    arguments: [
      (["--from", "a", "--from-kind", "sme"], 64, "--from and --from-kind both say who knows at the start; name one."),
      ([], 64, "Say with --from or --from-kind who knows at the start."),
      (["--from-kind", "smee"], 64, "No actor is of the kind 'smee'. Did you mean 'sme'?"),
      (["--from", "a", "--chance", "local"], 64, "'local' says no chance; --chance takes such as local=0.2"),
      (["--from", "a", "--chance", "locale=0.1"], 64, "Unknown ties 'locale' in --chance; there are local, global"),
      (
        ["--from", "a", "--chance", "local=1.2"], 64,
        "The chance of local_buzz ties lies between 0 and 1; here it is 1.2"
      ),
      (["--from", "a", "--chance", "local=nan"], 64, "The chance of local_buzz ties lies between 0 and 1"),
      (["--from", "a", "--chance", "local=0.1", "--chance", "topic:markets=1"], 64, "each thing once; not local=0.1,"),
      (["--from", "a", "--chance", "local=0.1", "--chance", "local=1"], 64, "each thing once; not local=0.1, local=1"),
      (["--from", "a", "--chance", "weight", "--chance", "givers"], 64, "one rule of weights"),
      (
        ["--from", "a", "--chance", "channel:meting=0.1"], 64,
        "No tie has the channel 'meting'. Did you mean 'meeting'?"
      ),
      (["--from", "a", "--chance", "weight"], 65, "Weights can be taken as chances only where they are declared"),
      (["--from", "a", "--chance", "weight=2", "--weights", "strength"], 64, "would have the chance 2.0"),
    ] as [([String], Int32, String)])
  func isRefused(options: [String], status: Int32, says: String) throws {
    let run = try spread(options)
    #expect(run.status == status)
    #expect(run.errors.contains(says), "said: \(run.errors)")
    #expect(run.output.isEmpty)
  }
}

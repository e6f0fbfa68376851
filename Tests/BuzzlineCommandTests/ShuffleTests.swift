import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// The order of rows is no finding: shuffled input gives the same bytes.
@Suite struct ShuffleTests {
  @Test(arguments: 1...3) func shuffledRowsGiveTheSameBytes(seed: UInt64) throws {
    let study = try ClaimStudy()
    let other = try ClaimStudy(shuffledBy: seed)
    for rule in ["either", "both", "giver", "receiver"] {
      let first = try analyze(study.folder.url, rule: rule)
      let second = try analyze(other.folder.url, rule: rule)
      #expect(first.keys.sorted() == second.keys.sorted())
      for (name, data) in first where name != "manifest.json" {
        #expect(data == second[name], "\(name) under the rule \(rule)")
      }
    }
  }

  @Test func theSameInputGivesTheSameManifest() throws {
    let study = try ClaimStudy()
    #expect(try analyze(study.folder.url, rule: "either") == analyze(study.folder.url, rule: "either"))
  }

  @Test func shuffledEdgeListGivesTheSameBytes() throws {
    let folder = try ScratchFolder()
    let ties = try String(contentsOf: ReferenceFiles.examples.appending(path: "knoke/ties.csv"), encoding: .utf8)
    let actors = try String(contentsOf: ReferenceFiles.examples.appending(path: "knoke/actors.csv"), encoding: .utf8)
    for (name, seed) in [("straight", UInt64(0)), ("shuffled", 5)] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: false)
      try folder.write("\(name)/ties.csv", shuffled(ties, by: seed))
      try folder.write("\(name)/actors.csv", shuffled(actors, by: seed))
    }
    let straight = try analyze(folder.url.appending(path: "straight"), rule: "either")
    let other = try analyze(folder.url.appending(path: "shuffled"), rule: "either")
    for (name, data) in straight where name != "manifest.json" { #expect(data == other[name], "\(name)") }
  }

  private func analyze(_ study: URL, rule: String) throws -> [String: Data] {
    let output = try ScratchFolder()
    let target = output.url.appending(path: "findings")
    let run = try CommandRun(
      ["analyze", study.path, "--rule", rule, "--draws", "99", "--seed", "7", "--output", target.path])
    try #require(run.status == 0, "\(run.errors)")
    return try ScratchFolder.contents(of: target)
  }
}

/// A made-up study of 24 actors with every sort of answer, doubt and repetition.
struct ClaimStudy {
  let folder: ScratchFolder

  init(shuffledBy seed: UInt64 = 0) throws {
    folder = try ScratchFolder()
    var generator = SeededGenerator(seed: 99)
    let kinds = ["sme", "large_firm", "research_institute", "cluster_management"]
    var actors = ["id,name,kind,cluster,region,country"]
    var claims = ["wave,respondent,item,partner,topic,channel,answer,weight"]
    var responses = ["wave,respondent,item,status"]
    for actor in 0..<24 {
      let name = actor < 2 ? "Zwilling GmbH" : "Müller & Söhne \(actor)"
      actors.append("A\(actor),\(name),\(kinds[actor % 4]),C\(actor % 3),R\(actor % 2),DE")
      for item in ["shared", "received"] {
        let status = ["answered", "answered", "partial", "refused"][generator.below(4)]
        responses.append("1,A\(actor),\(item),\(status)")
        guard status != "refused" else { continue }
        for _ in 0..<5 { claims.append(Self.claim(by: actor, item, &generator)) }
      }
    }
    claims += claims[1...20]
    claims.append("1,A3,shared,sme,markets,meeting,yes,")
    claims.append("1,A4,received,a friend of a friend,,,yes,")
    try folder.write("actors.csv", shuffled(actors.joined(separator: "\n"), by: seed))
    try folder.write("claims.csv", shuffled(claims.joined(separator: "\n"), by: seed))
    try folder.write("responses.csv", shuffled(responses.joined(separator: "\n"), by: seed))
    try folder.write("aliases.csv", shuffled("label,actor,decision\nFirst,A0,same\nSecond,A1,same", by: seed))
  }

  private static func claim(by actor: Int, _ item: String, _ generator: inout SeededGenerator) -> String {
    let partner = ["A\(generator.below(24))", "A\(generator.below(24))", "First"][generator.below(3)]
    let topic = ["markets", "funding", ""][generator.below(3)]
    let answer = ["yes", "yes", "no", "missing"][generator.below(4)]
    let weight = answer == "yes" ? "\(Double(1 + generator.below(9)) / 2)" : ""
    return "1,A\(actor),\(item),\(partner),\(topic),\(["meeting", "project"][generator.below(2)]),\(answer),\(weight)"
  }
}

/// The lines below the heading in another order; seed 0 leaves them.
func shuffled(_ text: String, by seed: UInt64) -> String {
  var lines = text.split(separator: "\n").map(String.init)
  let heading = lines.removeFirst()
  var generator = SeededGenerator(seed: seed)
  if seed > 0 { generator.shuffle(&lines) }
  return ([heading] + lines).joined(separator: "\n") + "\n"
}

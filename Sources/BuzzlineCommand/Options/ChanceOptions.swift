internal import ArgumentParser
internal import Buzzline

/// How likely ties are to carry knowledge.
struct ChanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The chance that knowledge passes from an actor to one it is tied to, however many ties join the two; for sir, sis "
        + "and si in each step; 0.1 unless named.",
      valueName: "chance"))
  var probability: Double?
  @Option(
    help: ArgumentHelp(
      "The chance where some ties are, several times; of several ties of a pair the largest counts: local, global, regional, national, international or unknown=…, "
        + "channel:word=… or topic:word=…; all others keep --probability. Or one rule for all ties: weight (is the "
        + "chance) or weight=factor, strength=chance (of a unit of weight), givers (one over their number).",
      valueName: "ties=chance"))
  var chance: [String] = []

  func rule() throws -> ChanceRule {
    let constant = try asUsage { try IndependentCascade(probability: probability ?? 0.1).rule }
    return chance.isEmpty ? constant : try ChanceWord.rule(chance, otherwise: probability ?? 0.1)
  }

  /// As the output shows them; without the probability where one `--chance` speaks of all ties.
  func settings() throws -> [String: JSONValue] {
    var settings: [String: JSONValue] = chance.isEmpty ? [:] : ["chance": .list(chance.map { .text($0) })]
    switch try rule() {
    case .constant, .scopes, .channels, .topics: settings["probability"] = .number(probability ?? 0.1)
    case .weights, .strength, .weightedCascade: break
    }
    return settings
  }

  /// The options named, by the names their settings have.
  var named: [String] { (probability == nil ? [] : ["probability"]) + (chance.isEmpty ? [] : ["chance"]) }

  /// Says which chances named no tie of the network has.
  func sayIdle(on network: KnowledgeNetwork, _ line: ProgressLine) throws {
    for word in try ChanceWord.idle(chance, on: network) {
      StandardError.say("No tie leads there, so --chance \(word) changes nothing.", line)
    }
  }
}

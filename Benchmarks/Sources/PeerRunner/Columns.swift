internal import Buzzline
internal import Foundation

/// An answer as a table: a key and some numbers a row, which is how every peer writes its own.
struct Columns {
  private let rows: [String]

  /// Scores, a row an actor; what is not defined is `nan`, as in the peers.
  init(_ scores: [ActorScores], of network: KnowledgeNetwork) {
    rows = network.actors.indices.map { actor in
      Self.row(network.actors[actor].id, scores.map { $0[actor] })
    }
  }

  /// How many actors each one gives to and receives from: enough to see that a network was read right.
  init(degreesOf network: KnowledgeNetwork) {
    rows = network.actors.indices.map { actor in
      Self.row(
        network.actors[actor].id, [Double(network.receiverCount(of: actor)), Double(network.giverCount(to: actor))])
    }
  }

  /// How many claims each respondent makes, and in how many waves: enough to see that all were read and none twice.
  init(claimsOf survey: Survey) {
    var counts = [Int](repeating: 0, count: survey.actors.count)
    var waves = [Set<String?>](repeating: [], count: survey.actors.count)
    for claim in survey.claims {
      counts[claim.respondent] += 1
      waves[claim.respondent].insert(claim.wave)
    }
    rows = survey.actors.indices.filter { counts[$0] > 0 }.map { actor in
      Self.row(survey.actors[actor].id, [Double(counts[actor]), Double(waves[actor].count)])
    }
  }

  /// Expected reach, its standard error and how many runs it is of, a row an actor.
  init(_ reach: ActorReach, of network: KnowledgeNetwork) {
    rows = network.actors.indices.map { actor in
      Self.row(
        network.actors[actor].id, [reach.expected[actor], reach.standardErrors[actor], Double(reach.graphs)])
    }
  }

  /// The census, a row a type of triad.
  init(_ census: TriadCensus) {
    // Written as whole numbers, since counts of large networks go beyond what a Double can tell apart.
    rows = TriadType.allCases.map { "\($0.rawValue),\(census[$0])" }
  }

  /// Whom to tell first, with what each adds to the reach expected.
  init(_ choice: SeedChoice, of network: KnowledgeNetwork) {
    rows = choice.picks.map { Self.row(network.actors[$0.actor].id, [$0.gain.mean]) }
  }

  func write(to file: URL) throws {
    try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: file)
  }

  private static func row(_ key: String, _ numbers: [Double?]) -> String {
    ([key] + numbers.map(text)).joined(separator: ",")
  }

  /// A number as every peer can read it: whole ones without a fraction, `nan` for what is not defined.
  static func text(_ number: Double?) -> String {
    guard let number else { return "nan" }
    return number == number.rounded() && abs(number) < 0x1p53 ? String(Int(number)) : String(number)
  }
}

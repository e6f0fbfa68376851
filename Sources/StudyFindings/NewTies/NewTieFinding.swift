public import KnowledgeDiffusion
public import KnowledgeNetworks

/// Which new ties would add most reach.
public struct NewTieFinding: Finding, Hashable {
  /// Who would give to whom.
  public struct Ends: Codable, Hashable, Sendable {
    /// The identifier of the giver.
    public let giver: String
    /// The identifier of the receiver.
    public let receiver: String
  }

  /// A new tie.
  public struct NamedTie: Codable, Hashable, Sendable {
    /// Its place in the choice, from 1.
    public let rank: Int
    /// Who would give.
    public let giver: NamedActor
    /// Who would receive.
    public let receiver: NamedActor
    /// Where it would lead.
    public let scope: String
    /// What it adds to expected reach beside those before it.
    public let gain: Estimate
    /// Others that add as much, within the standard error.
    public let equals: [Ends]
    /// Whether there are more such than are listed.
    public let moreEquals: Bool
  }

  /// Which new ties came into question.
  public struct Candidates: Codable, Hashable, Sendable {
    /// The chance of a new tie.
    public let chance: Double
    /// Where they may lead.
    public let scopes: [String]
    /// The kinds that may give; `nil` for any.
    public let giverKinds: [String]?
    /// The kinds that may receive; `nil` for any.
    public let receiverKinds: [String]?
    /// The least and the most cognitive distance; `nil` where it is no matter.
    public let distances: [Double]?

    init(_ candidates: TieCandidates) {
      chance = candidates.chance
      scopes = TieScope.allScopes.filter(candidates.scopes.contains).map(\.label)
      giverKinds = candidates.givers?.map(\.rawValue).sorted()
      receiverKinds = candidates.receivers?.map(\.rawValue).sorted()
      distances = candidates.distance.map { _ in [candidates.distances.lowerBound, candidates.distances.upperBound] }
    }
  }

  /// The model, and from whom knowledge spreads.
  public let asked: SpreadQuestion
  /// How many ties were asked for.
  public let count: Int
  /// Which ties came into question.
  public let candidates: Candidates
  /// The number of actors in the network.
  public let actors: Int
  /// What is reached as things are.
  public let reachBefore: Estimate
  /// What all new ties add together.
  public let together: Estimate
  /// The ties, in the order they were chosen.
  public let ties: [NamedTie]

  /// What a search found.
  public init(
    _ found: NewTies, on network: KnowledgeNetwork, asked: SpreadQuestion, count: Int, among candidates: TieCandidates
  ) {
    (self.asked, self.count, self.candidates, actors) = (asked, count, Candidates(candidates), network.actorCount)
    (reachBefore, together) = (found.reachBefore, found.together)
    ties = found.ties.enumerated().map { offset, tie in
      NamedTie(
        rank: offset + 1, giver: NamedActor(network.actors[tie.ends.giver]),
        receiver: NamedActor(network.actors[tie.ends.receiver]), scope: tie.scope.label, gain: tie.gain,
        equals: tie.equals.map { Ends(giver: network.actors[$0.giver].id, receiver: network.actors[$0.receiver].id) },
        moreEquals: tie.hasMoreEquals)
    }
  }

  /// A row a tie: its place in the choice, both ends, where it leads, what it adds to expected reach beside those
  /// before it with the standard error of that, and how many others add as much.
  public var table: FindingsTable {
    FindingsTable(
      "new-ties", rows: ties, columns: [.count("rank") { $0.rank }],
      TableColumn.identity(prefix: "giver_") { $0.giver }, TableColumn.identity(prefix: "receiver_") { $0.receiver },
      [
        .word("scope") { $0.scope }, .number("gain") { $0.gain.mean },
        .number("standard_error") { $0.gain.standardError }, .count("equals") { $0.equals.count },
      ])
  }

  /// Reach before, and what all ties add together.
  public var statements: [String] {
    let named = asked.from.map { $0.count == 1 ? "the actor named reaches" : "the \($0.count) actors named reach" }
    let who = named ?? "an actor alone reaches, on average,"
    let now = "As things are, \(who) \(Paragraph("\(reachBefore)").text) of \(NumberText.count(actors)) actors"
    guard !ties.isEmpty else { return [now + "; no such tie adds anything."] }
    return (ties.count < count ? ["Of \(count) ties asked for only \(ties.count) add anything."] : []) + [
      now + "; all these ties together add \(Paragraph("\(together)").text).",
      "These gains are from the live-edge graphs that the ties were chosen on, which favour them a little.",
    ]
  }
}

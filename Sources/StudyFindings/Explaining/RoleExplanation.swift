public import ClusterSurveys
internal import DiffusionRoles
public import KnowledgeNetworks

/// What stands behind the score of an actor in a role: the open pairs or the partners that it counts, the ties that make
/// them, and the rows of the survey behind each tie.
///
/// ``Study/explanation(of:as:in:workers:)`` makes it. In a brokerage role ``pairs`` holds exactly the pairs that the
/// count counts; of a pipeline gatekeeper ``inside`` and ``outside`` hold the partners that its two numbers count.
///
/// Properties: `pairsAreThoseThatTheCountCounts`, `rowsAreThoseOfTheFile`.
public struct RoleExplanation: Finding, Hashable {
  /// Two actors that it stands between.
  public struct Pair: Codable, Hashable, Sendable {
    /// Who gives to it.
    public let giver: NamedActor
    /// Who receives from it.
    public let receiver: NamedActor
  }

  /// A row of the survey that speaks of a tie.
  public struct SurveyRow: Codable, Hashable, Sendable {
    /// The identifier of the respondent.
    public let respondent: String
    /// The question: `shared` or `received`.
    public let item: String
    /// What is said: `yes`, `no` or `missing`.
    public let answer: String
    /// The file; `nil` where the claim came from none.
    public let file: String?
    /// The row in the file, from 1, headings counted.
    public let row: Int?
    /// The column: in text the character of the line, in a sheet the cell, from 1.
    public let column: Int?
  }

  /// A tie to or from the actor, and what it rests on.
  public struct ExplainedTie: Codable, Hashable, Sendable {
    /// Who gave; without direction, who stands first in the roster.
    public let giver: NamedActor
    /// Who received.
    public let receiver: NamedActor
    /// On what.
    public let topic: String?
    /// Through what.
    public let channel: String?
    /// In which wave.
    public let wave: String?
    /// What the giver reported; `nil` of a tie that was given.
    ///
    /// A side that answered and did not name the other denied.
    public let giverReport: String?
    /// What the receiver reported.
    public let receiverReport: String?
    /// The file of a tie that was given, if there is one file of ties; else `nil`.
    public let givenIn: String?
    /// The rows that speak of it; none of a tie that was given.
    public let rows: [SurveyRow]
  }

  /// Who it is.
  public let actor: NamedActor
  /// The role: a brokerage role, or `pipeline-gatekeeper`.
  public let role: String
  /// What groups the actors; `nil` of a pipeline gatekeeper, for which clusters do.
  public let groupedBy: String?
  /// The pairs that it brokers in the role, ascending; none of a pipeline gatekeeper.
  public let pairs: [Pair]
  /// Partners inside its cluster; of a pipeline gatekeeper alone.
  public let inside: [NamedActor]
  /// Partners outside its cluster; of a pipeline gatekeeper alone.
  public let outside: [NamedActor]
  /// How many sources outside it states as counts beyond those named; `nil` where it states none.
  public let statedOutside: Int?
  /// Whether ties have a direction; where they have none, each pair is listed in both orders, as the count counts it.
  public let isDirected: Bool
  /// Every tie of these pairs or partners to or from it, once.
  public let ties: [ExplainedTie]

  /// The score: pairs brokered, or partners inside and outside together.
  public var count: Int { pairs.count + inside.count + outside.count + (statedOutside ?? 0) }
}

extension Study {
  /// Explains the score of an actor in a role, in the wave that the study is.
  ///
  /// - Parameters:
  ///   - actor: The roster position.
  ///   - role: The role.
  ///   - settled: How the claims of this study became ties.
  /// - Throws: `BuzzlineError` if nothing groups the actors, or the task is cancelled.
  /// - Complexity: That of a count of brokerage, and O(*c* + *p*) for *c* claims and *p* pairs found.
  public func explanation(
    of actor: Int, as role: ExplainedRole, in settled: Reconciliation, workers: Workers = .all
  ) throws -> RoleExplanation {
    let sides = try sides(of: actor, as: role, in: settled.network, workers: workers)
    let explained = TiesBehind(survey, settled, of: actor)
    let actors = settled.network.actors
    let pairs = sides.pairs.map {
      RoleExplanation.Pair(giver: .init(actors[$0.giver]), receiver: .init(actors[$0.receiver]))
    }
    let partners = sides.inside + sides.outside
    let givers = Set(sides.pairs.map(\.giver) + partners), receivers = Set(sides.pairs.map(\.receiver) + partners)
    return RoleExplanation(
      actor: NamedActor(actors[actor]), role: role.word, groupedBy: sides.groupedBy, pairs: pairs,
      inside: sides.inside.map { NamedActor(actors[$0]) }, outside: sides.outside.map { NamedActor(actors[$0]) },
      statedOutside: sides.stated, isDirected: settled.network.isDirected,
      ties: explained.ties(from: givers, to: receivers))
  }

  /// What groups the actors of a network: the column requested; else their kind, where members state one, else their
  /// cluster; `nil` where they state neither.
  ///
  /// - Throws: `BuzzlineError` if no actor has the column requested.
  public func grouping(of network: KnowledgeNetwork) throws -> Grouping? {
    try grouping(of: network, usuallyBy: survey.actors.contains { $0.isMember && $0.kind != nil } ? .kind : .cluster)
  }

  private func sides(
    of actor: Int, as role: ExplainedRole, in network: KnowledgeNetwork, workers: Workers
  ) throws -> (groupedBy: String?, pairs: [OpenPair], inside: [Int], outside: [Int], stated: Int?) {
    guard case .brokerage(let role) = role else {
      let partners = network.partners(of: actor)
      let scopes = partners.map { network.scope(between: actor, and: $0) }
      let stated = network.gatekeepers().statedRelations?[actor].flatMap { $0 > 0 ? Int($0) : nil }
      return (
        nil, [], zip(partners, scopes).filter { $1 == .localBuzz }.map(\.0),
        zip(partners, scopes).filter { $1.isPipeline }.map(\.0), stated
      )
    }
    guard let grouping = try grouping(of: network) else {
      throw BuzzlineError(
        .noGroups, "Nothing groups the actors, so there are no roles between groups; --group names a column.")
    }
    let brokerage = try network.brokerage(by: grouping, workers: workers)
    return (grouping.name, brokerage.openPairs(of: actor, as: role), [], [], nil)
  }
}

public import DiffusionRoles
public import KnowledgeNetworks

/// A role whose score can be explained: a brokerage role, or that of a pipeline gatekeeper.
public enum ExplainedRole: Hashable, Sendable {
  /// One of the five roles of Gould and Fernandez; its score is the number of pairs brokered in it.
  case brokerage(BrokerageRole)
  /// Graf's gatekeeper of a cluster; its scores are the numbers of partners inside and outside the cluster.
  case pipelineGatekeeper

  /// All roles, in the order in which they are listed.
  public static let all: [ExplainedRole] = BrokerageRole.allCases.map { .brokerage($0) } + [.pipelineGatekeeper]

  /// What it is called: the name of the column in tables, or `pipeline-gatekeeper`.
  public var word: String {
    switch self {
    case .brokerage(let role): role.rawValue
    case .pipelineGatekeeper: "pipeline-gatekeeper"
    }
  }

  /// The role of a word; `consultant`, as UCINET calls it, is the itinerant broker; `nil` for any other.
  public init?(named name: String) {
    let word = name.lowercased() == "consultant" ? BrokerageRole.itinerant.rawValue : name.lowercased()
    guard let role = Self.all.first(where: { $0.word == word }) else { return nil }
    self = role
  }
}

extension [NetworkActor] {
  /// The position of the actor of an identifier or, where only one carries it, of a name.
  ///
  /// - Throws: `BuzzlineError` with code `.noSuchActor` if there is none, with the nearest identifiers and names, or if
  ///   several carry the name, with their identifiers.
  /// - Complexity: O(*n*) time for *n* actors.
  public func position(called word: String) throws(BuzzlineError) -> Int {
    if let position = firstIndex(where: { $0.id == word }) { return position }
    let bearers = indices.filter { self[$0].name == word }
    if bearers.count == 1 { return bearers[0] }
    guard bearers.isEmpty else {
      let ids = bearers.prefix(5).map { "'\(self[$0].id)'" }.joined(separator: ", ")
      throw BuzzlineError(
        .noSuchActor, at: Place(actor: word),
        "\(bearers.count) actors are called '\(word)'; name one by its identifier: \(ids)"
          + (bearers.count > 5 ? " and others." : "."))
    }
    let names = Set(flatMap { [$0.id, $0.name] }).sorted(by: NaturalOrder.precedes)
    throw BuzzlineError(
      .noSuchActor, at: Place(actor: word), "There is no actor '\(word)'." + suggestion(for: word, in: names))
  }
}

extension BuzzlineError.Code {
  /// A word that is no actor's identifier and not the name of exactly one.
  public static let noSuchActor = Self("noSuchActor", .usage)
}

internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

/// In which roles the members of both of two waves stood before and after.
///
/// Three schemes: the cognitive position, which is relative to the other actors of its wave; whether a member is a pipeline
/// gatekeeper, tied inside and outside; and whether it is a broker, standing between any two actors that are not tied.
/// Outsiders, members of one of the waves alone and members who did not answer in both have no transition: silence is no
/// role. What others did not report may still hide a role.
public struct RoleTransitionFinding: Finding, Hashable {
  /// What sorts members into roles.
  public enum Scheme: String, Codable, Hashable, Sendable, CaseIterable {
    /// The position after Giuliani and Bell.
    case cognitivePosition = "cognitive_position"
    /// Whether it is tied inside its cluster and outside.
    case pipelineGatekeeper = "pipeline_gatekeeper"
    /// Whether its total brokerage is above 0.
    case broker
  }

  /// How many members went from one role to another, or stayed in it.
  public struct Transition: Codable, Hashable, Sendable {
    /// The earlier wave.
    public let from: String
    /// The later one.
    public let to: String
    /// What sorts members into roles.
    public let scheme: Scheme
    /// The role in the earlier wave, `yes` or `no` but for cognitive positions; `nil` where it is not defined.
    public let before: String?
    /// The role in the later wave.
    public let after: String?
    /// How many members.
    public let actors: Int
  }

  /// Those that occur, by waves, scheme and roles.
  public let transitions: [Transition]

  init(between waves: [Findings]) {
    transitions = zip(waves, waves.dropFirst()).flatMap { earlier, later in
      let members = earlier.reconciliation.membersStaying(in: later.reconciliation).filter {
        earlier.reconciliation.isAnswered(by: $0.0) && later.reconciliation.isAnswered(by: $0.1)
      }
      return Scheme.allCases.flatMap { scheme -> [Transition] in
        let (before, after) = (earlier.roles(by: scheme), later.roles(by: scheme))
        let counts: [[String?]: Int] = members.reduce(into: [:]) { $0[[before[$1.0], after[$1.1]], default: 0] += 1 }
        return counts.sorted { Self.rank($0.key).lexicographicallyPrecedes(Self.rank($1.key)) }.map { roles, actors in
          Transition(
            from: earlier.wave ?? "", to: later.wave ?? "", scheme: scheme, before: roles[0], after: roles[1],
            actors: actors)
        }
      }
    }
  }

  /// Where roles stand in tables; what is not defined comes last.
  private static func rank(_ roles: [String?]) -> [Int] {
    let order = CognitivePosition.allCases.map(\.rawValue) + ["yes", "no"]
    return roles.map { role in role.flatMap(order.firstIndex(of:)) ?? order.count }
  }

  /// A row two waves, scheme, role before and role after.
  public var table: FindingsTable {
    FindingsTable(
      "role-transitions", rows: transitions,
      .text("from") { $0.from }, .text("to") { $0.to }, .word("scheme") { $0.scheme.rawValue },
      .word("before") { $0.before }, .word("after") { $0.after }, .count("actors") { $0.actors })
  }
}

extension Findings {
  /// The role of each actor, `nil` where it is not defined.
  fileprivate func roles(by scheme: RoleTransitionFinding.Scheme) -> [String?] {
    func word(_ answer: Bool?) -> String? { answer.map { $0 ? "yes" : "no" } }
    switch scheme {
    case .cognitivePosition: return network.actors.indices.map { positions.positions[$0]?.rawValue }
    case .pipelineGatekeeper: return network.actors.indices.map { word(positions.gatekeepers.isGatekeeper($0)) }
    case .broker:
      let totals = brokerage.totals
      return network.actors.indices.map { actor in word(totals?[actor].map { $0 > 0 }) }
    }
  }
}

public import KnowledgeNetworks

/// Which new ties would add most reach.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/newTies(_:by:among:for:options:workers:)`` makes it.
public struct NewTies: Hashable, Codable, Sendable {
  /// The ties in the order in which they were chosen; fewer than asked for where no other adds anything.
  public let ties: [NewTie]
  /// Expected reach as things are.
  public let reachBefore: Estimate
  /// What all chosen ties add together, graph by graph, each of them alive or not by its chance.
  public let together: Estimate
}

/// A tie that does not exist and would add reach.
public struct NewTie: Hashable, Codable, Sendable {
  /// Who would give and who would receive, by roster position; without direction the lower position gives.
  public let ends: TieEnds
  /// Where it would lead.
  public let scope: TieScope
  /// What it adds to expected reach where those chosen before it are there.
  ///
  /// Exact in each graph: its chance times the number of those to whom it alone would bring the knowledge.
  public let gain: Estimate
  /// Other ties that could have been chosen and add as much, as far as these graphs can tell.
  ///
  /// The difference is within its standard error and within that of the gain.
  public let equals: [TieEnds]
  /// Whether there are more of them.
  public let hasMoreEquals: Bool

  /// How many equals are named.
  static let mostEquals = 20
}

/// The two ends of a tie, by roster position.
public struct TieEnds: Hashable, Codable, Sendable, Comparable {
  /// Who gives.
  public let giver: Int
  /// Who receives.
  public let receiver: Int

  /// Makes a pair of ends.
  public init(from giver: Int, to receiver: Int) {
    self.giver = giver
    self.receiver = receiver
  }

  /// Orders ties by giver, then receiver.
  public static func < (left: TieEnds, right: TieEnds) -> Bool {
    (left.giver, left.receiver) < (right.giver, right.receiver)
  }
}

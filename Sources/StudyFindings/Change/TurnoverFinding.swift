internal import KnowledgeNetworks

/// Who came, stayed and left between waves, inside the cluster's study and outside.
///
/// Members belong to a wave if they are on its roster, tied or not. Outsiders are named and not asked: they belong to a
/// wave if somebody is tied to them in it, so that an outsider left if nobody names it any more.
public struct TurnoverFinding: Finding, Hashable {
  /// The actors of two waves that follow one another.
  public struct Turnover: Codable, Hashable, Sendable {
    /// The earlier wave.
    public let from: String
    /// The later one.
    public let to: String
    /// Whether they are members; else outsiders.
    public let areMembers: Bool
    /// How many belong to both waves.
    public let staying: Int
    /// How many belong to the later wave alone.
    public let entering: Int
    /// How many belong to the earlier wave alone.
    public let leaving: Int
  }

  /// Members and then outsiders, step after step.
  public let steps: [Turnover]

  init(between waves: [(name: String, network: KnowledgeNetwork)]) {
    steps = zip(waves, waves.dropFirst()).flatMap { earlier, later in
      [true, false].map { areMembers in
        let (before, after) = (earlier.network.present(areMembers), later.network.present(areMembers))
        let staying = before.intersection(after).count
        return Turnover(
          from: earlier.name, to: later.name, areMembers: areMembers, staying: staying,
          entering: after.count - staying, leaving: before.count - staying)
      }
    }
  }

  /// A row two waves, for members and outsiders each.
  public var table: FindingsTable {
    FindingsTable(
      "turnover", rows: steps,
      .text("from") { $0.from }, .text("to") { $0.to }, .word("who") { $0.areMembers ? "members" : "outsiders" },
      .count("staying") { $0.staying }, .count("entering") { $0.entering }, .count("leaving") { $0.leaving })
  }
}

extension KnowledgeNetwork {
  /// The identifiers of the members, or of the outsiders that somebody is tied to.
  fileprivate func present(_ areMembers: Bool) -> Set<String> {
    Set((areMembers ? actors.indices.filter { actors[$0].isMember } : tiedOutsiders).map { actors[$0].id })
  }
}

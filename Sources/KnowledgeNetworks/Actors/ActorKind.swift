/// What sort of organisation an actor is: an open set of words with four that cluster studies share.
public struct ActorKind: RawRepresentable, Hashable, Comparable, Codable, Sendable, ExpressibleByStringLiteral {
  /// The word as files write it, such as `sme`.
  public let rawValue: String

  /// Takes any word as it stands.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Takes any word as it stands.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// A small or medium-sized enterprise.
  public static let sme: ActorKind = "sme"
  /// A large firm.
  public static let largeFirm: ActorKind = "large_firm"
  /// A university, a public or private research organisation.
  public static let researchInstitute: ActorKind = "research_institute"
  /// The office that runs the cluster.
  public static let clusterManagement: ActorKind = "cluster_management"

  /// Orders kinds by their word.
  public static func < (left: ActorKind, right: ActorKind) -> Bool {
    NaturalOrder.precedes(left.rawValue, right.rawValue)
  }
}

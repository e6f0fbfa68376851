/// A regional cluster, by name.
///
/// Groups that an algorithm finds are communities, not clusters.
public struct Cluster: RawRepresentable, Hashable, Comparable, Codable, Sendable, ExpressibleByStringLiteral {
  /// The cluster's name.
  public let rawValue: String

  /// Takes any name as it stands.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Takes any name as it stands.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// Orders clusters by name, numbers in names by their size.
  public static func < (left: Cluster, right: Cluster) -> Bool { NaturalOrder.precedes(left.rawValue, right.rawValue) }
}

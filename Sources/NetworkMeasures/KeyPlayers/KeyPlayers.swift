/// The sets of actors of one size that reach the others best, or without which the others fall apart most.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/keyPlayers(_:by:options:workers:)`` makes it.
public struct KeyPlayers: Hashable, Codable, Sendable {
  /// What was asked.
  public let measure: KeyPlayerMeasure
  /// Whether ties were followed from giver to receiver only; otherwise they counted in either direction.
  public let followsDirection: Bool
  /// The highest value found, from 0 to 1.
  public let value: Double
  /// The value of no set at all: 0 for reach, for fragmentation that of the whole network.
  public let valueOfNobody: Double
  /// The sets of that value, in the order of their members' roster positions; more than one is the rule.
  public let sets: [[Int]]
  /// Whether more sets of that value were met than are listed.
  public let hasMore: Bool
  /// Whether all sets were tried, so that no other has this value or a higher one; otherwise the sets are the best that
  /// a search by swapping single members met.
  public let isExhaustive: Bool
}

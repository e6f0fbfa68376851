/// Which ties of an actor a measure looks at.
public enum Direction: String, Hashable, Codable, Sendable, CaseIterable {
  /// Ties along which the actor gave knowledge.
  case outgoing
  /// Ties along which it received knowledge.
  case incoming
  /// Ties of either direction.
  case both
}

extension Direction {
  /// The other way round.
  var turned: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}

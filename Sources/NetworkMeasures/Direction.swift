internal import KnowledgeNetworks

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
  var reversed: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }

  /// Whether a measure that counts ties reads the ties an actor gave along.
  var readsOutgoing: Bool { self != .incoming }

  /// Whether it reads the ties an actor received along: not besides the others where ties have no direction, for then
  /// both rows of an actor are equal.
  func readsIncoming(of network: KnowledgeNetwork) -> Bool {
    self == .incoming || (self == .both && network.isDirected)
  }

  /// The name of a measure in this direction with the direction in front, such as `in-degree`.
  func leading(_ measure: String) -> String { word.map { "\($0)-\(measure)" } ?? measure }

  /// The name of a measure in this direction with the direction behind, such as `participation-in`.
  func trailing(_ measure: String) -> String { word.map { "\(measure)-\($0)" } ?? measure }

  private var word: String? {
    switch self {
    case .outgoing: "out"
    case .incoming: "in"
    case .both: nil
    }
  }
}

extension KnowledgeNetwork {
  /// Whom each actor is tied to in a direction: receivers, givers, or contacts in either direction, once each.
  func rows(_ direction: Direction) -> CompressedRows {
    switch direction {
    case .outgoing: outgoing
    case .incoming: incoming
    case .both: isDirected ? Contacts(of: self).rows : outgoing
    }
  }

  /// The rows that a measure reads which counts a pair tied both ways twice.
  func countedRows(_ direction: Direction) -> [CompressedRows] {
    (direction.readsOutgoing ? [outgoing] : []) + (direction.readsIncoming(of: self) ? [incoming] : [])
  }
}

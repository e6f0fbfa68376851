/// Which side of an actor's ties counts.
public enum Direction: String, Hashable, Sendable, CaseIterable {
  /// The ties along which it gives: to those it reaches.
  case outgoing
  /// The ties along which it receives: from those that reach it.
  case incoming
  /// All its ties, direction left aside.
  case both
}

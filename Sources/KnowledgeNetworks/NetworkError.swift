/// Why a network could not be made or cut.
public struct NetworkError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case tooLarge, duplicateActor, actorOutOfRange, selfTie, invalidWeight, unknownColumn, cancelled
    }
    /// More actors or ties than 32-bit positions can number.
    public static let tooLarge = Code(name: .tooLarge)
    /// Two actors carry the same identifier.
    public static let duplicateActor = Code(name: .duplicateActor)
    /// A tie names a roster position that does not exist.
    public static let actorOutOfRange = Code(name: .actorOutOfRange)
    /// A tie leads from an actor to itself.
    public static let selfTie = Code(name: .selfTie)
    /// A weight that is not a positive, finite number.
    public static let invalidWeight = Code(name: .invalidWeight)
    /// A column no actor has.
    public static let unknownColumn = Code(name: .unknownColumn)
    /// The task was cancelled.
    public static let cancelled = Code(name: .cancelled)
  }

  /// What went wrong.
  public let code: Code
  /// Where.
  public let place: Place
  /// One plain sentence.
  public let message: String

  static let cancelled = NetworkError(.cancelled, "The task was cancelled.")

  package init(_ code: Code, at place: Place = Place(), _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}

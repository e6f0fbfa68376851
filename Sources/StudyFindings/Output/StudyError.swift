public import KnowledgeNetworks

/// Why findings could not be made or written.
public struct StudyError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case cannotWrite, interrupted, invalidOptions, outOfMemory
    }
    /// The output cannot be written where it should go.
    public static let cannotWrite = Code(name: .cannotWrite)
    /// The work was cancelled.
    public static let interrupted = Code(name: .interrupted)
    /// There is not enough memory.
    public static let outOfMemory = Code(name: .outOfMemory)
    /// Options that contradict one another or the data.
    public static let invalidOptions = Code(name: .invalidOptions)
  }

  /// What went wrong.
  public let code: Code
  /// Where.
  public let place: Place
  /// One plain sentence.
  public let message: String

  package init(_ code: Code, at place: Place = Place(), _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}

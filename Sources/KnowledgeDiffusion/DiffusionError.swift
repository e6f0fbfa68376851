public import KnowledgeNetworks

/// Why a question about the spread of knowledge could not be answered.
public struct DiffusionError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case emptyNetwork, invalidOptions, cancelled
    }

    /// A network without actors.
    public static let emptyNetwork = Code(name: .emptyNetwork)
    /// An option is out of its range.
    public static let invalidOptions = Code(name: .invalidOptions)
    /// The task was cancelled.
    public static let cancelled = Code(name: .cancelled)
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

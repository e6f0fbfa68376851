internal import IGraph
public import KnowledgeNetworks

/// Why a measure could not be computed.
public struct MeasureError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case invalidInput, mismatchedGrouping, cancelled, outOfMemory, engine
    }
    /// An argument or the network is outside what the measure is defined for.
    public static let invalidInput = Code(name: .invalidInput)
    /// A grouping or a set of scores belongs to another roster.
    public static let mismatchedGrouping = Code(name: .mismatchedGrouping)
    /// The task was cancelled.
    public static let cancelled = Code(name: .cancelled)
    /// There was not enough memory.
    public static let outOfMemory = Code(name: .outOfMemory)
    /// The engine that computes the measure reported a failure.
    public static let engine = Code(name: .engine)
  }

  /// What went wrong.
  public let code: Code
  /// Where, if it was inside igraph.
  public let place: Place
  /// One plain sentence.
  public let message: String

  package init(_ code: Code, at place: Place = Place(), _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }

  static let cancelled = MeasureError(.cancelled, "The computation was cancelled.")

  /// The error of a computation that needs more memory than there is.
  static func outOfMemory(_ message: String) -> MeasureError { MeasureError(.outOfMemory, message) }

  init(_ error: IGraphError) {
    let codes: [IGraphError.Code: Code] = [
      .invalidInput: .invalidInput, .cancelled: .cancelled, .outOfMemory: .outOfMemory,
    ]
    self.init(
      codes[error.code] ?? .engine, at: Place(file: error.file, line: error.line, function: error.function),
      error.message)
  }
}

internal import IGraph
public import KnowledgeNetworks

/// Why a measure could not be computed.
public struct MeasureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case invalidInput, cancelled, outOfMemory, engine
    }
    /// What was asked cannot be computed, such as a damping of 1.
    public static let invalidInput = Code(name: .invalidInput)
    /// The task was cancelled.
    public static let cancelled = Code(name: .cancelled)
    /// No memory was left.
    public static let outOfMemory = Code(name: .outOfMemory)
    /// igraph failed for a reason of its own.
    public static let engine = Code(name: .engine)
  }

  /// What went wrong.
  public let code: Code
  /// Where, if it was inside igraph.
  public let place: Place
  /// One plain sentence.
  public let message: String

  init(_ code: Code, at place: Place = Place(), _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }

  static let cancelled = MeasureError(.cancelled, "The computation was cancelled.")

  init(_ error: IGraphError) {
    let codes: [IGraphError.Code: Code] = [
      .invalidInput: .invalidInput, .cancelled: .cancelled, .outOfMemory: .outOfMemory,
    ]
    self.init(
      codes[error.code] ?? .engine, at: Place(file: error.file, line: error.line, function: error.function),
      error.message)
  }

  /// The sentence.
  public var description: String { message }
}

public import KnowledgeNetworks

/// Why survey files could not be read.
public struct SurveyError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case noInput, malformed, encoding, missingColumn, unknownColumn, duplicateActor, unknownActor, invalidValue, empty
      case cancelled, outOfMemory
    }
    /// A file or folder is not there or cannot be read.
    public static let noInput = Code(name: .noInput)
    /// The table is broken: an unclosed quote, a ragged row, a NUL byte.
    public static let malformed = Code(name: .malformed)
    /// Bytes that are text in no known encoding.
    public static let encoding = Code(name: .encoding)
    /// A column or cell that must be there is not.
    public static let missingColumn = Code(name: .missingColumn)
    /// An option names a heading that the file does not have, or the headings fit no known file.
    public static let unknownColumn = Code(name: .unknownColumn)
    /// The same identifier twice.
    public static let duplicateActor = Code(name: .duplicateActor)
    /// A row names an actor that the actor file does not have.
    public static let unknownActor = Code(name: .unknownActor)
    /// A cell that does not hold what its column demands.
    public static let invalidValue = Code(name: .invalidValue)
    /// Nothing to read: no byte, or no row where rows are needed.
    public static let empty = Code(name: .empty)
    /// The task was cancelled.
    public static let cancelled = Code(name: .cancelled)
    /// There is not enough memory.
    public static let outOfMemory = Code(name: .outOfMemory)
  }

  /// What went wrong.
  public let code: Code
  /// Where.
  public let place: Place
  /// One plain sentence.
  public let message: String

  static let cancelled = SurveyError(.cancelled, "The task was cancelled.")

  /// The error of files that need more memory than there is.
  static func outOfMemory(_ message: String) -> SurveyError { SurveyError(.outOfMemory, message) }

  package init(_ code: Code, at place: Place = Place(), _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}

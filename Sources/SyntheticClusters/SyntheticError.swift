public import KnowledgeNetworks

/// Why a synthetic network or survey could not be made.
public struct SyntheticError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case invalidDesign, cancelled, outOfMemory
    }
    /// A design that contradicts itself or cannot be carried out.
    public static let invalidDesign = Code(name: .invalidDesign)
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

  package init(_ code: Code, at place: Place = Place(), _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }

  static let cancelled = SyntheticError(.cancelled, "The work was cancelled.")

  /// The error of a design that needs more memory than there is.
  static func outOfMemory(_ message: String) -> SyntheticError { SyntheticError(.outOfMemory, message) }
}

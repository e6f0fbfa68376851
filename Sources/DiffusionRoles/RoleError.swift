public import KnowledgeNetworks

/// Why roles could not be told.
public struct RoleError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case noGroups, mismatchedGrouping, invalidOptions, cancelled, outOfMemory
    }

    /// No actor's group is stated.
    public static let noGroups = Code(name: .noGroups)
    /// The grouping or the scores are of another roster than the network's.
    public static let mismatchedGrouping = Code(name: .mismatchedGrouping)
    /// An option is out of its range.
    public static let invalidOptions = Code(name: .invalidOptions)
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

  /// The error of work that needs more memory than there is.
  static func outOfMemory(_ message: String) -> RoleError { RoleError(.outOfMemory, message) }

  /// Throws the error of a cancelled task if this task is one.
  static func checkCancellation(of work: String) throws(RoleError) {
    if Task.isCancelled { throw .cancelled(of: work) }
  }

  /// The error of a task that was cancelled.
  static func cancelled(of work: String) -> RoleError { RoleError(.cancelled, "The \(work) was cancelled.") }
}

public import KnowledgeNetworks

/// Why roles could not be told.
public struct RoleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable { case noGroups, mismatchedGrouping, invalidOptions, cancelled }
    /// No actor states a group.
    public static let noGroups = Code(name: .noGroups)
    /// A grouping, or scores handed in, of another number of actors than the network has.
    public static let mismatchedGrouping = Code(name: .mismatchedGrouping)
    /// An option out of its range.
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

  /// The sentence.
  public var description: String { message }
}

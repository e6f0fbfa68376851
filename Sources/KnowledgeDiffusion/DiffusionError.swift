public import KnowledgeNetworks

/// Why knowledge could not be made to move.
public struct DiffusionError: PlacedError, Hashable, Sendable {
  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable {
    private let name: StaticName
    private enum StaticName: Hashable, Sendable {
      case invalidChance, undeclaredWeights, weightsTooLarge, emptyNetwork, invalidSeeds, unknownGroup, invalidOptions
      case tooLarge, contradiction, cancelled, outOfMemory
    }

    /// A chance that is not between 0 and 1.
    public static let invalidChance = Code(name: .invalidChance)
    /// Weights are asked to mean something that was not declared.
    public static let undeclaredWeights = Code(name: .undeclaredWeights)
    /// The weights of an actor's givers exceed 1.
    public static let weightsTooLarge = Code(name: .weightsTooLarge)
    /// There are no actors.
    public static let emptyNetwork = Code(name: .emptyNetwork)
    /// No actor starts, or one that does not exist, or one twice.
    public static let invalidSeeds = Code(name: .invalidSeeds)
    /// A kind, cluster, channel or topic nobody has.
    public static let unknownGroup = Code(name: .unknownGroup)
    /// An option is out of its range.
    public static let invalidOptions = Code(name: .invalidOptions)
    /// More than can be computed exactly.
    public static let tooLarge = Code(name: .tooLarge)
    /// Constraints that cannot all be met.
    public static let contradiction = Code(name: .contradiction)
    /// There is not enough memory.
    public static let outOfMemory = Code(name: .outOfMemory)
    /// The task was cancelled before anything was finished.
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

  /// The error of work that needs more memory than there is.
  static func outOfMemory(_ message: String) -> DiffusionError { DiffusionError(.outOfMemory, message) }

  /// The error of a task that was cancelled.
  package static func cancelled(of work: String) -> DiffusionError {
    DiffusionError(.cancelled, "The \(work) was cancelled before anything was finished.")
  }
}

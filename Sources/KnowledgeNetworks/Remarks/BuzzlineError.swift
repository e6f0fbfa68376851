public import Foundation

/// Why something could not be done: the one error that the library throws.
///
/// ``code`` says what went wrong and ``Code/category`` whose matter it is; ``place`` says where, and ``message`` says it in
/// one plain sentence. Modules add codes of their own by extending ``Code``, and so can other packages.
public struct BuzzlineError: LocalizedError, Hashable, Sendable, CustomStringConvertible {
  /// Whose matter a failure is; the raw value is the exit status of the command, as `sysexits.h` numbers them.
  public enum Category: Int32, Hashable, Sendable, CaseIterable {
    /// What was asked for contradicts itself or does not fit the data.
    case usage = 64
    /// The data are not what they must be.
    case data = 65
    /// A file or folder is not there or cannot be read.
    case input = 66
    /// A fault of the program itself.
    case fault = 70
    /// There is not enough memory.
    case memory = 71
    /// The output cannot be written.
    case output = 73
    /// The work was cancelled.
    case cancelled = 130
  }

  /// What went wrong, for code that wants to tell cases apart.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code as one word, unique in the library.
    public let name: String
    /// Whose matter it is.
    public let category: Category

    /// Makes a code.
    public init(_ name: String, _ category: Category) {
      self.name = name
      self.category = category
    }

    /// The code's name.
    public var description: String { name }
  }

  /// What went wrong.
  public let code: Code
  /// Where, as far as that is known.
  public let place: Place
  /// One plain sentence, in one line, with what is invisible written out.
  public let message: String

  /// Makes an error.
  public init(_ code: Code, at place: Place = Place(), _ message: String) {
    self.code = code
    self.place = place
    self.message = message.madeVisible
  }

  /// The place in a file, where there is one, and the sentence: `ties.csv:3:5: …`.
  public var description: String {
    let position = place.position
    return position.isEmpty ? message : "\(position): \(message)"
  }

  /// The same, as Foundation asks for it.
  public var errorDescription: String? { description }
}

extension BuzzlineError {
  /// The error of work that was cancelled.
  public static let cancelled = BuzzlineError(.cancelled, "The work was cancelled.")

  /// The error of work that was cancelled, named by what it did.
  public static func cancelled(of work: String) -> BuzzlineError {
    BuzzlineError(.cancelled, "The \(work) was cancelled before it was finished.")
  }

  /// Throws if the current task is cancelled.
  package static func checkCancellation(of work: String) throws(BuzzlineError) {
    if Task.isCancelled { throw .cancelled(of: work) }
  }
}

extension BuzzlineError.Code {
  /// The task that asked for the work was cancelled.
  public static let cancelled = Self("cancelled", .cancelled)
  /// There is not enough memory.
  public static let outOfMemory = Self("outOfMemory", .memory)
  /// The output cannot be written where it should go.
  public static let cannotWrite = Self("cannotWrite", .output)
  /// An option is out of its range, or contradicts another.
  public static let invalidOptions = Self("invalidOptions", .usage)
  /// A grouping or a set of scores is of another roster than the network's.
  public static let mismatchedGrouping = Self("mismatchedGrouping", .usage)
  /// An option names a column that the actors or the file do not have.
  public static let unknownColumn = Self("unknownColumn", .usage)
  /// A kind, cluster, channel or topic that nobody has.
  public static let unknownGroup = Self("unknownGroup", .usage)

  /// More than 32-bit positions can number, or more than can be computed exactly.
  public static let tooLarge = Self("tooLarge", .data)
  /// There are no actors.
  public static let emptyNetwork = Self("emptyNetwork", .data)
  /// The same identifier twice.
  public static let duplicateActor = Self("duplicateActor", .data)
  /// A tie names a roster position that does not exist.
  public static let actorOutOfRange = Self("actorOutOfRange", .data)
  /// A tie leads from an actor to itself.
  public static let selfTie = Self("selfTie", .data)
  /// A weight that is not a positive, finite number.
  public static let invalidWeight = Self("invalidWeight", .data)
}

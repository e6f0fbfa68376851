/// Why igraph gave no result.
package struct IGraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for code that wants to tell cases apart.
  package struct Code: Hashable, Sendable {
    private let name: Name
    private enum Name: Hashable, Sendable {
      case invalidInput, cancelled, outOfMemory, engine
    }
    /// What was asked cannot be computed: an index out of range, a weight that is negative or not finite.
    package static let invalidInput = Code(name: .invalidInput)
    /// The task was cancelled.
    package static let cancelled = Code(name: .cancelled)
    /// No memory was left.
    package static let outOfMemory = Code(name: .outOfMemory)
    /// igraph failed for a reason of its own.
    package static let engine = Code(name: .engine)
  }

  /// What went wrong.
  package let code: Code
  /// The C function that was called.
  package let function: String
  /// The C source file that reported, if one did.
  package let file: String?
  /// The line in that file.
  package let line: Int?
  /// One plain sentence.
  package let message: String

  init(_ code: Code, in function: String, file: String? = nil, line: Int? = nil, _ message: String) {
    self.code = code
    self.function = function
    self.file = file
    self.line = line
    self.message = message
  }

  static func cancelled(in function: String) -> IGraphError {
    IGraphError(.cancelled, in: function, "The computation was cancelled.")
  }

  /// The sentence.
  package var description: String { message }
}

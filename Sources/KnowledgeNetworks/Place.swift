/// Where something was found: in a file, at an actor, in a C function.
///
/// What does not apply is `nil`.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the user gave it.
  public var file: String?
  /// The line, from 1.
  public var line: Int?
  /// The column: the character in the line, from 1.
  public var column: Int?
  /// The actor's identifier.
  public var actor: String?
  /// The C function that reported.
  public var function: String?

  /// Makes a place of what is known of it.
  public init(
    file: String? = nil, line: Int? = nil, column: Int? = nil, actor: String? = nil,
    function: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.actor = actor
    self.function = function
  }

  /// The place as compilers print it, `file:line:column`, then the actor and the function.
  public var description: String {
    var parts: [String] = []
    let position = [file, line.map(String.init), column.map(String.init)].compactMap(\.self)
    if !position.isEmpty { parts.append(position.joined(separator: ":")) }
    if let actor { parts.append("actor \(actor)") }
    if let function { parts.append(function) }
    return parts.joined(separator: ", ")
  }
}

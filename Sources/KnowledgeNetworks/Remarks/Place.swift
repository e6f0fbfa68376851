/// Where something was found: in a file, at an actor, in a C function.
///
/// What does not apply is `nil`.
public struct Place: Hashable, Codable, Sendable, CustomStringConvertible {
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

  /// The place in a file as compilers print it, `file:line:column`; empty where there is no file.
  public var position: String {
    guard let file else { return "" }
    return ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }

  /// The position in a file, the actor and the function, as far as they are known.
  public var description: String {
    [position.isEmpty ? nil : position, actor.map { "actor \($0)" }, function]
      .compactMap(\.self).joined(separator: ", ")
  }
}

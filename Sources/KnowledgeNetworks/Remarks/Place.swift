/// Where something was found: in a file, at an actor, in a C function.
///
/// What does not apply is `nil`.
public struct Place: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The file's name as the user gave it.
  public var file: String?
  // A survey of millions of claims holds a place for each: numbers of four bytes, and what few places have apart.
  private var lineNumber: Int32?
  private var columnNumber: Int32?
  private var subject: Subject?

  private indirect enum Subject: Hashable, Sendable {
    case named(actor: String?, function: String?)
  }

  /// The line, from 1.
  public var line: Int? {
    get { lineNumber.map(Int.init) }
    set { lineNumber = newValue.map { Int32(clamping: $0) } }
  }
  /// The column: the character in the line, from 1.
  public var column: Int? {
    get { columnNumber.map(Int.init) }
    set { columnNumber = newValue.map { Int32(clamping: $0) } }
  }
  /// The actor's identifier.
  public var actor: String? {
    get { if case .named(let actor, _) = subject { actor } else { nil } }
    set { name(actor: newValue, function: function) }
  }
  /// The C function that reported.
  public var function: String? {
    get { if case .named(_, let function) = subject { function } else { nil } }
    set { name(actor: actor, function: newValue) }
  }

  /// Makes a place of what is known of it.
  public init(
    file: String? = nil, line: Int? = nil, column: Int? = nil, actor: String? = nil,
    function: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    name(actor: actor, function: function)
  }

  private mutating func name(actor: String?, function: String?) {
    subject = actor == nil && function == nil ? nil : .named(actor: actor, function: function)
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

extension Place {
  private enum CodingKeys: String, CodingKey {
    case file, line, column, actor, function
  }

  /// Reads a place; what is left out does not apply.
  ///
  /// - Throws: `DecodingError` if a value has another type.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      file: try values.decodeIfPresent(String.self, forKey: .file),
      line: try values.decodeIfPresent(Int.self, forKey: .line),
      column: try values.decodeIfPresent(Int.self, forKey: .column),
      actor: try values.decodeIfPresent(String.self, forKey: .actor),
      function: try values.decodeIfPresent(String.self, forKey: .function))
  }

  /// Writes a place; what does not apply is left out.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(file, forKey: .file)
    try values.encodeIfPresent(line, forKey: .line)
    try values.encodeIfPresent(column, forKey: .column)
    try values.encodeIfPresent(actor, forKey: .actor)
    try values.encodeIfPresent(function, forKey: .function)
  }
}

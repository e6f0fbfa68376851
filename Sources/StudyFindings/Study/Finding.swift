/// What a command on spreading found, in the forms in which it prints it.
public protocol Finding: Sendable {
  /// Rows for a table program.
  var table: FindingsTable { get }
  /// Everything as one object.
  var json: JSONValue { get }
  /// What the table cannot hold, for the reader who prints it.
  var sentences: [String] { get }
}

extension Finding {
  /// Nothing beside the table.
  public var sentences: [String] { [] }
}

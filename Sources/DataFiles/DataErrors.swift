public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// A file or folder is not there or cannot be read.
  public static let noInput = Self("noInput", .input)
  /// The table is broken: an unclosed quote, a ragged row, a NUL byte.
  public static let malformed = Self("malformed", .data)
  /// Bytes that are text in no known encoding.
  public static let encoding = Self("encoding", .data)
  /// Nothing to read: no byte, or no row where rows are needed.
  public static let empty = Self("empty", .data)
}

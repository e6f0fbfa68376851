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
  /// The file is protected by a password.
  public static let encrypted = Self("encrypted", .data)
  /// A format, or a version of one, that is not read.
  public static let unknownFormat = Self("unknownFormat", .data)
  /// A sheet that the file does not have.
  public static let unknownSheet = Self("unknownSheet", .usage)
  /// The library was built without what this needs.
  public static let notBuilt = Self("notBuilt", .usage)
  /// A table that cannot be written in the format asked for.
  public static let unwritable = Self("unwritable", .output)
}

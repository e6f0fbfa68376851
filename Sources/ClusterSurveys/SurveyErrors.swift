public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// A file or folder is not there or cannot be read.
  public static let noInput = Self("noInput", .input)
  /// The table is broken: an unclosed quote, a ragged row, a NUL byte.
  public static let malformed = Self("malformed", .data)
  /// Bytes that are text in no known encoding.
  public static let encoding = Self("encoding", .data)
  /// A column or cell that must be there is not.
  public static let missingColumn = Self("missingColumn", .data)
  /// A row names an actor that the actor file does not have.
  public static let unknownActor = Self("unknownActor", .data)
  /// A cell that does not hold what its column demands.
  public static let invalidValue = Self("invalidValue", .data)
  /// Nothing to read: no byte, or no row where rows are needed.
  public static let empty = Self("empty", .data)
}

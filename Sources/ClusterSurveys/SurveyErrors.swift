public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// A column or cell that must be there is not.
  public static let missingColumn = Self("missingColumn", .data)
  /// A row names an actor that the actor file does not have.
  public static let unknownActor = Self("unknownActor", .data)
  /// A cell that does not hold what its column demands.
  public static let invalidValue = Self("invalidValue", .data)
  /// A mapping file that contradicts itself or does not fit its export.
  public static let invalidMapping = Self("invalidMapping", .data)
}

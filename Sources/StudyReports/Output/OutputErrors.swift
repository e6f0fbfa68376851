public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// The output cannot be written where it should go.
  public static let cannotWrite = Self("cannotWrite", .output)
}

public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// No actor's group is stated.
  public static let noGroups = Self("noGroups", .data)
}

public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// A design that contradicts itself or cannot be carried out.
  public static let invalidDesign = Self("invalidDesign", .usage)
}

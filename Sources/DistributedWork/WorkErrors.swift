public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// A plan of another version, network or type of processor than what should carry it out.
  public static let foreignPlan = Self("foreignPlan", .data)
  /// A task that the plan does not have.
  public static let unknownTask = Self("unknownTask", .usage)
  /// Results of tasks that are not there.
  public static let missingResults = Self("missingResults", .input)
  /// Results of tasks that are there and cannot be used.
  public static let damagedResults = Self("damagedResults", .data)
}

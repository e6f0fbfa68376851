public import KnowledgeNetworks

/// How unusual the E–I index of a network is when labels move among the actors.
public struct ExternalInternalTests: Hashable, Codable, Sendable {
  /// For the index of connected pairs as they stand.
  public let network: PermutationTest
  /// For the index with direction ignored.
  public let symmetrised: PermutationTest
}

extension KnowledgeNetwork {
  /// Tests the network's E–I index by moving the group labels among the actors.
  ///
  /// Only actors with a group take part. All arrangements are listed while there are few enough of them, which makes
  /// the p-values exact; else they are drawn. Without ties the tests are not defined.
  ///
  /// Properties: meanUnderNullIsExpectation.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster or the task is cancelled.
  /// - Complexity: O(*n* + *m*) time an arrangement and O(*n* + *m*) space for *n* actors and *m* connected pairs.
  public func externalInternalTests(
    by grouping: Grouping, permutations options: PermutationOptions = PermutationOptions(), workers: Workers = .all
  ) throws(BuzzlineError) -> ExternalInternalTests {
    try requireMatch(grouping)
    let contacts = ContactSplit(of: self, by: grouping)
    let codes = grouping.groupCodes.filter { $0 >= 0 }
    let tests = try LabelPermutations(of: codes, options: options)
      .test(workers: workers) { (codes: [Int32]) throws(BuzzlineError) -> [Double] in
        try stopIfCancelled()
        return [contacts.inDirection(codes), contacts.ignoringDirection(codes)].map { $0.index ?? .nan }
      }
    return ExternalInternalTests(network: tests[0], symmetrised: tests[1])
  }
}

package import KnowledgeNetworks

/// The permutation test of brokerage in parts that several machines can count.
///
/// A batch is 256 arrangements. What is kept of them are whole numbers, which add up to the same in any order.
///
/// Properties: `partsGiveTheTestOfOneMachine`.
package struct DividedBrokerageTest: DividedWork {
  private static let batch = 256
  package let brokerage: Brokerage
  private let permutations: LabelPermutations
  private let blocks: BrokerBlocks

  package init(_ brokerage: Brokerage, options: PermutationOptions) {
    self.brokerage = brokerage
    permutations = LabelPermutations(of: brokerage.members.codes, options: options)
    blocks = BrokerBlocks(of: brokerage)
  }

  package var batchCounts: [Int] { [(permutations.count + Self.batch - 1) / Self.batch] }

  package var memory: MemoryNeed { blocks.memoryNeed(under: permutations) }

  package func part(of _: Int, batches: Range<Int>, workers: Workers) throws(BuzzlineError) -> WorkPart {
    try workers.afford(memory)
    let tests = BrokerageTests(of: brokerage, blocks)
    let arrangements =
      batches.lowerBound
      * Self.batch..<max(
        batches.lowerBound * Self.batch, min(permutations.count, batches.upperBound * Self.batch))
    try tests.count(arrangements, of: permutations, brokerage.members, workers: workers)
    return WorkPart(of: batches, words: tests.words)
  }

  package func outcome(
    joining parts: WorkParts, workers: Workers
  ) throws(BuzzlineError) -> BrokerageTable<PermutationTest> {
    let tests = BrokerageTests(of: brokerage, blocks)
    try parts.forEachRow(of: 0) { tests.add(words: $0.words) }
    return tests.table(under: permutations, members: brokerage.members)
  }
}

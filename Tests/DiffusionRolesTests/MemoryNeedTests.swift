import KnowledgeNetworks
import TestNetworks
import Testing

@testable import DiffusionRoles

@Suite struct MemoryNeedTests {
  private let broke = Workers(threads: 1, memory: MemoryBudget(limit: 0))

  @Test func nothingBeginsWithoutMemory() throws {
    let network = try KnokeOrganisations.money
    let groups = KnokeOrganisations.groups
    let brokerage = try network.brokerage(by: groups)
    for work: () throws -> Void in [
      { _ = try network.brokerage(by: groups, workers: broke) },
      { _ = try brokerage.permutationTest(workers: broke) },
      { _ = try network.losses(withoutEachOf: groups, workers: broke) },
    ] {
      let error = #expect(throws: BuzzlineError.self) { try work() }
      #expect(error?.code == .outOfMemory && error?.message.contains("0 bytes can be had") == true)
    }
  }
}

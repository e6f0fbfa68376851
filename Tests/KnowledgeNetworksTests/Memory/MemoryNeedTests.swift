import Testing

@testable import KnowledgeNetworks

@Suite struct MemoryNeedTests {
  private let need = MemoryNeed("Betweenness", bytes: 1_000_000_000, bytesAThread: 600_000_000, advice: "a sample")

  @Test func whatFitsIsNotRefused() {
    #expect(need.bytes(onThreads: 2) == 2_200_000_000)
    #expect(need.refusal(onThreads: 2, available: 2_200_000_000) == nil)
    #expect(need.refusal(onThreads: 2, available: nil) == nil)
  }

  @Test func fewerThreadsAreAdvisedWhereTheyAreEnough() {
    #expect(
      need.refusal(onThreads: 8, available: 3_000_000_000)
        == "Betweenness needs about 5.8 GB of memory and 3.0 GB can be had; on 3 of 8 threads it fits.")
  }

  @Test func elseSomethingSmallerIsAdvised() {
    #expect(
      need.refusal(onThreads: 1, available: 12_345)
        == "Betweenness needs about 1.6 GB of memory and 12 kB can be had; a sample takes less, or set a higher limit of "
        + "memory.")
  }

  @Test func workersRefuseBeforeWork() {
    let error = #expect(throws: BuzzlineError.self) { try Workers(memory: MemoryBudget(limit: 0)).afford(need) }
    #expect(error?.code == .outOfMemory)
    #expect(throws: Never.self) {
      try Workers(threads: 1, memory: MemoryBudget(limit: .max)).afford(need)
    }
  }
}

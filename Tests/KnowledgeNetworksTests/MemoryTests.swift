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

#if os(Linux)
  @Suite struct MachineMemoryTests {
    /// A machine of which only these files are known, with 4 kB a page.
    private func machine(_ files: [String: String]) -> MachineMemory { MachineMemory(read: { files[$0] }) }

    private let meminfo = "MemTotal:       16000 kB\nMemFree:         100 kB\nMemAvailable:    9000 kB\n"

    @Test func whatIsFreeIsWhatTheSystemCallsAvailable() {
      #expect(machine(["/proc/meminfo": meminfo]).available == 9_000 * 1_024)
      #expect(machine([:]).available == nil)
    }

    @Test func aGroupAroundTheProcessLimitsIt() {
      let files = [
        "/proc/meminfo": meminfo, "/proc/self/cgroup": "0::/slice/job\n",
        "/sys/fs/cgroup/slice/job/memory.max": "max\n", "/sys/fs/cgroup/slice/job/memory.current": "5000\n",
        "/sys/fs/cgroup/slice/memory.max": "8000000\n", "/sys/fs/cgroup/slice/memory.current": "5000000\n",
        "/sys/fs/cgroup/slice/memory.stat": "anon 4000000\ninactive_file 250000\n",
      ]
      #expect(machine(files).available == 3_250_000)
    }

    @Test func groupsOfTheFirstVersionLimitTheProcessToo() {
      let files = [
        "/proc/meminfo": meminfo, "/proc/self/cgroup": "12:cpu:/x\n4:memory,hugetlb:/box\n",
        "/sys/fs/cgroup/memory/box/memory.limit_in_bytes": "4000000",
        "/sys/fs/cgroup/memory/box/memory.usage_in_bytes": "1000000",
        "/sys/fs/cgroup/memory/box/memory.stat": "total_inactive_file 500000\n",
      ]
      #expect(machine(files).available == 3_500_000)
    }

    @Test func addressesMayBeShortest() {
      let limits =
        "Limit                     Soft Limit  Hard Limit  Units\nMax address space         1000000     unlimited   bytes\n"
      let files = ["/proc/meminfo": meminfo, "/proc/self/limits": limits, "/proc/self/statm": "200 50 10 1 0 90 0"]
      #expect(machine(files).available == 1_000_000 - 200 * 4_096)
      #expect(machine(files).resident == 50 * 4_096)
      let none = limits.replacing("1000000  ", with: "unlimited")
      #expect(machine(["/proc/meminfo": meminfo, "/proc/self/limits": none]).available == 9_000 * 1_024)
    }

    @Test func nothingLeftIsNothing() {
      let files = [
        "/proc/self/cgroup": "0::/", "/sys/fs/cgroup/memory.max": "10", "/sys/fs/cgroup/memory.current": "20",
      ]
      #expect(machine(files).available == 0)
    }

    @Test func thisMachineSaysWhatItHas() throws {
      #expect(try #require(MachineMemory.system.resident) > 1_000_000)
      #expect(try #require(MemoryBudget.machine.available) >= 0)
    }
  }
#endif

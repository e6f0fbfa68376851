import Testing

@testable import KnowledgeNetworks

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

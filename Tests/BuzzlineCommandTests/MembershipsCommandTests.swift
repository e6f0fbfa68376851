import TestNetworks
import Testing

/// Lists of members of projects on the command line.
@Suite struct MembershipsCommandTests {
  private static let list =
    "project;org;role\n1;A;coordinator\n1;B;participant\n2;A;coordinator\n2;B;participant\n2;C;participant\n"

  private func ties(_ rule: String?, _ options: [String] = []) throws -> CommandRun {
    let folder = try ScratchFolder()
    let file = try folder.write("members.csv", Self.list)
    defer { withExtendedLifetime(folder) {} }
    return try CommandRun(
      ["measures", file, "--measure", "in-strength,out-strength", "--weights", "strength", "--format", "csv"]
        + (rule.map { ["--memberships", $0] } ?? []) + options)
  }

  @Test func eachRuleMakesItsTies() throws {
    let counted = try ties(nil)
    #expect(counted.status == 0, "\(counted.errors)")
    #expect(counted.output == (try ties("co-membership").output))
    let (newman, coordinator) = (try ties("newman"), try ties("coordinator"))
    #expect(newman.status == 0 && coordinator.status == 0, "\(newman.errors)\(coordinator.errors)")
    #expect(Set([counted.output, newman.output, coordinator.output]).count == 3)
    let unknown = try ties("all")
    #expect(unknown.status == 64 && unknown.errors.contains("--memberships"))
  }

  @Test func checkSaysWhatWasMadeOfTheList() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun(["check", try folder.write("members.csv", Self.list)])
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        "Memberships: 5 in 2 groups, density 0.8333\n  groups an actor: 1 to 2; members a group: 2 to 3\n"),
      "\(run.output)")
    #expect(run.output.contains("By the rule 'co-membership' actors of a group are tied to each other"))
  }
}

import Foundation
import TestNetworks
import Testing

/// Planned work, done task by task and merged, has the bytes of the command on one machine.
@Suite struct PlanTests {
  private static func made() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let made = ["generate", "--actors", "400", "--ties", "1600", "--clusters", "3", "--output", "study"]
    try #require(try CommandRun(made, in: folder.url).status == 0)
    try #require(try CommandRun(["pack", "study", "--output", "net.bz"], in: folder.url).status == 0)
    return folder
  }

  @Test(arguments: [
    (["measures", "--measure", "betweenness,closeness-in,harmonic-out"], ["--engine", "parallel"]),
    (["measures", "--measure", "betweenness-between-clusters", "--normalized"], []),
    (["brokerage", "--group", "kind", "--draws", "700", "--seed", "4"], ["--null"]),
  ]) func mergedTasksAreTheBytesOfOneMachine(_ work: [String], _ alone: [String]) throws {
    let folder = try Self.made()
    let options = ["--tasks", "3", "--output", "plan", "--for", "slurm", "--for", "parallel"]
    let plan = try CommandRun(["plan", work[0], "net.bz"] + work.dropFirst() + options, in: folder.url)
    #expect(plan.status == 0 && plan.output.hasPrefix("Tasks: 3, each of about "), "\(plan.errors)")
    #expect(plan.errors.contains("wrote plan/job-slurm.sh"))
    #expect(try CommandRun(["merge", "plan"], in: folder.url).status == 66)
    for task in ["2", "0", "1"] {
      let run = try CommandRun(["run", "plan", "--task", task, "--threads", "1"], in: folder.url)
      #expect(run.status == 0 && run.output.isEmpty && run.errors == "buzzline: task \(task) is done\n")
    }
    let again = try CommandRun(["run", "plan", "--task", "2"], in: folder.url)
    #expect(again.errors == "buzzline: task 2 was done before\n")
    for format in ["csv", "json"] {
      let merged = try CommandRun(["merge", "plan", "--format", format], in: folder.url)
      let expected = try CommandRun(
        [work[0], "net.bz"] + work.dropFirst() + alone + ["--format", format], in: folder.url)
      #expect(merged.status == 0 && expected.status == 0 && merged.output == expected.output)
    }
  }

  @Test(arguments: [
    ("SLURM_ARRAY_TASK_ID", "1"), ("OMPI_COMM_WORLD_RANK", "1"), ("PMI_RANK", "1"), ("SGE_TASK_ID", "2"),
  ]) func theSystemOfJobsNumbersTheTask(_ variable: String, _ value: String) throws {
    let folder = try Self.made()
    let plan = ["plan", "brokerage", "net.bz", "--group", "kind", "--tasks", "2", "--output", "plan"]
    try #require(try CommandRun(plan, in: folder.url).status == 0)
    let program = CommandRun.programs.appending(path: "buzzline").path
    func run(_ setting: String, _ arguments: [String] = []) throws -> CommandRun {
      try CommandRun([setting, program, "run", "plan"] + arguments, at: URL(filePath: "/usr/bin/env"), in: folder.url)
    }
    #expect(try run("\(variable)=\(value)").errors == "buzzline: task 1 is done\n")
    #expect(try run("\(variable)=\(value)", ["--task", "0"]).errors == "buzzline: task 0 is done\n")
    #expect(try run("\(variable)=x").status == 64)
  }

  @Test func whatCannotBeDoneIsSaidInASentence() throws {
    let folder = try Self.made()
    func refused(_ arguments: [String], _ status: Int32, _ words: String) throws {
      let run = try CommandRun(arguments, in: folder.url)
      #expect(run.status == status && run.output.isEmpty && run.errors.contains(words), "\(run.errors)")
    }
    let measures = ["plan", "measures", "net.bz", "--measure", "betweenness"]
    try refused(measures + ["--tasks", "0", "--output", "plan"], 64, "--tasks must be at least 1")
    try refused(
      ["plan", "measures", "net.bz", "--measure", "pagerank", "--tasks", "2", "--output", "plan"], 64,
      "pagerank is not computed in parts")
    try #require(try CommandRun(measures + ["--tasks", "2", "--output", "plan"], in: folder.url).status == 0)
    try refused(measures + ["--tasks", "2", "--output", "plan"], 73, "not empty")
    try refused(["run", "plan", "--task", "2"], 64, "tasks 0 to 1; there is no task 2")
    try refused(["run", "plan"], 64, "--task")
    try refused(["run", "study", "--task", "0"], 66, "no plan")
    try refused(["merge", "plan"], 66, "Tasks not done: 0, 1 (2 of 2).")
    let file = folder.url.appending(path: "plan/plan.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("\"program\" : \"", with: "\"program\" : \"9").utf8).write(to: file)
    try refused(["run", "plan", "--task", "0"], 65, "The plan was made by Buzzline 9")
  }
}

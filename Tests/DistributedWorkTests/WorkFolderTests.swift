import DiffusionRoles
import Foundation
import GraphFiles
import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@testable import DistributedWork

/// Tasks of a plan, done by anybody in any order, are merged to what one machine finds.
@Suite struct WorkFolderTests {
  static let measures = PlannedWork.measures(
    names: ["betweenness", "closeness-in", "harmonic-out"], isNormalized: false)
  static let brokerage = PlannedWork.brokerage(group: "kind", draws: 999, seed: 3)

  /// A network of more than one batch of each search.
  static func network(seed: UInt64 = 9) throws -> PackedNetwork {
    let plain = try KnowledgeNetwork.random(400, density: 0.006, seed: seed)
    let actors = plain.actors.indices.map { place in
      NetworkActor(id: plain.actors[place].id, kind: ActorKind(rawValue: "k\(place % 4)"))
    }
    return PackedNetwork(try KnowledgeNetwork(actors: actors, ties: plain.ties))
  }

  struct Planned {
    let scratch: ScratchFolder
    let folder: WorkFolder

    init(_ work: PlannedWork, tasks: Int, program: String = "1") throws {
      scratch = try ScratchFolder()
      folder = try WorkFolder.make(
        work, on: try WorkFolderTests.network(), tasks: tasks, program: program,
        at: scratch.url.appending(path: "plan"))
    }

    func run(_ tasks: some Sequence<Int>) throws {
      for task in tasks { #expect(try folder.run(task: task, workers: Workers(threads: 1 + task % 2)) == .done) }
    }
  }

  @Test(arguments: [1, 3, 8, 40]) func anyNumberOfTasksInAnyOrderGivesTheBytesOfOneMachine(tasks: Int) throws {
    let network = try Self.network().network
    let planned = try Planned(Self.measures, tasks: tasks)
    var generator = SeededGenerator(seed: UInt64(tasks))
    var order = Array(0..<tasks)
    generator.shuffle(&order)
    try planned.run(order)
    guard case .scores(let scores) = try planned.folder.merge().outcome else { return #expect(Bool(false)) }
    let expected = try network.scores(of: [.betweenness, .closenessIn, .harmonicOut], engine: .parallel)
    for (found, expected) in zip(scores, expected) {
      #expect(found.measure == expected.measure)
      #expect(found.map { $0?.bitPattern } == expected.map { $0?.bitPattern })
    }
  }

  @Test(arguments: [1, 3, 8]) func tasksOfANullGiveTheTestOfOneMachine(tasks: Int) throws {
    let planned = try Planned(Self.brokerage, tasks: tasks)
    try planned.run((0..<tasks).reversed())
    guard case .brokerage(let brokerage, let test) = try planned.folder.merge().outcome else {
      return #expect(Bool(false))
    }
    let network = try Self.network().network
    let alone = try network.brokerage(by: network.grouping(by: .kind))
    #expect(brokerage.counts == alone.counts)
    #expect(test == (try alone.permutationTest(options: PermutationOptions(draws: 999, seed: 3))))
  }

  @Test func aTaskIsDoneOnceAndItsBytesAreTheSameFromAnyMachine() throws {
    let planned = try Planned(Self.measures, tasks: 3)
    let other = try WorkFolder.make(
      Self.measures, on: try Self.network(), tasks: 3, program: "1", at: planned.scratch.url.appending(path: "other"))
    try planned.run([1])
    let file = planned.folder.resultFile(of: 1)
    let first = try Data(contentsOf: file)
    #expect(try planned.folder.run(task: 1) == .wasDone)
    #expect(try other.run(task: 1, workers: Workers(threads: 2)) == .done)
    #expect(try Data(contentsOf: other.resultFile(of: 1)) == first && Data(contentsOf: file) == first)
  }

  @Test func twoMachinesMayDoOneTaskAtOnce() async throws {
    let planned = try Planned(Self.measures, tasks: 2)
    let folder = planned.folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { try folder.run(task: 0, workers: Workers(threads: 1)) } }
      try await group.waitForAll()
    }
    #expect(try folder.run(task: 0) == .wasDone)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(Set(names) == ["plan.json", "network.bz", "task-0000.part"])
  }

  @Test func mergeNamesWhatIsMissingAndWhatIsDamaged() throws {
    let planned = try Planned(Self.measures, tasks: 4)
    try planned.run([0, 2, 3])
    let missing = #expect(throws: BuzzlineError.self) { try planned.folder.merge() }
    #expect(missing?.code == .missingResults && missing?.code.category == .input)
    #expect(missing?.message == "Tasks not done: 1 (1 of 4). 'buzzline run' does them.")
    let file = planned.folder.resultFile(of: 2)
    let whole = try Data(contentsOf: file)
    try whole.prefix(whole.count / 2).write(to: file)
    let both = #expect(throws: BuzzlineError.self) { try planned.folder.merge() }
    #expect(both?.message.contains("; tasks whose results cannot be used: 2 (1 of 4).") == true)
    try planned.run([1])
    var bytes = Array(whole)
    bytes[bytes.count - 3] ^= 1
    try Data(bytes).write(to: file)
    let damaged = #expect(throws: BuzzlineError.self) { try planned.folder.merge() }
    #expect(damaged?.code == .damagedResults)
    guard case .redone = try planned.folder.run(task: 2) else { return #expect(Bool(false)) }
    #expect(try Data(contentsOf: file) == whole)
    _ = try planned.folder.merge()
  }

  @Test func resultsOfAnotherPlanOrTaskAreNotMerged() throws {
    let planned = try Planned(Self.measures, tasks: 2)
    try planned.run([0])
    let (first, second) = (planned.folder.resultFile(of: 0), planned.folder.resultFile(of: 1))
    try FileManager.default.copyItem(at: first, to: second)
    #expect(#expect(throws: BuzzlineError.self) { try planned.folder.merge() }?.code == .damagedResults)
    let other = try Planned(Self.brokerage, tasks: 2)
    try other.run([1])
    try Data(contentsOf: other.folder.resultFile(of: 1)).write(to: second)
    #expect(#expect(throws: BuzzlineError.self) { try planned.folder.merge() }?.code == .damagedResults)
  }

  @Test func plansThatDoNotFitAreRefused() throws {
    let planned = try Planned(Self.measures, tasks: 2)
    let url = planned.folder.url
    func refusal(_ attempt: () throws -> Void) -> BuzzlineError.Code? {
      #expect(throws: BuzzlineError.self) { try attempt() }?.code
    }
    #expect(refusal { try planned.folder.run(task: 2) } == .unknownTask)
    #expect(refusal { try planned.folder.run(task: -1) } == .unknownTask)
    #expect(refusal { _ = try WorkFolder(url, program: "2") } == .foreignPlan)
    #expect(refusal { _ = try WorkFolder(planned.scratch.url, program: "1") }?.category == .input)
    #expect(refusal { _ = try Planned(Self.measures, tasks: 0) } == .invalidOptions)
    let pagerank = PlannedWork.measures(names: ["pagerank"], isNormalized: false)
    #expect(refusal { _ = try Planned(pagerank, tasks: 1) } == .invalidOptions)
    #expect(
      refusal { _ = try WorkFolder.make(Self.measures, on: Self.network(), tasks: 1, program: "1", at: url) }
        == .cannotWrite)
    let text = try String(contentsOf: url.appending(path: "plan.json"), encoding: .utf8)
    try Data(text.replacing(WorkPlan.ownProcessor, with: "s390x").utf8).write(to: url.appending(path: "plan.json"))
    #expect(refusal { _ = try WorkFolder(url, program: "1") } == .foreignPlan)
    try Data(text.utf8).write(to: url.appending(path: "plan.json"))
    try Self.network(seed: 10).write(to: url.appending(path: "network.bz"))
    #expect(refusal { try planned.folder.run(task: 0) } == .foreignPlan)
    try Data("{}".utf8).write(to: url.appending(path: "plan.json"))
    #expect(refusal { _ = try WorkFolder(url, program: "1") }?.category == .data)
  }

  @Test(arguments: [measures, brokerage]) func aForecastCountsAllBatches(work: PlannedWork) throws {
    let planned = try Planned(work, tasks: 3)
    let folder = planned.folder
    let forecast = try folder.forecast(workers: Workers(threads: 1))
    #expect(forecast.batches == folder.plan.batches.reduce(0, +))
    #expect((1...forecast.batches).contains(forecast.batchesTried) && forecast.bytesATask > 0)
    #expect(forecast.seconds >= forecast.secondsATask && forecast.secondsATask > 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
  }

  @Test(arguments: JobSystem.allCases) func scriptsNameTheFolderAndAllTasks(system: JobSystem) throws {
    let scratch = try ScratchFolder()
    let folder = try WorkFolder.make(
      Self.brokerage, on: try Self.network(), tasks: 3, program: "1", at: scratch.url.appending(path: "it's a plan"))
    let forecast = try folder.forecast(workers: Workers(threads: 1))
    let script = try folder.writeScript(for: system, command: "/opt/b/buzzline", threads: 2, forecast: forecast)
    let text = try String(contentsOf: script, encoding: .utf8)
    #expect(text.contains("'/opt/b/buzzline' run ") && text.contains("it'\\''s a plan' --threads 2"))
    #expect(text.contains("'/opt/b/buzzline' merge "))
    // The shell reads it without doing any of it.
    let shell = Process()
    (shell.executableURL, shell.arguments) = (URL(filePath: "/bin/sh"), ["-n", script.path])
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
  }
}

internal import DataFiles
public import Foundation
public import GraphFiles
public import KnowledgeNetworks

/// A folder that holds a plan, its network and the results of its tasks, which all machines see.
///
/// `plan.json` is the plan, `network.bz` the packed network, and `task-0000.part` the result of task 0. Each file is there
/// whole or not at all, and a task that is done twice, even at once on two machines, writes the same bytes. Nothing is
/// locked, and nobody waits for anybody.
///
/// Properties: `anyNumberOfTasksInAnyOrderGivesTheBytesOfOneMachine`.
public struct WorkFolder: Sendable {
  /// Where it is.
  public let url: URL
  /// The plan.
  public let plan: WorkPlan
  /// The digest of the plan, which every result names.
  let digest: String

  static let planName = "plan.json"
  static let networkName = "network.bz"
  /// How many tasks there may be.
  private static let taskNumbers = 1...1_000_000

  /// Opens the folder of a plan.
  ///
  /// - Parameter program: The version of Buzzline that is going to work on it.
  /// - Throws: `BuzzlineError`: `noInput` where there is no plan; `malformed`; `foreignPlan`.
  public init(_ url: URL, program: String) throws(BuzzlineError) {
    let file = url.appending(path: Self.planName)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw BuzzlineError(
        .noInput, at: Place(file: url.relativePath), "There is no plan in this folder; 'buzzline plan' makes one.")
    }
    let bytes = try MappedFile(file).copiedBytes
    guard let plan = try? JSONDecoder().decode(WorkPlan.self, from: Data(bytes)), Self.taskNumbers.contains(plan.tasks),
      plan.batches.allSatisfy({ $0 >= 0 })
    else {
      throw BuzzlineError(
        .malformed, at: Place(file: file.relativePath), "This is no plan of Buzzline; 'buzzline plan' makes one.")
    }
    try plan.check(program: program)
    (self.url, self.plan, digest) = (url, plan, sha256(bytes))
  }

  /// The file of a packed network.
  var networkFile: URL { url.appending(path: Self.networkName) }

  /// The file of a task's result.
  func resultFile(of task: Int) -> URL { url.appending(path: "task-" + String(format: "%04d", task) + ".part") }
}

extension WorkFolder {
  /// Writes a plan and its network into a new or empty folder.
  ///
  /// - Throws: `BuzzlineError`: `invalidOptions` for no task; `cannotWrite`; what the work throws that does not fit the
  ///   network.
  /// - Complexity: O(*n* + *m*) time and space, and that of making the work ready.
  public static func make(
    _ work: PlannedWork, on packed: PackedNetwork, tasks: Int, program: String, at url: URL, workers: Workers = .all
  ) throws(BuzzlineError) -> WorkFolder {
    guard taskNumbers.contains(tasks) else {
      throw BuzzlineError(
        .invalidOptions, "Work is cut into 1 to \(taskNumbers.upperBound) tasks; here it is \(tasks).")
    }
    let batches = try work.prepared(on: packed.network, workers: workers).work.batchCounts
    try prepare(url)
    let digest = try packed.write(to: url.appending(path: networkName), workers: workers)
    let plan = WorkPlan(
      work: work, tasks: tasks, batches: batches, network: digest, program: program, processor: WorkPlan.ownProcessor)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let json = try? encoder.encode(plan) else { preconditionFailure("a plan is plain JSON") }
    // Last, so that a folder with a plan has its network.
    try WholeFile.write(Array(json) + [lineFeed], to: url.appending(path: planName))
    return try WorkFolder(url, program: program)
  }

  private static func prepare(_ url: URL) throws(BuzzlineError) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      guard try FileManager.default.contentsOfDirectory(atPath: url.path).isEmpty else {
        throw BuzzlineError(
          .cannotWrite, at: Place(file: url.relativePath), "The folder is not empty; a plan takes a folder of its own.")
      }
    } catch let error as BuzzlineError {
      throw error
    } catch {
      throw BuzzlineError(.cannotWrite, at: Place(file: url.relativePath), "The folder cannot be made.")
    }
  }

  private static var lineFeed: UInt8 { 10 }
}

extension WorkFolder {
  /// What became of a task.
  public enum Progress: Hashable, Sendable {
    /// It was done now.
    case done
    /// Its result was there and is good.
    case wasDone
    /// It was done again, since its result could not be used, for a reason.
    case redone(String)
  }

  /// Does one task, unless its result is there.
  ///
  /// - Throws: `BuzzlineError`: `unknownTask`; `foreignPlan` of another network; `malformed`; `cannotWrite`; `outOfMemory`;
  ///   `cancelled`.
  @discardableResult
  public func run(task: Int, workers: Workers = .all) throws(BuzzlineError) -> Progress {
    try plan.check(task: task)
    let file = resultFile(of: task)
    var fault: BuzzlineError?
    if FileManager.default.fileExists(atPath: file.path) {
      do throws(BuzzlineError) {
        try TaskResult(file, of: self, task: task).verify(by: workers)
        return .wasDone
      } catch {
        fault = error
      }
    }
    let work = try plan.work.prepared(on: try packed(by: workers).network, workers: workers).work
    try check(work)
    var parts: [WorkPart] = []
    for computation in plan.batches.indices {
      parts.append(
        try work.part(of: computation, batches: plan.batches(of: computation, task: task), workers: workers))
    }
    try TaskResult.write(parts, to: file, of: self, task: task, workers: workers)
    return fault.map { .redone($0.message) } ?? .done
  }

  /// Joins the results of all tasks.
  ///
  /// - Returns: The network of the plan, and what one machine would have found on it, to the last bit.
  /// - Throws: `BuzzlineError`: `missingResults` and `damagedResults`, which name the tasks; as ``run(task:workers:)`` does.
  public func merge(workers: Workers = .all) throws(BuzzlineError) -> (network: PackedNetwork, outcome: WorkOutcome) {
    let results = try results(workers: workers)
    let packed = try packed(by: workers)
    let prepared = try plan.work.prepared(on: packed.network, workers: workers)
    try check(prepared.work)
    let parts = WorkParts(taskCount: plan.tasks) { task, computation throws(BuzzlineError) in
      try results[task].part(of: computation)
    }
    return (packed, try prepared.outcome(parts, workers))
  }

  /// The results of all tasks, verified.
  private func results(workers: Workers) throws(BuzzlineError) -> [TaskResult] {
    var (missing, damaged, results) = ([Int](), [Int](), [TaskResult]())
    for task in 0..<plan.tasks {
      let file = resultFile(of: task)
      guard FileManager.default.fileExists(atPath: file.path) else {
        missing.append(task)
        continue
      }
      do throws(BuzzlineError) {
        let result = try TaskResult(file, of: self, task: task)
        try result.verify(by: workers)
        results.append(result)
      } catch {
        guard error.code != .cancelled else { throw error }
        damaged.append(task)
      }
    }
    guard missing.isEmpty, damaged.isEmpty else { throw refusal(missing: missing, damaged: damaged) }
    return results
  }

  private func refusal(missing: [Int], damaged: [Int]) -> BuzzlineError {
    func list(_ tasks: [Int]) -> String {
      tasks.prefix(20).map(String.init).joined(separator: ", ")
        + (tasks.count > 20 ? " and \(tasks.count - 20) more" : "") + " (\(tasks.count) of \(plan.tasks))"
    }
    let lacking = missing.isEmpty ? [] : ["Tasks not done: \(list(missing))"]
    let start = missing.isEmpty ? "Tasks" : "tasks"
    let broken = damaged.isEmpty ? [] : ["\(start) whose results cannot be used: \(list(damaged))"]
    return BuzzlineError(
      missing.isEmpty ? .damagedResults : .missingResults, at: Place(file: url.relativePath),
      (lacking + broken).joined(separator: "; ") + ". 'buzzline run' does them.")
  }

  private func packed(by workers: Workers) throws(BuzzlineError) -> PackedNetwork {
    let packed = try PackedNetwork(contentsOf: networkFile, workers: workers)
    guard packed.digest == plan.network else {
      throw BuzzlineError(
        .foreignPlan, at: Place(file: networkFile.relativePath),
        "This is another network than the one that was planned for; plan again.")
    }
    return packed
  }

  private func check(_ work: any DividedWork) throws(BuzzlineError) {
    guard work.batchCounts == plan.batches else {
      throw BuzzlineError(
        .foreignPlan, at: Place(file: url.relativePath),
        "The plan cuts its work otherwise than this program; plan again.")
    }
  }
}

internal import KnowledgeNetworks

/// Work cut into tasks that any machines may do in any order.
///
/// What a task does follows from the plan alone: of each computation with *b* batches, task *i* of *t* does those from
/// ⌊*b* *i* / *t*⌋ up to ⌊*b* (*i* + 1) / *t*⌋.
public struct WorkPlan: Hashable, Codable, Sendable {
  /// What is computed.
  public let work: PlannedWork
  /// How many tasks there are; they are numbered from 0.
  public let tasks: Int
  /// How many batches each computation has.
  public let batches: [Int]
  /// The digest of the packed network.
  public let network: String
  /// The version of Buzzline that made the plan; another may add up in another order.
  public let program: String
  /// The type of processor; another may round otherwise.
  public let processor: String

  /// The type of processor of this machine.
  public static var ownProcessor: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }

  /// The batches of a computation that a task does.
  func batches(of computation: Int, task: Int) -> Range<Int> {
    func first(_ task: Int) -> Int {
      let (wide, narrow) = batches[computation].multipliedFullWidth(by: task)
      return tasks.dividingFullWidth((wide, narrow)).quotient
    }
    return first(task)..<first(task + 1)
  }

  /// Refuses a task that the plan does not have.
  func check(task: Int) throws(BuzzlineError) {
    guard (0..<tasks).contains(task) else {
      throw BuzzlineError(
        .unknownTask, "The plan has the tasks 0 to \(tasks - 1); there is no task \(task).")
    }
  }

  /// Refuses to go on where the results would not be those of the other tasks.
  func check(program: String) throws(BuzzlineError) {
    guard program == self.program else {
      throw BuzzlineError(
        .foreignPlan,
        "The plan was made by Buzzline \(self.program), and this is \(program), which may add up otherwise; all tasks take "
          + "the version that planned them.")
    }
    guard processor == Self.ownProcessor else {
      throw BuzzlineError(
        .foreignPlan,
        "The plan is for processors of type \(processor), and this is \(Self.ownProcessor), which may round otherwise; "
          + "all tasks take processors of one type.")
    }
  }
}

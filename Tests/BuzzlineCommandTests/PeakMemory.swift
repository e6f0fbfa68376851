import Foundation

/// The most memory a run of the command held, as the system counted.
struct PeakMemory {
  let bytes: Int

  init(_ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    let program = CommandRun.programs.appending(path: "buzzline").path
    let words = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, program, &actions, nil, words + [nil], environ) == 0 else { throw Failure() }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { throw Failure() }
    #if os(Linux)
      bytes = usage.ru_maxrss * 1_024
    #else
      bytes = usage.ru_maxrss
    #endif
  }

  struct Failure: Error {}
}

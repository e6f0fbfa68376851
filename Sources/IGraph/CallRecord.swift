internal import CIgraph

/// What igraph's callbacks leave behind during one call.
struct CallRecord {
  struct Report {
    let reason: String
    let file: String?
    let line: Int?
  }

  var progress: Gate.Progress?
  /// The last share reported.
  var share = -1.0
  /// The first error that said anything; those that follow it only unwind.
  var report: Report?
  var warnings: [String] = []

  init(progress: Gate.Progress? = nil) { self.progress = progress }

  mutating func note(reason: String, file: String?, line: Int) {
    guard report?.reason.isEmpty ?? true else { return }
    report = Report(reason: reason, file: file, line: line)
  }

  /// Passes on at most a hundred shares a call.
  mutating func note(share now: Double) {
    guard let progress, now >= share + 0.01 || (now == 1 && share < 1) else { return }
    share = now
    progress(now)
  }
}

extension Gate {
  /// Installs what igraph calls back, on the thread that called it, inside the gate.
  ///
  /// igraph 1.0, and 0.10 where it is built so, keeps its handlers by thread, so each entry installs them.
  ///
  /// Nothing is thrown through C: an error or a cancelled task frees what igraph has allocated so far, and igraph
  /// returns a code that ``check(_:in:)`` turns into an error.
  static func installHandlers() {
    igraph_set_error_handler { reason, file, line, _ in
      Gate.record.note(
        reason: reason.map { String(cString: $0) } ?? "", file: file.map { String(cString: $0) }, line: Int(line))
      IGRAPH_FINALLY_FREE()
    }
    igraph_set_warning_handler { reason, _, _ in
      if let reason { Gate.record.warnings.append(String(cString: reason)) }
    }
    buzzline_set_interruption_handler { Task.isCancelled }
    buzzline_use_one_thread()
    igraph_set_progress_handler { _, percent, _ in
      Gate.record.note(share: percent / 100)
      return IGRAPH_SUCCESS
    }
  }
}

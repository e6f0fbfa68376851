internal import CIgraph
internal import Foundation

/// The one way into igraph, whose error handler, cleanup stack and random numbers are globals of the process.
///
/// One lock is held round every call, making and destroying included. Whoever waits holds a thread, so parallel work
/// belongs into kernels of our own.
package enum Gate {
  /// Hears which share of a call is done, from 0 to 1; it must not call igraph.
  package typealias Progress = @Sendable (Double) -> Void

  /// Recursive, so that a callback that calls igraph is told so instead of waiting for itself.
  private static let lock = NSRecursiveLock()

  /// What igraph says during the call that is under way; only the thread that holds the lock touches it.
  nonisolated(unsafe) static var record = CallRecord()
  /// Whether a call is under way; read and written under the lock.
  nonisolated(unsafe) private static var isBusy = false

  /// What was computed and what igraph warned of on the way.
  package struct Answer<Value> {
    package let value: Value
    package let warnings: [String]

    /// What becomes of the value, with the same warnings.
    package func map<Other>(_ transform: (Value) -> Other) -> Answer<Other> {
      Answer<Other>(value: transform(value), warnings: warnings)
    }
  }

  /// Runs one call alone; cancelled tasks do not get in.
  static func enter<Value>(
    for function: String, progress: Progress? = nil, _ body: () throws(IGraphError) -> Value
  ) throws(IGraphError) -> Answer<Value> {
    try alone { () throws(IGraphError) in
      guard !Task.isCancelled else { throw .cancelled(in: function) }
      record = CallRecord(progress: progress)
      defer { record = CallRecord() }
      let value = try body()
      return Answer(value: value, warnings: record.warnings)
    }
  }

  /// Holds the lock; handles are destroyed so even in a cancelled task.
  static func alone<Value, Failure>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    lock.lock()
    defer { lock.unlock() }
    precondition(!isBusy, "a progress callback must not call igraph")
    isBusy = true
    defer { isBusy = false }
    installHandlers()
    return try body()
  }

  /// Turns a code that igraph returned into an error; to be called inside the gate.
  static func check(_ code: igraph_error_t, in function: String) throws(IGraphError) {
    guard code != IGRAPH_SUCCESS else { return }
    let report = record.report ?? CallRecord.Report(reason: "", file: nil, line: nil)
    let kind = IGraphError.Code(code)
    guard kind != .cancelled else { throw .cancelled(in: function) }
    let reason = report.reason.isEmpty ? String(cString: igraph_strerror(code)) : report.reason
    throw IGraphError(
      kind, in: function, file: report.file, line: report.line, "igraph gave up in \(function): \(reason)")
  }

  /// How many unfinished allocations igraph believes it has; 0 between calls.
  package static var cleanupStackSize: Int {
    alone { Int(IGRAPH_FINALLY_STACK_SIZE()) }
  }

  /// The version of igraph that was built against.
  package static var igraphVersion: String { IGRAPH_VERSION }

  /// The version of the igraph that runs; another than ``igraphVersion`` where the two got mixed.
  package static var loadedVersion: String {
    alone {
      var text: UnsafePointer<CChar>?
      igraph_version(&text, nil, nil, nil)
      return text.map { String(cString: $0) } ?? ""
    }
  }
}

extension IGraphError.Code {
  init(_ code: igraph_error_t) {
    switch code {
    case IGRAPH_INTERRUPTED: self = .cancelled
    case IGRAPH_ENOMEM: self = .outOfMemory
    default: self = buzzline_is_invalid_input(code) ? .invalidInput : .engine
    }
  }
}

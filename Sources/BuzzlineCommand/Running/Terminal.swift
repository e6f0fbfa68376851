internal import Buzzline
internal import Foundation
internal import Synchronization

/// Where messages and progress go.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Says a sentence in the place of the line that tells progress.
  static func say(_ sentence: String, _ line: ProgressLine) {
    line.clear()
    write("buzzline: \(sentence)\n")
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Where data goes, and nothing else.
enum StandardOutput {
  /// Writes everything at once, so that an error before this line leaves standard output empty.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw BuzzlineError(.cannotWrite, "Standard output cannot be written.")
    }
  }
}

/// One line on standard error that says what is being done, rewritten in place on a terminal.
///
/// Off a terminal it stays silent, so that logs hold no half lines.
final class ProgressLine: Sendable {
  private struct State {
    var width = 0
    var work = ""
    var beganAt = ContinuousClock.now
    var toldAt = ContinuousClock.now
  }

  private let state = Mutex(State())

  /// Says the step that begins.
  func show(_ step: String) {
    guard StandardError.isTerminal else { return }
    state.withLock { Self.write("\(step) …", &$0) }
  }

  /// Says how far a step is, how fast it goes and how long it will take, a few times a second.
  func show(_ progress: WorkProgress) {
    guard StandardError.isTerminal else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      if state.work != progress.work || progress.done <= 1 {
        (state.work, state.beganAt) = (progress.work, now)
      }
      guard now - state.toldAt > .milliseconds(200) else { return }
      state.toldAt = now
      Self.write(Self.text(of: progress, after: now - state.beganAt), &state)
    }
  }

  func clear() {
    state.withLock { state in
      if state.width > 0 { StandardError.write("\r" + String(repeating: " ", count: state.width) + "\r") }
      state.width = 0
    }
  }

  /// Such as `betweenness: 40 of 313, 27 a second, 10 s left`.
  static func text(of progress: WorkProgress, after time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    let start = "\(progress.work): \(progress.done) of \(progress.total)"
    guard seconds > 0.2, progress.done > 0 else { return start + " …" }
    let rate = Double(progress.done) / seconds
    let left = Double(progress.total - progress.done) / rate
    let pace = rate < 10 ? String(format: "%.1f", rate) : String(format: "%.0f", rate)
    return start + ", \(pace) a second, \(span(left)) left"
  }

  private static func span(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: String(format: "%.0f s", seconds)
    case ..<5_400: String(format: "%.0f min", seconds / 60)
    default: String(format: "%.1f h", seconds / 3_600)
    }
  }

  private static func write(_ words: String, _ state: inout State) {
    let text = "buzzline: " + words
    StandardError.write("\r" + text.padding(toLength: max(state.width, text.count), withPad: " ", startingAt: 0))
    state.width = text.count
  }
}

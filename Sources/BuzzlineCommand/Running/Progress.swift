internal import Foundation
internal import Synchronization

/// One line on standard error that says what is being done, rewritten in place on a terminal.
///
/// Off a terminal it stays silent, so that logs hold no half lines.
final class ProgressLine: Sendable {
  private let width = Mutex(0)

  func show(_ step: String) {
    guard StandardError.isTerminal else { return }
    width.withLock { width in
      let text = "buzzline: \(step) …"
      StandardError.write("\r" + text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0))
      width = text.count
    }
  }

  func clear() {
    width.withLock { width in
      if width > 0 { StandardError.write("\r" + String(repeating: " ", count: width) + "\r") }
      width = 0
    }
  }
}

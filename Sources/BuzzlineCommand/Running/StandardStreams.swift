internal import Buzzline
internal import Foundation

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

internal import Buzzline
internal import Foundation

/// Where messages and progress go.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
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
      throw StudyError(.cannotWrite, "Standard output cannot be written.")
    }
  }
}

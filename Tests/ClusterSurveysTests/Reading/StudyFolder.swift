import ClusterSurveys
import Foundation

/// A study written to a folder that is gone with the value.
final class StudyFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "buzzline-\(UUID().uuidString)")

  /// Writes files by name, the lines of each joined.
  init(_ files: [String: String]) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func survey(_ options: ReadingOptions = ReadingOptions()) throws -> Survey {
    try Survey(contentsOf: [url], options: options)
  }

  /// Reads one file of the folder alone.
  func survey(of name: String, _ configure: (inout ReadingOptions) -> Void = { _ in }) throws -> Survey {
    var options = ReadingOptions()
    configure(&options)
    return try Survey(contentsOf: [url.appending(path: name)], options: options)
  }
}

import ClusterSurveys
import Foundation
import TestNetworks

typealias StudyFolder = ScratchFolder

extension ScratchFolder {
  /// Reads the folder as a study.
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

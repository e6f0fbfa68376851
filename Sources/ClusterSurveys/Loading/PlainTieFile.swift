internal import Foundation
internal import KnowledgeNetworks

/// How files are read, as far as it is without effect on what is read.
struct ReadingWork: Sendable {
  let workers: Workers
  /// Whether it is told what became of the rows; without, digests are empty and doubts are kept back.
  var isAccounted = true
  /// About how many bytes of a plain file of ties a worker reads at a time; `nil` shares the work evenly.
  var chunkSize: Int?
  /// Whether plain files of ties are read fast.
  var isFast = true
}

/// A plain file of ties, read fast.
struct PlainTieFile {
  let scan: TieScan
  let digest: String

  /// Reads a file; `nil` if it is none of the kind or must be read with care.
  ///
  /// - Throws: `SurveyError` if the task was cancelled.
  init?(_ url: URL, as role: FileRole?, options: ReadingOptions, work: ReadingWork) throws(SurveyError) {
    guard work.isFast, let file = try? MappedFile(url),
      let layout = TieLayout(file.bytes, file: url.relativePath, role: role, options: options)
    else { return nil }
    // The digest takes one processor while the others read.
    let parts = Workers(threads: min(2, work.workers.threads)).map(2) { part -> (scan: TieScan?, digest: String) in
      if part == 0 { return (nil, work.isAccounted ? sha256(file.bytes) : "") }
      return (TieScan(file, layout, chunkSize: work.chunkSize, workers: work.workers), "")
    }
    guard let parts, !Task.isCancelled else { throw SurveyError.cancelled }
    guard let scan = parts[1].scan else { return nil }
    self.scan = scan
    digest = parts[0].digest
  }
}

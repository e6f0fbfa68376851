import DataFiles
import Foundation
import KnowledgeNetworks

@testable import ClusterSurveys

/// All that reading gives, or the error it ends with.
struct StudyReading: Equatable {
  var actors: [NetworkActor] = []
  var fileOrder: [Int] = []
  var claims: ClaimList = []
  var responses: [Response] = []
  var ties = TieList()
  var accounts: [FileAccount] = []
  var remarks: [Remark] = []
  var nameReview = NameReview()
  var error: BuzzlineError?

  init(_ paths: [URL], _ options: ReadingOptions, _ work: ReadingWork) {
    do {
      let survey = try Survey(contentsOf: paths, options: options, work: work)
      (actors, fileOrder, ties) = (survey.actors, survey.fileOrder, survey.ties)
      (claims, responses) = (survey.claims, survey.responses)
      (accounts, remarks, nameReview) = (survey.accounts, survey.remarks, survey.nameReview)
    } catch { self.error = error }
  }

  /// The same study read with care, and fast on several numbers of threads and in stretches of several sizes.
  static func ofBothReaders(
    _ paths: [URL], _ options: ReadingOptions, seed: UInt64
  ) -> (careful: StudyReading, fast: [StudyReading]) {
    let sizes = [(1, 1 + Int(seed % 90)), (2, 1 + Int(seed % 31)), (8, 7), (2, nil)]
    return (
      StudyReading(paths, options, ReadingWork(workers: .all, isFast: false)),
      sizes.map { threads, chunkSize in
        StudyReading(paths, options, ReadingWork(workers: Workers(threads: threads), chunkSize: chunkSize))
      }
    )
  }

  /// Whether a file is plain enough to be read fast.
  static func isPlain(_ file: URL, as role: FileRole, _ options: ReadingOptions) throws -> Bool {
    let work = ReadingWork(workers: .all)
    let plain = try PlainFile(
      MappedFile(file), named: file.relativePath, as: role, among: nil, options: options, work: work)
    return plain?.role == role
  }
}

internal import DataFiles
internal import KnowledgeNetworks

/// How files are read, as far as it is without effect on what is read.
struct ReadingWork: Sendable {
  let workers: Workers
  /// Whether it is told what became of the rows; without, digests are empty and doubts are kept back.
  var isAccounted = true
  /// About how many bytes of a plain file a worker reads at a time; by default what is fastest.
  var chunkSize: Int?
  /// Whether plain files are read fast.
  var isFast = true
}

/// A plain file, read fast.
enum PlainFile: Sendable {
  case actors(ActorScan)
  case ties(TieScan)

  /// Reads a file; `nil` if it is of another sort or must be read with care.
  ///
  /// - Parameter actors: The actor file, if it was read fast before.
  /// - Throws: `BuzzlineError` if the task was cancelled.
  init?(
    _ file: MappedFile, named name: String, as role: FileRole?, among actors: ActorScan?, options: ReadingOptions,
    work: ReadingWork
  ) throws(BuzzlineError) {
    guard
      let heading = PlainHeading(file.bytes, file: name, delimiter: options.delimiter, encoding: options.encoding),
      // The careful reader refuses matrices.
      !MatrixLook.mayBe(heading.table.headings, firstCell: heading.firstCell)
    else { return nil }
    if let layout = TieLayout(heading, role: role, options: options) {
      let scan = try TieScan(file, layout, among: actors, chunkSize: work.chunkSize, workers: work.workers)
      guard let scan else { return nil }
      self = .ties(scan)
    } else if let layout = ActorLayout(heading, role: role, options: options) {
      let scan = try ActorScan(file, layout, chunkSize: work.chunkSize, workers: work.workers)
      guard let scan else { return nil }
      self = .actors(scan)
    } else {
      return nil
    }
  }

  /// The heading and nothing below it.
  var heading: CSVTable {
    switch self {
    case .actors(let scan): scan.heading.table
    case .ties(let scan): scan.layout.heading.table
    }
  }

  var role: FileRole {
    switch self {
    case .actors: .actors
    case .ties: .ties
    }
  }

  /// The rows below the heading.
  var rowCount: Int {
    switch self {
    case .actors(let scan): scan.actors.count
    case .ties(let scan): scan.rowCount
    }
  }
}

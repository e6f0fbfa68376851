internal import DataFiles
public import Foundation
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Reads a network from a file of ties.
  ///
  /// The same network as `Survey(contentsOf:).reconciled().network` makes of these files, without the account of rows
  /// and remarks: the roster ascends by identifier, rows that tie an actor to itself or weigh 0 are left out, and
  /// repeated ties add up. A file whose columns name only the two ends is mapped and read on several threads, without
  /// text for each cell; any other is read with care.
  ///
  /// Properties:
  /// - The number of workers is without effect on the network.
  /// - The order of the rows is without effect on the network.
  ///
  /// - Parameters:
  ///   - ties: The file of ties.
  ///   - actors: The actor file; without one, actors are whoever is named.
  ///   - options: Headings, formats and meanings that are not the canonical ones.
  ///   - workers: Who reads.
  /// - Throws: `BuzzlineError` with file, line and column if something is missing, broken or contradicts itself.
  /// - Complexity: O(size of the files) time and space, and O(*n* log *n*) for *n* actors.
  public init(
    contentsOfTies ties: URL, actors: URL? = nil, options: ReadingOptions = ReadingOptions(), workers: Workers = .all
  ) throws(BuzzlineError) {
    var options = options
    options.actorsFile = actors ?? options.actorsFile
    let survey = try Survey(
      contentsOf: [ties], options: options, work: ReadingWork(workers: workers, isAccounted: false))
    do { self = try survey.reconciled(workers: workers).network } catch {
      throw BuzzlineError(error.code == .cancelled ? .cancelled : .malformed, at: error.place, error.message)
    }
  }
}

public import ClusterSurveys
internal import DataFiles
public import Foundation
internal import GraphFiles
public import KnowledgeNetworks

extension Survey {
  /// Reads a study from any files an analyst holds: what `Survey(contentsOf:)` reads, and network files.
  ///
  /// Network files are GraphML, GEXF, GML, Pajek, UCINET DL, VNA and node-link JSON, told by the ending of their names.
  /// Their nodes are actors, with the attributes of an actor file; the ties are given and need no reconciling. Ties have
  /// no direction if no network file gives them one.
  ///
  /// - Parameters:
  ///   - paths: Folders and files.
  ///   - options: Headings, formats and meanings that are not the canonical ones.
  ///   - workers: Who reads large files of ties; without effect on the result.
  /// - Throws: ``BuzzlineError`` with file, line and column if something is missing, broken or contradicts itself.
  /// - Complexity: O(size of the files) time and space.
  public init(
    opening paths: [URL], options: ReadingOptions = ReadingOptions(), workers: Workers = .all
  ) throws(BuzzlineError) {
    var (others, networks): ([URL], [NetworkTables]) = ([], [])
    for path in paths {
      guard let format = GraphFormat(ofFileNamed: path.lastPathComponent) else {
        others.append(path)
        continue
      }
      let document = try GraphDocument(contentsOf: path, format: format)
      let tables = document.tables(file: path.relativePath)
      networks.append(
        NetworkTables(
          path, nodes: tables.nodes, ties: tables.ties, isDirected: document.isDirected, remarks: document.remarks))
    }
    try self.init(contentsOf: others, networks: networks, options: options, workers: workers)
  }
}

extension GraphFormat {
  /// The format that the ending of a file's name tells.
  fileprivate init?(ofFileNamed name: String) {
    guard let format = GraphFormat.recognise([], fileName: name) else { return nil }
    self = format
  }
}

public import ClusterSurveys
internal import DataFiles
public import Foundation
internal import GraphFiles
public import KnowledgeNetworks

extension Survey {
  /// Reads a study from any files an analyst holds: what `Survey(contentsOf:)` reads, and network files.
  ///
  /// Network files are GraphML, GEXF, GML, Pajek, UCINET DL, VNA and node-link JSON, told by the ending of their names,
  /// and workbooks (`.xlsx`, `.ods`) with a sheet `actors` and a sheet `ties`.
  /// Packed networks (`.bz`) are read alone, as they were packed.
  /// The nodes of others are actors, with the attributes of an actor file; the ties are given and need no reconciling. Ties have
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
    if let packed = paths.first(where: { PackedNetwork.isNamed($0) && !$0.isFolder }) {
      guard paths.count == 1, options.actorsFile == nil else {
        throw BuzzlineError(
          .invalidOptions, at: Place(file: packed.relativePath),
          "A packed network holds its actors and ties and is read alone, without other files.")
      }
      try self.init(packed: packed, options: options, workers: workers)
      return
    }
    var (others, networks): ([URL], [NetworkTables]) = ([], [])
    for path in paths {
      if let network = try NetworkTables(workbook: path) {
        networks.append(network)
        continue
      }
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

extension Survey {
  /// Whether it is a packed network, which does not keep claims or the rule by which they became ties.
  public var isPacked: Bool { accounts.contains { $0.role == "network" } }

  /// Reads a packed network.
  fileprivate init(packed url: URL, options: ReadingOptions, workers: Workers) throws(BuzzlineError) {
    let packed = try PackedNetwork(contentsOf: url, workers: workers)
    let (network, count) = (packed.network, packed.network.tieCount)
    var others = options
    (others.isDirected, others.weightMeaning) = (true, .none)
    guard options.isDirected || !network.isDirected, others == ReadingOptions(),
      options.weightMeaning == .none || options.weightMeaning == network.weightMeaning
    else {
      throw BuzzlineError(
        .invalidOptions, at: Place(file: url.relativePath),
        "A packed network was read when it was packed: options that say how files are read, what weights mean or that ties "
          + "have no direction belong to 'buzzline pack'.")
    }
    self.init(
      of: network, fileOrder: packed.fileOrder,
      account: FileAccount(
        file: url.relativePath, role: "network", rowsRead: count, rowsUsed: count, rowsSetAside: [:],
        digest: packed.digest))
  }
}

extension URL {
  fileprivate var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false }
}

extension GraphFormat {
  /// The format that the ending of a file's name tells.
  fileprivate init?(ofFileNamed name: String) {
    guard let format = GraphFormat.recognise([], fileName: name) else { return nil }
    self = format
  }
}

extension NetworkTables {
  /// The network in a workbook that has a sheet of actors and one of ties; `nil` of any other file.
  ///
  /// Ties have no direction where all of them are `Undirected` under `type`.
  fileprivate init?(workbook url: URL) throws(BuzzlineError) {
    let names = GraphDocument.sheetNames
    guard ["xlsx", "ods"].contains(url.pathExtension.lowercased()),
      FileManager.default.fileExists(atPath: url.path), case let sheets = try Sheet.sheetNames(of: url),
      sheets.contains(names.nodes), sheets.contains(names.ties)
    else { return nil }
    let ties = try Sheet(contentsOf: url, sheet: names.ties)
    let type = (0..<ties.width).first { ties.text(0, $0).lowercased() == "type" }
    let isUndirected =
      type.map { type in
        ties.rowCount > 1 && (1..<ties.rowCount).allSatisfy { ties.text($0, type).lowercased() == "undirected" }
      } ?? false
    self.init(
      url, nodes: try Sheet(contentsOf: url, sheet: names.nodes), ties: ties, isDirected: !isUndirected, remarks: [])
  }
}

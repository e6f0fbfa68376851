internal import DataFiles
public import Foundation
public import KnowledgeNetworks

/// A format of network files.
public enum GraphFormat: String, Hashable, Sendable, CaseIterable {
  /// GraphML, as Gephi, yEd, igraph, NetworkX and Network Canvas write it. The label that yEd draws at a node is its name
  /// where the file has no attribute `name` or `label`.
  case graphml
  /// GEXF 1.1 to 1.3, the format of Gephi.
  case gexf
  /// GML, the Graph Modelling Language.
  case gml
  /// Pajek's networks and projects.
  case pajek
  /// UCINET's data language.
  case dl
  /// NetDraw's format.
  case vna
  /// Graphviz; it is written and not read.
  case dot
  /// Nodes and links as NetworkX and D3 write them.
  case json

  /// The endings by which files of the format are known, the usual one first.
  public var fileExtensions: [String] {
    switch self {
    case .graphml: ["graphml"]
    case .gexf: ["gexf"]
    case .gml: ["gml"]
    case .pajek: ["net", "paj"]
    case .dl: ["dl"]
    case .vna: ["vna"]
    case .dot: ["dot", "gv"]
    case .json: ["json"]
    }
  }

  /// Whether files of the format can be read.
  public var isReadable: Bool { self != .dot }

  /// Finds the format of a file: by the ending of its name, or else by how it begins; `nil` where neither tells.
  ///
  /// - Complexity: O(1): at most the first 4,096 bytes are looked at.
  public static func recognise(_ bytes: some Collection<UInt8>, fileName: String) -> GraphFormat? {
    let ending = fileName.split(separator: "/").last.flatMap { name in
      name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil
    }
    if let ending, let named = allCases.first(where: { $0.fileExtensions.contains(ending) }) { return named }
    let start = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("<") { return start.contains("<graphml") ? .graphml : start.contains("<gexf") ? .gexf : nil }
    if start.hasPrefix("{") { return start.contains("\"nodes\"") ? .json : nil }
    if start.hasPrefix("*node") || start.hasPrefix("*tie") { return .vna }
    if ["*vertices", "*network"].contains(where: start.hasPrefix) { return .pajek }
    if ["digraph", "strict "].contains(where: start.hasPrefix) { return .dot }
    if start.hasPrefix("dl"), start.dropFirst(2).first.map({ !$0.isLetter }) == true { return .dl }
    guard start.hasPrefix("graph") || start.hasPrefix("creator") else { return nil }
    return start.drop { $0.isLetter || $0.isWhitespace }.first == "{" ? .dot : .gml
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: All that the file holds.
  ///   - file: Its name, for messages.
  /// - Throws: `BuzzlineError` with line and column where the file is broken, ties would be lost, or the format is one
  ///   that is only written.
  /// - Complexity: O(size) time and space; a size that the file declares takes no memory before its data are seen.
  public func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument {
    guard let reader else {
      throw BuzzlineError(
        .malformed, at: Place(file: file), "Files of the format '\(rawValue)' are written, but not read.")
    }
    return try reader.read(bytes, file: file)
  }

  /// The bytes of a file that says what a document says, as far as the format can; UTF-8 with LF.
  ///
  /// GraphML, GEXF and JSON keep everything but the modes. GML and Pajek keep all values but spell the names of
  /// attributes in letters, digits and `_`; VNA keeps all values; DL keeps weights and relations of ties alone.
  /// DL and VNA know no ties without direction, so that of each such tie both directions are written.
  ///
  /// - Complexity: O(size) time and space.
  public func write(_ document: GraphDocument) -> [UInt8] { writer.write(document) }

  private var reader: (any GraphFileReader.Type)? { writer as? any GraphFileReader.Type }

  private var writer: any GraphFileWriter.Type {
    switch self {
    case .graphml: GraphML.self
    case .gexf: GEXF.self
    case .gml: GML.self
    case .pajek: Pajek.self
    case .dl: DL.self
    case .vna: VNA.self
    case .dot: DOT.self
    case .json: NodeLinkJSON.self
    }
  }
}

/// A format that can be written.
protocol GraphFileWriter {
  /// The bytes of a file that says what a document says, as far as the format can.
  static func write(_ document: GraphDocument) -> [UInt8]
}

/// A format that can be read.
protocol GraphFileReader: GraphFileWriter {
  /// What the bytes of a file say.
  static func read(_ bytes: [UInt8], file: String) throws(BuzzlineError) -> GraphDocument
}

extension GraphDocument {
  /// Reads a network file.
  ///
  /// Beside a Pajek network `x.net`, a partition `x.clu` and a vector `x.vec` are read where they lie, and become the
  /// attributes `partition` and `vector` of the nodes.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - format: Its format; without, the ending of the name or the beginning of the file tells.
  /// - Throws: `BuzzlineError` if the file cannot be read, its format is not known, or it is broken.
  /// - Complexity: O(size) time and space.
  public init(contentsOf url: URL, format: GraphFormat? = nil) throws(BuzzlineError) {
    let (bytes, file) = (try MappedFile(url).copiedBytes, url.relativePath)
    guard let format = format ?? GraphFormat.recognise(bytes, fileName: file) else {
      throw BuzzlineError(
        .malformed, at: Place(file: file), "Neither the name nor the beginning of the file tells which format it has.")
    }
    var document = try format.read(bytes, file: file)
    guard format == .pajek else { self = document; return }
    for (ending, name) in [("clu", "partition"), ("vec", "vector")] {
      let beside = url.deletingPathExtension().appendingPathExtension(ending)
      guard FileManager.default.fileExists(atPath: beside.path) else { continue }
      document = try Pajek.adding(
        try MappedFile(beside).copiedBytes, file: beside.relativePath, as: name, to: document)
    }
    self = document
  }
}

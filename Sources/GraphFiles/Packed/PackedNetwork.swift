internal import DataFiles
public import Foundation
public import KnowledgeNetworks

/// A network in one file as it lies in memory: identifiers, attributes, and the rows of ties both ways.
///
/// `buzzline pack` writes such files and every command reads them: nothing is parsed, sorted or reconciled again. The file
/// holds a network, so the claims behind its ties, who answered and what was set aside stay in the study. All numbers are
/// little endian. A digest of header and table is verified when the file is opened, those of the sections before
/// anything is taken from them; a damaged or foreign file, or one of another version, is refused. Equal networks give
/// equal bytes.
///
/// Properties: what is packed is read back as the same network; one byte changed anywhere is refused.
public struct PackedNetwork: Sendable {
  /// The network.
  public let network: KnowledgeNetwork
  /// Roster positions in the order in which the study's files named the actors.
  public let fileOrder: [Int]
  /// Of one that was read, a digest of all that its file holds: the SHA-256 of its header, in which those of its sections
  /// stand; else empty.
  public let digest: String

  /// The ending of the names of such files.
  public static let fileExtension = "bz"
  static let kind = SectionFileKind(
    word: "network", version: 1, noun: "a packed network", remedy: "'buzzline pack' makes one of a study")

  /// Takes a network.
  ///
  /// - Parameter fileOrder: All positions of the roster in some order; that of the roster by default.
  public init(_ network: KnowledgeNetwork, fileOrder: [Int]? = nil) {
    (self.network, self.fileOrder, digest) = (network, fileOrder ?? Array(network.actors.indices), "")
    precondition(self.fileOrder.count == network.actorCount, "every actor has one place in the order of the files")
  }

  /// Whether the name of a file says that it holds a packed network.
  public static func isNamed(_ url: URL) -> Bool { url.pathExtension.lowercased() == fileExtension }
}

/// What the sections of a packed file mean together.
private struct PackedDescription: Codable {
  var actors: Int
  var isDirected: Bool
  var weights: WeightMeaning
  /// The columns of actors, in the order of their sections.
  var fields: [String]
}

extension PackedNetwork {
  /// Writes the file, whole or not at all.
  ///
  /// - Returns: A digest of what it holds.
  /// - Throws: `BuzzlineError` with the code `cannotWrite`, or `cancelled`.
  /// - Complexity: O(*n* + *m*) time, O(*n*) space beside the network.
  @discardableResult
  public func write(to url: URL, workers: Workers = .all) throws(BuzzlineError) -> String {
    let actors = PackedActors.sections(of: network.actors)
    let description = PackedDescription(
      actors: network.actorCount, isDirected: network.isDirected, weights: network.weightMeaning,
      fields: actors.fields)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Numbers and words, which JSON can always hold.
    guard let json = try? encoder.encode(description) else { preconditionFailure("a description is plain JSON") }
    var sections = [FileSection("description", Array(json))] + actors.sections + Self.sections(of: network.columns)
    if fileOrder != Array(network.actors.indices) { sections.append(FileSection("order", fileOrder.map(UInt32.init))) }
    return try SectionFile.write(sections, kind: Self.kind, to: url, workers: workers)
  }

  private static func sections(of columns: NetworkColumns) -> [FileSection] {
    var sections = [
      FileSection("out.starts", columns.outgoing.starts), FileSection("out.partners", columns.outgoing.partners),
    ]
    if let rows = columns.incoming {
      sections += [FileSection("in.starts", rows.starts), FileSection("in.partners", rows.partners)]
    }
    if let weights = columns.pairWeights, let pairs = columns.incomingPairs {
      sections += [FileSection("pairs.weights", weights), FileSection("in.pairs", pairs)]
    }
    guard let layers = columns.layers else { return sections }
    sections += [FileSection("ties.starts", layers.starts), FileSection("ties.weights", layers.weights)]
    for (name, column) in [("topics", layers.topics), ("channels", layers.channels), ("waves", layers.waves)] {
      sections += PackedWords(words: column.words, codes: column.codes).sections(name)
    }
    return sections
  }

  /// Reads a file.
  ///
  /// - Throws: `BuzzlineError`: `noInput`; `unknownFormat` of a foreign file or another version; `malformed` of a damaged
  ///   one; `outOfMemory`; `cancelled`.
  /// - Complexity: O(*n* + *m*) time and space: columns are verified and copied, not parsed.
  public init(contentsOf url: URL, workers: Workers = .all) throws(BuzzlineError) {
    let file = try SectionFile(url, kind: Self.kind)
    try workers.afford(MemoryNeed("Reading", bytes: 4 * file.size, advice: "a part of the network, packed by itself,"))
    try file.verify(by: workers)
    let json = Data(try file.numbers("description", as: UInt8.self))
    guard let description = try? JSONDecoder().decode(PackedDescription.self, from: json), description.actors >= 0
    else {
      throw file.damage("What describes the network cannot be read")
    }
    let actors = try PackedActors.roster(
      of: description.actors, fields: description.fields, in: file, workers: workers)
    let network = try KnowledgeNetwork(
      actors: actors, columns: try Self.columns(in: file, workers: workers), isDirected: description.isDirected,
      weightMeaning: description.weights, workers: workers)
    guard let network else { throw file.damage("The rows of the network do not fit together") }
    let order = file.has("order") ? try file.numbers("order", as: UInt32.self).map(Int.init) : Array(actors.indices)
    guard order.count == actors.count, Set(order).isSubset(of: actors.indices), Set(order).count == order.count else {
      throw file.damage("The order of the actors does not name each once")
    }
    (self.network, fileOrder, digest) = (network, order, file.digest)
  }

  private static func columns(in file: SectionFile, workers: Workers) throws(BuzzlineError) -> NetworkColumns {
    func rows(_ side: String) throws(BuzzlineError) -> CompressedRows {
      CompressedRows(
        starts: try file.numbers(side + ".starts"), partners: try file.numbers(side + ".partners"))
    }
    return NetworkColumns(
      outgoing: try rows("out"), incoming: file.has("in.starts") ? try rows("in") : nil,
      pairWeights: file.has("pairs.weights") ? try file.numbers("pairs.weights") : nil,
      incomingPairs: file.has("in.pairs") ? try file.numbers("in.pairs") : nil,
      layers: file.has("ties.starts") ? try layers(in: file, workers: workers) : nil)
  }

  private static func layers(in file: SectionFile, workers: Workers) throws(BuzzlineError) -> TieLayers {
    let weights: [Double] = try file.numbers("ties.weights")
    func column(_ name: String) throws(BuzzlineError) -> LayerColumn {
      let packed = try PackedWords(name, rows: weights.count, in: file, workers: workers)
      return LayerColumn(words: packed.words, codes: packed.codes)
    }
    return TieLayers(
      starts: try file.numbers("ties.starts"), weights: weights, topics: try column("topics"),
      channels: try column("channels"), waves: try column("waves"))
  }
}

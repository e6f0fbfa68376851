internal import Buzzline
internal import Foundation

/// Every measure of every network in a folder, in one process: `PeerRunner batch FOLDER ANSWERS [--threads N]`.
///
/// Each network is a folder of its own with `actors.csv` and `ties.csv`, named after what its ties are: a number, whether
/// they have a direction, and what their weights mean, as in `0001-undirected-distance`. Answers are lines of network,
/// measure, actor or type, number.
struct Batch {
  let folder: URL
  let output: URL
  let engine: Engine
  let workers: Workers

  func run() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var lines: [String] = []
    for name in names {
      let network = try Self.network(in: folder.appending(path: name))
      lines += try answers(of: network).map { "\(name),\($0.measure),\($0.key),\(Columns.text($0.number))" }
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: output)
  }

  private static func network(in folder: URL) throws -> KnowledgeNetwork {
    let words = folder.lastPathComponent.split(separator: "-")
    guard words.count == 3, let meaning = WeightMeaning(rawValue: String(words[2])) else { throw UsageError() }
    var options = ReadingOptions()
    options.isDirected = words[1] == "directed"
    options.weightMeaning = meaning
    return try KnowledgeNetwork(
      contentsOfTies: folder.appending(path: "ties.csv"), actors: folder.appending(path: "actors.csv"),
      options: options)
  }
}

/// One number of an answer.
private struct Entry {
  let measure: String
  let key: String
  let number: Double?
}

extension Batch {
  private func answers(of network: KnowledgeNetwork) throws -> [Entry] {
    let scores = try network.scores(of: Self.measures, engine: engine, workers: workers)
    return scores.flatMap { scores in
      network.actors.indices.map { Entry(measure: scores.measure, key: network.actors[$0].id, number: scores[$0]) }
    } + (try whole(network))
  }

  /// Eigenvector, hub and authority scores are not unique in a network of several parts.
  private static let measures = Measure.allCases.filter { ![.eigenvector, .hub, .authority].contains($0) }

  private func whole(_ network: KnowledgeNetwork) throws -> [Entry] {
    let census = try network.triadCensus(workers: workers)
    let dyads = network.dyadCensus()
    let distances = try network.distances(workers: workers)
    return TriadType.allCases.map { Entry(measure: "triads", key: $0.rawValue, number: Double(census[$0])) } + [
      Entry(measure: "dyads", key: "mutual", number: Double(dyads.mutual)),
      Entry(measure: "dyads", key: "asymmetric", number: Double(dyads.asymmetric)),
      Entry(measure: "dyads", key: "null", number: Double(dyads.null)),
      Entry(measure: "density", key: "", number: network.density()),
      Entry(measure: "transitivity", key: "", number: try network.transitivity(ignoringDirection: true).ratio),
      Entry(measure: "mean-distance", key: "", number: distances.meanDistance),
      Entry(measure: "diameter", key: "", number: distances.diameter.map(Double.init)),
    ]
  }
}

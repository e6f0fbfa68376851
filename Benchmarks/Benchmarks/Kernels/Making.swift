internal import Buzzline
internal import Foundation

/// What comes before any measure: making a network, and reading one from files.
func making(_ input: Input) {
  time("generating", by: .parallel, on: input, from: { input.design }) { try SyntheticNetwork($0) }
  time("loading", by: .parallel, on: input, from: { try StoredNetwork(of: input) }) {
    try $0.network()
  } judge: { network, _ in
    network.pairCount == input.ties
  }
}

/// A network as files in a folder for this process alone.
private struct StoredNetwork {
  private let folder: URL

  init(of input: Input) throws {
    let process = ProcessInfo.processInfo.processIdentifier
    folder = FileManager.default.temporaryDirectory.appending(path: "kernels-\(process)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let network = try SyntheticNetwork(input.design)
    for file in [network.actorsFile, network.tiesFile] {
      try Data(file.contents() ?? []).write(to: folder.appending(path: file.name))
    }
  }

  func network() throws -> KnowledgeNetwork {
    try KnowledgeNetwork(
      contentsOfTies: folder.appending(path: "ties.csv"), actors: folder.appending(path: "actors.csv"))
  }
}

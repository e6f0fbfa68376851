import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Knoke's money ties in files, with made-up kinds, clusters and costs, and commands run on them.
struct KnokeFiles {
  private let folder: ScratchFolder

  /// - Parameter seed: Shuffles the rows; 0 leaves them.
  init(shuffledBy seed: UInt64 = 0, hasActors: Bool = true) throws {
    folder = try ScratchFolder()
    let network = try KnokeOrganisations.money
    let ties = network.pairs.map { "\(network.actors[$0.source].id),\(network.actors[$0.target].id)" }
    let actors = KnokeOrganisations.names.enumerated().map { place, name in
      "\(name),Name of \(name),\(["sme", "large_firm"][place % 2]),\(["north", "south"][place / 5]),\(place + 1)"
    }
    try folder.write("ties.csv", shuffled((["source,target"] + ties).joined(separator: "\n"), by: seed))
    guard hasActors else { return }
    try folder.write(
      "actors.csv", shuffled((["id,name,kind,cluster,price"] + actors).joined(separator: "\n"), by: seed))
  }

  /// The network a command makes of them.
  func network() throws -> KnowledgeNetwork {
    try Survey(contentsOf: [folder.url]).reconciled(by: .either).network
  }

  func run(_ command: String, _ options: [String]) throws -> CommandRun {
    try CommandRun([command, folder.url.path] + options)
  }

  /// What a command prints as JSON, read back.
  func finding<Found: Decodable>(_ command: String, _ options: [String]) throws -> Found {
    try run(command, options + ["--format", "json"]).finding()
  }
}

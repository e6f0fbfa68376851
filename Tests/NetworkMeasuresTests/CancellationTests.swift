import KnowledgeNetworks
import NetworkMeasures
import TestNetworks
import Testing

@Suite struct CancellationTests {
  typealias Measuring = @Sendable (KnowledgeNetwork) throws -> Void

  private static let longOnes: [(name: String, measure: Measuring)] = [
    ("structural holes", { _ = try $0.structuralHoles(model: .egoNetwork) }),
    ("E–I tests", { _ = try $0.externalInternalTests(by: KnokeOrganisations.groups) }),
    ("transitivity", { _ = try $0.transitivity() }),
    ("clustering", { _ = try $0.localClustering() }),
    ("triads", { _ = try $0.triadCensus() }),
    ("distances", { _ = try $0.distances() }),
    ("reach", { _ = try $0.externalReach(of: "home") }),
    ("all reach", { _ = try $0.externalReach() }),
  ]

  @Test(arguments: longOnes.indices)
  func cancelledTasksEndWithTheirCode(which: Int) async throws {
    let plain = try KnokeOrganisations.information
    let network = try KnowledgeNetwork(
      actors: plain.actors.map { NetworkActor(id: $0.id, cluster: "home") }, ties: plain.ties)
    let measure = Self.longOnes[which].measure
    let code = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      do {
        try measure(network)
        return BuzzlineError.Code?.none
      } catch {
        return (error as? BuzzlineError)?.code
      }
    }.value
    #expect(code == .cancelled, "\(Self.longOnes[which].name)")
    try measure(network)
  }
}

import KnowledgeNetworks
import SyntheticClusters
import Testing

/// Designs that cannot be carried out are refused with a sentence.
@Suite struct ClusterDesignTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let design: ClusterDesign
    let says: String

    init(
      _ description: String, _ actors: Int, _ ties: Int, _ clusters: Int, says: String,
      _ change: (inout ClusterDesign) -> Void = { _ in }
    ) {
      testDescription = description
      var design = ClusterDesign(actors: actors, ties: ties, clusters: clusters)
      change(&design)
      self.design = design
      self.says = says
    }
  }

  static let cases: [Case] = [
    Case("no actors", 0, 0, 1, says: "A network needs at least 1 actor; here are 0."),
    Case("no clusters", 5, 0, 0, says: "There must be at least 1 cluster; here are 0."),
    Case("negative ties", 5, -1, 1, says: "The number of ties is -1; it must not be negative."),
    Case("more clusters than actors", 5, 4, 6, says: "more clusters than actors: 6 and 5"),
    Case("more ties than pairs", 5, 21, 1, says: "5 actors make 20 ordered pairs, fewer than the 21 ties asked for."),
    Case("too many actors", 1 << 33, 1, 1, says: "A network holds at most 4294967295 actors"),
    Case("more ties than the design has room for", 100, 9_000, 10, says: "The design has room for"),
    Case("kinds that do not add up", 10, 10, 1, says: "they must add up to 1.") { $0.kinds.sme = 0.5 },
    Case("a negative kind", 10, 10, 1, says: "The share of the kind 'sme' is -0.1") { $0.kinds.sme = -0.1 },
    Case("a share above 1", 10, 10, 1, says: "The share of pipelines is 1.5") { $0.pipelineShare = 1.5 },
    Case("a share that is no number", 10, 10, 1, says: "The share of closed triads is nan") { $0.closure = .nan },
    Case("more planted than there are", 10, 10, 1, says: "more than 1.") {
      $0.gatekeeperShare = 0.6
      $0.isolateShare = 0.6
    },
    Case("negative unevenness", 10, 10, 1, says: "The unevenness of the clusters is -1.0") { $0.unevenness = -1 },
  ]

  @Test(arguments: cases) func isRefused(_ bad: Case) throws {
    let error = try #require(throws: BuzzlineError.self) { try SyntheticNetwork(bad.design) }
    #expect(error.code == .invalidDesign)
    #expect(error.message.contains(bad.says), "\(error.message)")
    #expect(throws: error) { try bad.design.check() }
  }
}

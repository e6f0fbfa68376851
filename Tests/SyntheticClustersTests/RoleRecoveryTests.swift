import ClusterSurveys
import DiffusionRoles
import KnowledgeNetworks
import SyntheticClusters
import Testing

/// Planted roles are found again, and less so the more actors do not answer.
///
/// The numbers stand in the documentation of `SyntheticClusters`.
@Suite struct RoleRecoveryTests {
  /// How much of what was found was planted, and how much of what was planted was found.
  struct Recovery {
    var precision = 0.0
    var recall = 0.0

    static func mean(_ pairs: [(found: [Int], planted: [Int])]) -> Recovery {
      var mean = Recovery()
      for (found, planted) in pairs {
        let both = Double(Set(found).intersection(planted).count)
        mean.precision += both / Double(found.count) / Double(pairs.count)
        mean.recall += both / Double(planted.count) / Double(pairs.count)
      }
      return mean
    }
  }

  /// What is found on average over five surveys of 600 actors with the usual errors of memory.
  struct Finding {
    let gatekeepers: Recovery
    let externalStars: Recovery
    let bringers: Recovery

    init(nonResponse: Double) throws {
      let seen = try (1...5 as ClosedRange<UInt64>).map { seed in
        let made = try SyntheticNetwork(ClusterDesign(actors: 600, ties: 6_000, clusters: 6, seed: seed))
        var design = SurveyDesign(seed: seed)
        design.nonResponse = NonResponse(all: nonResponse)
        return (made, try SyntheticSurvey(of: made, design: design).survey().reconciled(by: .either).network)
      }
      let positions = try seen.map { made, network in (made, try network.cognitivePositions()) }
      gatekeepers = .mean(
        positions.map { made, positions in
          (positions.actors(in: .technologicalGatekeeper), made.actors(in: .gatekeeper))
        })
      externalStars = .mean(
        positions.map { made, positions in
          ((0..<made.actorCount).filter { positions[$0]?.isExternalStar == true }, made.actors(in: .externalStar))
        })
      bringers = .mean(
        seen.map { made, network in
          (network.gatekeepers().bringers, made.actors(in: .gatekeeper) + made.actors(in: .externalStar))
        })
    }
  }

  /// In percent: precision and recall of gatekeepers, of external stars, and of all carriers by who brings in.
  static let expected: [Double: [Double]] = [
    0: [100, 87, 89, 100, 100, 96],
    0.2: [100, 88, 90, 100, 100, 95],
    0.4: [100, 87, 89, 99, 100, 88],
    0.6: [100, 66, 75, 98, 100, 77],
  ]

  @Test(arguments: expected.keys.sorted()) func rolesAreFoundAsDocumented(_ nonResponse: Double) throws {
    let finding = try Finding(nonResponse: nonResponse)
    let found = [finding.gatekeepers, finding.externalStars, finding.bringers].flatMap { [$0.precision, $0.recall] }
    #expect(found.map { (100 * $0).rounded() } == Self.expected[nonResponse])
  }
}

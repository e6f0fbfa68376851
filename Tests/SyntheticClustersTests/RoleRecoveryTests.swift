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
      let seen = try (1...5).map { seed in
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

  @Test func rolesAreFoundAndFallWithNonResponse() throws {
    let findings = try [0, 0.2, 0.4, 0.6].map(Finding.init)
    for (f, s) in zip(findings, [0, 20, 40, 60]) {
      print(
        "TABLE", s,
        [f.gatekeepers, f.externalStars, f.bringers].map {
          "\(($0.precision*100).rounded()) \(($0.recall*100).rounded())"
        })
    }
    let (all, few) = (findings[0], findings[3])
    #expect(all.gatekeepers.precision > 0.95 && all.gatekeepers.recall > 0.8)
    #expect(all.externalStars.precision > 0.8 && all.externalStars.recall > 0.95)
    #expect(all.bringers.precision == 1)
    for (earlier, later) in zip(findings, findings.dropFirst()) {
      #expect(later.gatekeepers.recall < earlier.gatekeepers.recall + 0.03)
      #expect(later.externalStars.precision < earlier.externalStars.precision + 0.03)
    }
    #expect(few.gatekeepers.recall < all.gatekeepers.recall - 0.1)
    #expect(few.externalStars.precision < all.externalStars.precision - 0.05)
    #expect(few.gatekeepers.recall > 0.4)
  }
}

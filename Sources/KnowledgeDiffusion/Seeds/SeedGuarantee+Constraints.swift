internal import Foundation

extension SeedGuarantee {
  private static let bestGreedy = 1 - exp(-1.0)

  /// What a greedy choice on common worlds is certain to reach.
  ///
  /// - Parameters:
  ///   - wasTurnedDown: Whether the constraints ever kept the highest gain from being chosen.
  ///   - ranOut: Whether the number of actors, not the budget, ended a choice under a budget.
  static func greedy(under limits: SeedLimits, wasTurnedDown: Bool, ranOut: Bool) -> SeedGuarantee {
    let constraints = limits.constraints
    let hasCaps = !constraints.atMost.isEmpty
    let hasFloors = constraints.atLeastOfEachCluster > 0
    if constraints.costs != nil {
      guard !hasCaps, !hasFloors, !ranOut else { return nothing("a budget together with other limits") }
      return proved(
        bestGreedy / 2, "(1 − 1/e)/2", "under the budget",
        "gain by cost or the best single actor, whichever reaches more: Khuller, Moss and Naor (1999)")
    }
    guard wasTurnedDown else {
      return proved(
        bestGreedy, "1 − 1/e", "of so many actors" + (hasCaps || hasFloors ? "; the limits turned nobody down" : ""),
        "Nemhauser, Wolsey and Fisher (1978)")
    }
    guard hasCaps != hasFloors else { return nothing("limits by kind together with a floor for every cluster") }
    return proved(
      0.5, "1/2", hasCaps ? "under the limits by kind" : "under the floor for every cluster",
      "the sets allowed are those of a matroid: Fisher, Nemhauser and Wolsey (1978)")
  }

  /// What a choice by reverse samples is certain to reach.
  static func reverseSamples(
    epsilon: Double, delta: Double, under limits: SeedLimits
  ) -> SeedGuarantee {
    let constraints = limits.constraints
    guard constraints.atMost.isEmpty, constraints.atLeastOfEachCluster == 0, constraints.costs == nil,
      constraints.mustInclude.isEmpty
    else {
      return SeedGuarantee(
        share: nil,
        sentence: "No share of the best choice is proved: the number of samples is worked out for a choice that only "
          + "its number limits. The expected reach is estimated on new samples and does not depend on this.")
    }
    return SeedGuarantee(
      share: bestGreedy - epsilon,
      sentence: "With probability \(1 - delta) at least 1 − 1/e − \(epsilon) of what the best choice of so many actors "
        + "reaches (Tang, Shi and Xiao 2015, as corrected by Chen 2018).")
  }

  private static func proved(_ share: Double, _ factor: String, _ among: String, _ proof: String) -> SeedGuarantee {
    SeedGuarantee(
      share: share,
      sentence: "On these worlds at least \(factor) of what the best choice \(among) reaches (\(proof)); "
        + "in truth as near as the standard error tells.")
  }

  private static func nothing(_ what: String) -> SeedGuarantee {
    SeedGuarantee(share: nil, sentence: "No share of the best choice is proved for \(what).")
  }
}

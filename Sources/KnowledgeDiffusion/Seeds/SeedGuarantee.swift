internal import Foundation

/// How near to the best choice a choice is certain to be.
public struct SeedGuarantee: Hashable, Codable, Sendable {
  /// The share of the best choice's expected reach that is certain; `nil` where nothing is proved.
  public let share: Double?
  /// The same with its conditions and its source, in a sentence or two.
  public let sentence: String

  private static let bestGreedy = 1 - exp(-1.0)

  /// What a greedy choice on common live-edge graphs is certain to reach, among the sets that the constraints allow.
  ///
  /// The shares are proved for the reach gained beyond the actors that had to be chosen, and so hold for the whole reach
  /// among the sets that contain them.
  static func greedy(under limits: SeedLimits, wasTurnedDown: Bool, ranOut: Bool) -> SeedGuarantee {
    let constraints = limits.constraints
    let hasCaps = !constraints.atMost.isEmpty
    let hasFloors = constraints.atLeastOfEachCluster > 0
    if constraints.costs != nil {
      guard !hasCaps, !hasFloors, !ranOut else { return nothing("a budget together with other limits") }
      return proved(
        bestGreedy / 2, "(1 − 1/e)/2", constraints,
        "gain by cost or the best single actor, whichever reaches more: Khuller, Moss and Naor 1999")
    }
    guard wasTurnedDown else {
      return proved(bestGreedy, "1 − 1/e", constraints, "Nemhauser, Wolsey and Fisher 1978")
    }
    guard hasCaps != hasFloors else { return nothing("limits by kind together with a least number in every cluster") }
    return proved(0.5, "1/2", constraints, "the sets allowed are those of a matroid: Fisher, Nemhauser and Wolsey 1978")
  }

  static func reverseSamples(epsilon: Double, delta: Double, under limits: SeedLimits) -> SeedGuarantee {
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
      sentence: "With probability \(1 - delta) at least 1 − 1/e − \(epsilon) of what the best of "
        + "\(allowed(by: constraints)) reaches (Tang, Shi and Xiao 2015, as corrected by Chen 2018).")
  }

  private static func allowed(by constraints: SeedConstraints) -> String {
    let given = constraints.mustInclude.isEmpty ? nil : "that contain the actors that had to be chosen"
    let ruledOut = constraints.mustExclude.isEmpty ? nil : "without the actors ruled out"
    let caps = constraints.atMost.isEmpty ? nil : "within the limits by kind"
    let floors =
      constraints.atLeastOfEachCluster > 0
      ? "with at least \(constraints.atLeastOfEachCluster) in every cluster that has members" : nil
    let budget = constraints.costs == nil ? nil : "within the budget"
    let conditions = [given, ruledOut, caps, floors, budget].compactMap(\.self)
    let sets = constraints.costs == nil ? "all sets of as many actors" : "all sets"
    return ([sets] + conditions).joined(separator: " ")
  }

  private static func proved(
    _ share: Double, _ factor: String, _ constraints: SeedConstraints, _ proof: String
  ) -> SeedGuarantee {
    SeedGuarantee(
      share: share,
      sentence: "On the live-edge graphs it was made on, the choice reaches at least \(factor) of what the best of "
        + "\(allowed(by: constraints)) reaches there (\(proof)).")
  }

  private static func nothing(_ what: String) -> SeedGuarantee {
    SeedGuarantee(share: nil, sentence: "No share of the best choice is proved for \(what).")
  }
}

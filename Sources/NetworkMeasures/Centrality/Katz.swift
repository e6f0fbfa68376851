internal import Foundation
public import KnowledgeNetworks

extension Measure {
  /// Received along ties of any length, longer ones counting less.
  public static let katz = katz(attenuation: nil)

  /// The same with another attenuation.
  public static func katz(attenuation: Double?) -> Measure {
    Measure(
      name: "katz", summary: "Katz status: walks of any length that end at it, each step counting less",
      settings: attenuation.map { "\($0)" } ?? "", weights: .strength
    ) { analysis throws(BuzzlineError) in try analysis.network.katzScores(attenuation: attenuation) }
  }
}

extension KnowledgeNetwork {
  /// How many walks end at each actor, a walk of *k* ties counting *a*^*k*: the status of Katz.
  ///
  /// Katz (1953), [doi:10.1007/BF02289026](https://doi.org/10.1007/BF02289026): Σ over *k* ≥ 1 of *a*^*k* times the number
  /// of walks of *k* ties that end at the actor. It is finite only for *a* below one over the spectral radius. Weights
  /// count if declared to be strengths: a walk counts the product of its ties. Who
  /// receives nothing has 0, and so has an isolate. Unobserved pairs count as absent. Programs that start from 1 for every
  /// actor print 1 more.
  ///
  /// - Parameters:
  ///   - attenuation: *a*, above 0; by default half of what the network allows, or a half where no walk comes back.
  ///   - workers: Who hears how far the work is.
  /// - Returns: 0 or more, in no unit.
  /// - Throws: ``BuzzlineError``: `.invalidInput` for an attenuation that is not above 0, or too large for the sum to be
  ///   finite; `.cancelled`.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* steps, O(*n* + *m*) space.
  ///
  /// Properties: in a chain the scores are sums of powers; without ties all are 0; a tie more lowers no score; they solve
  /// *x* = *a* *Aᵀ* (*x* + 1).
  public func katz(attenuation: Double? = nil, workers: Workers = .all) throws(BuzzlineError) -> ActorScores {
    try score(.katz(attenuation: attenuation), .parallel, workers)
  }

  fileprivate func katzScores(attenuation: Double?) throws(BuzzlineError) -> Scored {
    if let attenuation, !(attenuation > 0 && attenuation.isFinite) {
      throw BuzzlineError(.invalidInput, "An attenuation is above 0; here it is \(attenuation).")
    }
    let rows = GiverRows(receivingIn: self)
    guard let radius = try LeadingEigenvector(of: rows).radius() else {
      return .undefined(actorCount, "The spectral radius did not settle, so katz is not defined.")
    }
    let factor = attenuation ?? (radius > 0 ? 0.5 / radius : 0.5)
    guard factor * radius < 1 else {
      throw BuzzlineError(
        .invalidInput, "With an attenuation of \(factor) the sum has no end; it must be below \(1 / radius) here.")
    }
    // x(j) = a Σ w(i, j) (1 + x(i)).
    let received = rows.totals
    var scores = [Double](repeating: 0, count: actorCount)
    let isSettled = try rows.settle(&scores, of: actors.indices, within: 1e-14) { actor, scores in
      factor * (received[actor] + rows.received(by: actor, scores))
    }
    guard isSettled else {
      return .undefined(actorCount, "The sum did not settle, so katz is not defined.")
    }
    guard attenuation == nil else { return Scored(scores) }
    // As a sentence shows it, with four digits; the number used has all of them.
    let scale = factor > 0 ? pow(10, 3 - log10(factor).rounded(.down)) : 1
    let shown = "about \((factor * scale).rounded() / scale)"
    return Scored(scores, ["The attenuation of Katz status is \(shown), half of what the network allows."])
  }
}

internal import KnowledgeDiffusion
internal import KnowledgeNetworks

/// How many have heard after each step, and how many of them would without pipelines.
public struct SpreadCurve: Codable, Hashable, Sendable {
  /// The kind of the actors counted; `nil` for everyone.
  public let kind: String?
  /// How many they are.
  public let actors: Int
  /// How many have heard after each step, from step 0, on average.
  public let heard: [Double]
  /// The standard errors of these; empty of a single run.
  public let errors: [Double]
  /// How many would have heard without pipelines, after the same steps and on the same graphs.
  public let withoutPipelines: [Double]

  private init(_ all: (curve: [Double], errors: [Double]), _ without: [Double], kind: String?, actors: Int, steps: Int)
  {
    (self.kind, self.actors) = (kind, actors)
    (heard, withoutPipelines) = (all.curve.held(for: steps), without.held(for: steps))
    errors = all.errors.isEmpty ? [] : all.errors.held(for: steps)
  }

  static func curves(
    of model: some LiveTieModel, on network: KnowledgeNetwork, from seeds: [Int], options: SpreadOptions,
    workers: Workers
  ) throws(BuzzlineError) -> [SpreadCurve] {
    let all = try model.spread(on: network, from: seeds, options: options, workers: workers)
    let without = try model.spreadWithoutPipelines(on: network, from: seeds, options: options, workers: workers)
    let steps = max(all.curve.count, without.curve.count)
    let everyone = SpreadCurve(
      (all.curve, all.curveErrors), without.curve, kind: nil, actors: network.actorCount, steps: steps)
    return [everyone]
      + zip(all.kinds, without.kinds).map { kind, without in
        SpreadCurve(
          (kind.curve, kind.curveErrors), without.curve, kind: kind.group, actors: kind.actors, steps: steps)
      }
  }
}

extension [Double] {
  /// So many numbers, the last one held; zeros where there is none.
  fileprivate func held(for count: Int) -> [Double] {
    self + repeatElement(last ?? 0, count: Swift.max(0, count - self.count))
  }
}

internal import Buzzline

/// What `buzzline what-if` can be asked.
enum WhatIfQuestion {
  case newTies(Int, isPipeline: Bool)
  case leaving(String)
  case strongestLeaving(Int)
  case eachPart
}

/// On what and by what questions are answered.
struct WhatIfAnswers {
  let network: KnowledgeNetwork
  let model: any LiveTieModel
  let objective: ReachObjective
  let options: SpreadOptions
  let workers: Workers
  /// The model's numbers.
  let settings: [String: JSONValue]

  private var asked: SpreadQuestion {
    SpreadQuestion(
      model: model.name, settings: settings, from: objective.starters(on: network), runs: options.runs,
      seed: options.seed)
  }

  func newTies(_ count: Int, among candidates: TieCandidates, isPipeline: Bool) throws -> NewTieFinding {
    try requireClusters(isPipeline ? 2 : 1)
    let found = try network.newTies(
      count, by: model, among: candidates, for: objective, options: options, workers: workers)
    return NewTieFinding(found, on: network, asked: asked, count: count, among: candidates)
  }

  func leaving(_ leavers: [Int]) throws -> LeavingFinding {
    let loss = try network.loss(
      withoutActors: leavers, by: model, for: objective, options: options, workers: workers)
    return LeavingFinding(loss, on: network, asked: asked)
  }

  func eachPart() throws -> PartLossFinding {
    let losses = try network.losses(
      withoutEachOf: network.parts, by: model, for: objective, options: options, workers: workers)
    return PartLossFinding(losses, on: network, asked: asked)
  }

  /// Refuses to look for ties that cannot be told apart.
  private func requireClusters(_ least: Int) throws {
    let count = Set(network.actors.compactMap(\.cluster)).count
    guard count < least else { return }
    throw BuzzlineError(
      .invalidOptions,
      least > 1
        ? "New pipelines lead from one cluster to another; the actors state \(count == 1 ? "only one" : "none")."
        : "New buzz stays inside a cluster; no actor states one.")
  }
}

extension KnowledgeNetwork {
  /// Those with the most partners both inside and outside their cluster, by the smaller of the two numbers.
  func strongestGatekeepers(_ count: Int) throws -> [Int] {
    let keepers = gatekeepers()
    let known = keepers.gatekeepers.count
    guard count >= 1, count <= known else {
      throw BuzzlineError(
        .invalidOptions,
        "\(count) gatekeepers cannot leave; \(known) of \(actorCount) actors have partners both inside and outside "
          + "their cluster.")
    }
    return keepers.intensity(.minimum).highest(count)
  }
}

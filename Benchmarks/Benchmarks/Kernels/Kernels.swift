internal import Benchmark
internal import Buzzline

/// A network that a name and a seed stand for.
private struct Input {
  let name: String
  let network: KnowledgeNetwork

  /// Three sizes with ten ties an actor, each about three times the one before: enough to see how a kernel grows.
  static func sizes() throws -> [Input] {
    try [(2_000, 20_000, 20), (6_000, 60_000, 60), (20_000, 200_000, 200)].map { actors, ties, clusters in
      let design = ClusterDesign(actors: actors, ties: ties, clusters: clusters, seed: 1)
      return Input(name: "\(actors)/\(ties)", network: try SyntheticNetwork(design).network())
    }
  }
}

/// Runs some work as a benchmark under its name, the engine's and the input's.
private func time(_ name: String, on input: Input, _ work: @escaping @Sendable () throws -> Void) {
  let configuration = Benchmark.Configuration(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], maxDuration: .seconds(3), maxIterations: 20)
  Benchmark("\(name) \(input.name)", configuration: configuration) { benchmark in
    for _ in benchmark.scaledIterations { try work() }
  }
}

/// Whether two engines agree; what does not agree is not timed.
private func agree(_ one: ActorScores, _ other: ActorScores) -> Bool {
  zip(one, other).allSatisfy { left, right in
    guard let left, let right else { return left == right }
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1e-3)
  }
}

let benchmarks: @Sendable () -> Void = {
  do {
    for input in try Input.sizes() {
      try besideIGraph(input)
      try alone(input)
    }
  } catch {
    preconditionFailure("an input could not be made: \(error)")
  }
}

/// Every kernel igraph has too, each engine on the same network.
private func besideIGraph(_ input: Input) throws {
  let measures: [CentralityMeasure] = [
    .betweenness(), .harmonic(.outgoing), .closeness(.outgoing), .pageRank(), .coreness(), .constraint,
  ]
  for measure in measures {
    let judge = try input.network.centralities([measure], engine: .igraph)[0]
    precondition(
      agree(try input.network.centralities([measure], engine: .parallel)[0], judge), "\(measure.name) disagrees")
    for engine in [Engine.parallel, .igraph] {
      time("\(measure.name) \(engine.rawValue)", on: input) {
        blackHole(try input.network.centralities([measure], engine: engine))
      }
    }
  }
}

/// Kernels igraph does not have, or that are held against it in the tests.
private func alone(_ input: Input) throws {
  time("brokerage", on: input) { blackHole(try input.network.brokerage(by: .cluster)) }
  time("structural holes", on: input) { blackHole(try input.network.structuralHoles(model: .wholeNetwork)) }
  time("triad census", on: input) { blackHole(try input.network.triadCensus()) }
  time("distances", on: input) { blackHole(try input.network.distances()) }
  let options = try SamplingOptions(epsilon: 0.01)
  time("sampled betweenness", on: input) { blackHole(try input.network.sampledBetweenness(options)) }
}

internal import Buzzline

/// Kernels igraph does not have, or that are held against it in the tests.
func alone(_ input: Input) {
  time("brokerage", on: input) { _ = try $0.brokerage(by: .cluster) }
  time("permutation test of brokerage", on: input) { _ = try $0.brokerage(by: .cluster).permutationTest() }
  time("structural holes", on: input) { _ = try $0.structuralHoles(model: .wholeNetwork) }
  time("structural holes of egos", on: input) { _ = try $0.structuralHoles(model: .egoNetwork) }
  time("triad census", on: input) { _ = try $0.triadCensus() }
  time("dyad census", on: input) { _ = $0.dyadCensus() }
  time("local clustering", on: input) { _ = try $0.localClustering() }
  time("distances", on: input) { _ = try $0.distances() }
  time("sampled betweenness", on: input) { _ = try $0.sampledBetweenness(try SamplingOptions(epsilon: 0.01)) }
  time("sampled harmonic", on: input) { _ = try $0.sampledHarmonic(.outgoing, try SamplingOptions(epsilon: 0.05)) }
}

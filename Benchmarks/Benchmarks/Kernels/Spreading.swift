internal import Buzzline

/// How knowledge spreads, and whom to tell first: each tie passes it on with the same chance.
func spreading(_ input: Input) {
  time("reach of every actor", on: input) {
    _ = try cascade().reachOfEveryActor(on: $0, options: try SpreadOptions(runs: 512))
  }
  time("runs from one actor", on: input) {
    _ = try cascade().spread(on: $0, from: [0], options: try SpreadOptions(runs: 1_000))
  }
  time("ten seeds on common graphs", on: input) {
    _ = try $0.seeds(10, by: try cascade(), options: try SeedOptions(.commonGraphs(200)))
  }
  time("ten seeds by reverse samples", on: input) {
    _ = try $0.seeds(10, by: try cascade(), options: try SeedOptions(.reverseSamples(epsilon: 0.3, delta: 0.01)))
  }
}

private func cascade() throws -> IndependentCascade { try IndependentCascade(probability: 0.05) }

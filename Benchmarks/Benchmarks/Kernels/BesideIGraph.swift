internal import Buzzline

/// Every kernel igraph has too, each engine on the same network; igraph's answer is the judge of ours.
func besideIGraph(_ input: Input) {
  let measures: [Measure] = [
    .betweenness, .harmonic(.outgoing), .closeness(.outgoing), .pagerank, .coreness, .constraint,
  ]
  for measure in measures {
    time(measure.name, on: input) { _ = try $0.scores(of: [measure], engine: .parallel) }
    time(measure.name, by: .igraph, on: input, from: { try input.network() }) {
      try $0.scores(of: [measure], engine: .igraph)[0]
    } judge: { answer, network in
      agree(try network.scores(of: [measure], engine: .parallel)[0], answer)
    }
  }
}

/// Whether two engines agree, to 1e-9 of the size of a score.
private func agree(_ one: ActorScores, _ other: ActorScores) -> Bool {
  one.count == other.count
    && zip(one, other).allSatisfy { left, right in
      guard let left, let right else { return left == right }
      return abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1e-6)
    }
}

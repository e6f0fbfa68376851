internal import KnowledgeNetworks
internal import NetworkMeasures

/// Every measure of single actors, by the names the command uses.
struct CentralityChapter: Chapter {
  /// In the order of their columns; sampled ones with the ends of their intervals.
  private let all: [ActorScores]
  private let leftOut: [Measure]
  /// Whether betweenness and harmonic centrality are estimates.
  let isSampled: Bool

  init(of network: KnowledgeNetwork, options: StudyOptions, workers: Workers) throws(MeasureError) {
    isSampled = options.sampling != nil
    leftOut = isSampled ? Measure.allCases.filter { $0.searchesFromAll && !$0.canBeSampled(isNormalized: false) } : []
    let measures = Measure.allCases.filter { [leftOut] in !leftOut.contains($0) }
    all = try network.scores(
      of: measures, engine: options.engine, sampling: options.sampling, workers: workers)
  }

  subscript(measure: Measure) -> ActorScores {
    all.first { $0.measure == measure.rawValue } ?? ActorScores(measure: measure.rawValue, [])
  }

  var actorColumns: [TableColumn<Int>] { all.map { TableColumn($0) } }

  var remarks: [String] {
    all.flatMap(\.remarks)
      + leftOut.compactMap { measure in
        measure.reasonAgainstSampling(isNormalized: false).map { "\(measure.rawValue) is not sampled: \($0)." }
      }
  }
}

internal import KnowledgeNetworks
internal import NetworkMeasures

/// Every measure of single actors, by the names the command uses.
struct CentralityChapter: Chapter {
  private let scores: [Measure: ActorScores]

  init(of network: KnowledgeNetwork) throws(MeasureError) {
    let all = try network.scores(of: Measure.allCases)
    scores = Dictionary(uniqueKeysWithValues: zip(Measure.allCases, all))
  }

  subscript(measure: Measure) -> ActorScores { scores[measure] ?? ActorScores(measure: measure.rawValue, []) }

  var actorColumns: [TableColumn<Int>] {
    Measure.allCases.map { TableColumn(self[$0], as: $0.rawValue) }
  }

  var remarks: [String] { Measure.allCases.flatMap { self[$0].remarks } }
}

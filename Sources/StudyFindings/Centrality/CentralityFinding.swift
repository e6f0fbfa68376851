public import KnowledgeNetworks
public import NetworkMeasures

/// Every measure of single actors, by the names the command uses.
public struct CentralityFinding: StudyFinding, Hashable {
  /// In the order of their columns; sampled ones with the ends of their intervals.
  public let scores: [ActorScores]
  /// What was left out, and why.
  private let omissions: [String]
  /// Whether betweenness and harmonic centrality are estimates.
  public let isSampled: Bool

  init(of network: KnowledgeNetwork, options: StudyOptions, workers: Workers) throws(BuzzlineError) {
    isSampled = options.sampling != nil
    let leftOut =
      isSampled ? Measure.allCases.filter { $0.searchesFromAll && !$0.canBeSampled(isNormalized: false) } : []
    omissions = leftOut.compactMap { measure in
      measure.reasonAgainstSampling(isNormalized: false).map { "\(measure.rawValue) is not sampled: \($0)." }
    }
    let measures = Measure.allCases.filter { !leftOut.contains($0) }
    scores = try Self.scores(of: measures, in: network, options, workers)
  }

  /// The scores of all measures; where an engine gives one up, that one is not defined and a remark says why.
  private static func scores(
    of measures: [Measure], in network: KnowledgeNetwork, _ options: StudyOptions, _ workers: Workers
  ) throws(BuzzlineError) -> [ActorScores] {
    do throws(BuzzlineError) {
      return try network.scores(of: measures, engine: options.engine, sampling: options.sampling, workers: workers)
    } catch {
      guard error.code == .engine else { throw error }
      guard measures.count > 1 else { return [.undefined(measures[0], of: network.actorCount, because: error.message)] }
      var scores: [ActorScores] = []
      for measure in measures { scores += try Self.scores(of: [measure], in: network, options, workers) }
      return scores
    }
  }

  /// The scores of a measure; none where it was left out.
  public subscript(measure: Measure) -> ActorScores {
    scores.first { $0.measure == measure.rawValue } ?? ActorScores(measure: measure.rawValue, [])
  }

  var actorColumns: [TableColumn<Int>] { scores.map { TableColumn($0) } }

  var remarks: [String] {
    scores.flatMap(\.remarks) + omissions
  }
}

extension ActorScores {
  /// Scores that nobody has.
  fileprivate static func undefined(_ measure: Measure, of count: Int, because reason: String) -> ActorScores {
    ActorScores(
      measure: measure.rawValue, [Double](repeating: .nan, count: count),
      remarks: ["\(measure.rawValue) is not defined here: \(reason)"])
  }
}

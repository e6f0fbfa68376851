internal import IGraph
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Computes several centralities, in the order asked for.
  ///
  /// The network is handed to igraph once. igraph serves one call at a time in a process, so measures asked for on
  /// several tasks wait for one another.
  ///
  /// - Parameters:
  ///   - measures: What to compute; each is defined at the method of its name.
  ///   - progress: Hears the share that is done, from 0 to 1, on the thread that computes; it must not ask for a
  ///     measure.
  /// - Throws: ``MeasureError``: `.cancelled` if the task was cancelled, `.invalidInput` for a damping that is not at
  ///   least 0 and below 1, `.outOfMemory`, `.engine`.
  /// - Complexity: O(*n* + *m*) time and space beyond that of the measures.
  public func centralities(
    _ measures: [CentralityMeasure], progress: (@Sendable (Double) -> Void)? = nil
  ) throws(MeasureError) -> [ActorScores] {
    let analysis = try IGraphAnalysis(of: self)
    var scores: [ActorScores] = []
    for (position, measure) in measures.enumerated() {
      scores.append(
        try analysis.scores(of: measure) { progress?((Double(position) + $0) / Double(measures.count)) })
      progress?(Double(position + 1) / Double(measures.count))
    }
    return scores
  }

  func centrality(_ measure: CentralityMeasure) throws(MeasureError) -> ActorScores {
    try IGraphAnalysis(of: self).scores(of: measure)
  }
}

extension IGraphAnalysis {
  /// Computes one measure.
  borrowing func scores(
    of measure: CentralityMeasure, progress: Gate.Progress? = nil
  ) throws(MeasureError) -> ActorScores {
    do throws(IGraphError) {
      return switch measure {
      case .betweenness, .closeness, .harmonic: try pathScores(of: measure, progress: progress)
      case .eigenvector, .hubs, .authorities: try spectralScores(of: measure)
      case .pageRank(let damping):
        named(measure, try graph.pageRank(damping: damping, weights: strengths), weightsAs: .strength)
      case .coreness(let direction): named(measure, try graph.coreness(TieSide(direction)))
      case .constraint: named(measure, try graph.constraint(weights: strengths), weightsAs: .strength)
      }
    } catch {
      throw MeasureError(error)
    }
  }

  private borrowing func pathScores(
    of measure: CentralityMeasure, progress: Gate.Progress?
  ) throws(IGraphError) -> ActorScores {
    let answer: Gate.Answer<[Double]>
    switch measure {
    case .closeness(let direction, let isNormalized):
      answer = try graph.closeness(
        TieSide(direction), lengths: lengths, isNormalized: isNormalized, progress: progress)
    case .harmonic(let direction, let isNormalized):
      answer = try graph.harmonic(
        TieSide(direction), lengths: lengths, isNormalized: isNormalized, progress: progress)
    default:
      answer = try graph.betweenness(lengths: lengths, progress: progress)
    }
    let divisor = measure == .betweenness(isNormalized: true) ? pairsOfOthers : 1
    return named(measure, answer, dividedBy: divisor, weightsAs: .distance)
  }

  /// How many pairs the others of an actor form.
  private var pairsOfOthers: Double {
    let others = Double(network.actorCount) - 1
    return others * (others - 1) / (network.isDirected ? 1 : 2)
  }

  private func named(
    _ measure: CentralityMeasure, _ answer: Gate.Answer<[Double]>, dividedBy divisor: Double = 1,
    weightsAs meaning: WeightMeaning = .none
  ) -> ActorScores {
    ActorScores(
      measure: measure.name, answer.value.map { $0 / divisor },
      remarks: remarks(onWeightsAs: meaning) + answer.warnings.map { "igraph: " + $0 })
  }
}

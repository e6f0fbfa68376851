internal import IGraph
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Computes several centralities, in the order asked for.
  ///
  /// The network is made ready once for each engine that takes part, and searches that several measures need run once.
  /// igraph serves one call at a time in a process, so measures asked of it on several tasks wait for one another.
  ///
  /// - Parameters:
  ///   - measures: What to compute; each is defined at the method of its name.
  ///   - engine: What computes them.
  ///   - workers: The threads of the parallel engine, and who hears how far the work is.
  /// - Throws: ``BuzzlineError``: `.cancelled` if the task was cancelled, `.invalidInput` for a damping that is not at
  ///   least 0 and below 1, `.outOfMemory`, `.engine`.
  /// - Complexity: O(*n* + *m*) time and space beyond that of the measures.
  ///
  /// Properties: both engines agree; the number of threads changes nothing.
  public func centralities(
    _ measures: [CentralityMeasure], engine: Engine = .auto, workers: Workers = .all
  ) throws(BuzzlineError) -> [ActorScores] {
    for measure in measures {
      let need = MemoryNeed.centrality(measure, by: self.engine(for: measure, asked: engine), in: self)
      try workers.afford(need)
    }
    let forIGraph = measures.filter { self.engine(for: $0, asked: engine) == .igraph }
    var scores = try forIGraph.isEmpty ? [:] : IGraphAnalysis(of: self).scores(of: forIGraph, workers: workers)
    let parallel = ParallelAnalysis(of: self, workers: workers)
    for measure in measures where scores[measure] == nil { scores[measure] = try parallel.scores(of: measure) }
    return measures.compactMap { measure in
      scores[measure].map { engine == .igraph ? $0.with(remarks: remarksOnReplacedEngine(for: measure)) : $0 }
    }
  }

  /// Why our own kernels computed what igraph was asked for.
  private func remarksOnReplacedEngine(for measure: CentralityMeasure) -> [String] {
    guard measure.followsPaths, !canIGraphCarryLengths else { return [] }
    return ["Some ties are shorter than igraph computes distances exactly with (1e-5), so our own kernels did."]
  }

  func centrality(
    _ measure: CentralityMeasure, _ engine: Engine, _ workers: Workers
  ) throws(BuzzlineError) -> ActorScores {
    try centralities([measure], engine: engine, workers: workers)[0]
  }
}

extension IGraphAnalysis {
  /// Computes measures one after the other.
  borrowing func scores(
    of measures: [CentralityMeasure], workers: Workers
  ) throws(BuzzlineError) -> [CentralityMeasure: ActorScores] {
    var scores: [CentralityMeasure: ActorScores] = [:]
    for measure in measures where scores[measure] == nil {
      scores[measure] = try self.scores(of: measure) { share in
        workers.progress?(WorkProgress(work: measure.name, done: Int(100 * share), total: 100))
      }
    }
    return scores
  }

  /// Computes one measure.
  borrowing func scores(
    of measure: CentralityMeasure, progress: Gate.Progress? = nil
  ) throws(BuzzlineError) -> ActorScores {
    do throws(IGraphError) {
      return switch measure {
      case .betweenness, .closeness, .harmonic: try pathScores(of: measure, progress: progress)
      case .eigenvector, .hubs, .authorities: preconditionFailure("\(measure.name) is our own")
      case .pageRank(let damping):
        named(measure, try graph.pageRank(damping: damping, weights: strengths), weightsAs: .strength)
      case .coreness(let direction): named(measure, try graph.coreness(TieSide(direction)))
      case .constraint: named(measure, try graph.constraint(weights: strengths), weightsAs: .strength)
      }
    } catch {
      throw BuzzlineError(error)
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
    let divisor = measure == .betweenness(isNormalized: true) ? network.pairsOfOthers : 1
    return named(measure, answer, dividedBy: divisor, weightsAs: .distance)
  }

  private func named(
    _ measure: CentralityMeasure, _ answer: Gate.Answer<[Double]>, dividedBy divisor: Double = 1,
    weightsAs meaning: WeightMeaning = .none
  ) -> ActorScores {
    ActorScores(
      measure: measure.name, answer.value.map { $0 / divisor },
      remarks: network.remarks(onWeightsAs: meaning) + answer.warnings.map { "igraph: " + $0 },
      isNormalized: measure.isNormalized)
  }
}

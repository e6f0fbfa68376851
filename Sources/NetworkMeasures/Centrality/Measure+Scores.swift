internal import IGraph
public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Computes measures, in the order asked for; what several of them share is computed once.
  ///
  /// Normalised, degrees and harmonic centrality are divided by *n* − 1, betweenness by the number of pairs of others,
  /// closeness is the number of actors reached over their summed distance, which is one over their mean distance: above 1
  /// where ties are shorter than 1, and not comparable between actors that reach different numbers; other measures have
  /// no size-free form and stay as they are. igraph serves one call at a time in a process, so measures asked of it on
  /// several tasks wait for one another.
  ///
  /// - Parameters:
  ///   - measures: Which ones; each is defined at the method it is computed by.
  ///   - isNormalized: Whether to divide by the largest value possible in a network of this size.
  ///   - engine: What computes centralities.
  ///   - sampling: If given, betweenness, closeness and harmonic centrality are estimated so; their scores are followed by
  ///     the lower and the upper ends of the intervals, under the names of the measure with `-low` and `-high`, and with
  ///     `-highest` by who is among the highest, if that was asked.
  ///   - workers: The threads of our own kernels, and who hears how far the work is.
  /// - Returns: The scores, under the measures' names.
  /// - Throws: ``BuzzlineError`` as the measures do; `.invalidInput` for closeness if samples are asked for that is
  ///   not normalised.
  /// - Complexity: The sum of the measures'; O(*n* *m*) time with exact betweenness, closeness or harmonic centrality.
  ///
  /// Properties: both engines agree; the number of threads changes nothing.
  public func scores(
    of measures: [Measure], isNormalized: Bool = false, engine: Engine = .auto, sampling: SamplingOptions? = nil,
    workers: Workers = .all
  ) throws(BuzzlineError) -> [ActorScores] {
    let forms = measures.map { isNormalized ? $0.normalized?() ?? $0 : $0 }
    let exact = forms.filter { sampling == nil || !$0.searchesFromAll }
    let computed = try exactScores(of: exact, engine, workers)
    var scores: [ActorScores] = []
    for measure in forms {
      if let sampling, measure.searchesFromAll {
        scores += try measure.estimates(in: self, isNormalized: isNormalized, sampling, workers)
      } else if let known = computed[measure] {
        scores.append(known)
      }
    }
    return scores
  }

  func score(_ measure: Measure, _ engine: Engine, _ workers: Workers) throws(BuzzlineError) -> ActorScores {
    try scores(of: [measure], engine: engine, workers: workers)[0]
  }

  private func exactScores(
    of measures: [Measure], _ engine: Engine, _ workers: Workers
  ) throws(BuzzlineError) -> [Measure: ActorScores] {
    for measure in measures { try workers.afford(need(of: measure, by: self.engine(for: measure, asked: engine))) }
    let forIGraph = measures.filter { self.engine(for: $0, asked: engine) == .igraph }
    var scores = try forIGraph.isEmpty ? [:] : IGraphAnalysis(of: self).scores(of: forIGraph, workers: workers)
    let isBetweenAsked = measures.contains { $0.name == Measure.betweennessBetweenClusters.name }
    let analysis = ParallelAnalysis(of: self, workers: workers, alsoBetween: isBetweenAsked ? clusterGrouping : nil)
    for measure in measures where scores[measure] == nil {
      let isReplaced = engine == .igraph && measure.followsPaths && measure.igraph != nil && !canIGraphCarryLengths
      scores[measure] = measure.scores(
        try measure.native(analysis), on: self,
        more: isReplaced
          ? ["Some ties are shorter than igraph computes distances exactly with (1e-5), so our own kernels did."] : [])
    }
    return scores
  }

  func need(of measure: Measure, by engine: Engine) -> MemoryNeed {
    let work = measure.name.prefix(1).uppercased() + measure.name.dropFirst()
    return engine == .igraph ? .igraph(self, work) : measure.memory?(self) ?? .numbers(in: self, work)
  }
}

extension Measure {
  /// The version of igraph that centralities and layouts are computed with, such as `0.10.2`.
  public static var engineVersion: String { Gate.igraphVersion }

  func scores(_ found: Scored, on network: KnowledgeNetwork, more: [String] = []) -> ActorScores {
    let remarks = network.remarks(onWeightsAs: weights) + [caution].compactMap(\.self)
    return ActorScores(
      measure: name, found.numbers, remarks: remarks + found.remarks.filter { !remarks.contains($0) } + more,
      isNormalized: isNormalized)
  }
}

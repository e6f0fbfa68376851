internal import DiffusionRoles
public import KnowledgeNetworks
public import NetworkMeasures

/// Every measure of single actors, by the names the command uses.
public struct CentralityFinding: StudyFinding, Hashable {
  /// In the order of their columns; sampled ones with the ends of their intervals.
  public let scores: [ActorScores]
  /// How many others each actor reaches along ties; `nil` where measures are estimated from a sample.
  public let reached: ActorScores?
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
    reached = isSampled ? nil : try network.reach(.outgoing, workers: workers)
  }

  /// The scores of all measures; where an engine gives one up, that one is not defined and a remark says why.
  private static func scores(
    of measures: [Measure], in network: KnowledgeNetwork, _ options: StudyOptions, _ workers: Workers
  ) throws(BuzzlineError) -> [ActorScores] {
    do throws(BuzzlineError) {
      return try network.scores(of: measures, engine: options.engine, sampling: options.sampling, workers: workers)
    } catch {
      guard error.code == .engine else { throw error }
      guard measures.count > 1 else {
        let reason = "\(measures[0].rawValue) is not defined here: \(error.message)"
        let nobody = [Double](repeating: .nan, count: network.actorCount)
        return [ActorScores(measure: measures[0].rawValue, nobody, remarks: [reason])]
      }
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

  var remarks: [String] { scores.flatMap(\.remarks) + omissions }
}

extension ActorScores {
  /// Up to so many actors with the highest scores above 0.
  func leading(_ count: Int) -> [Int] { highest(count).filter { (self[$0] ?? 0) > 0 } }
}

extension FindingsTable {
  /// Measures side by side: `actor`, then a column a measure.
  ///
  /// - Parameters:
  ///   - scores: The measures.
  ///   - network: The network they belong to.
  ///   - rows: The roster positions, in the order of the rows.
  public static func measures(_ scores: [ActorScores], of network: KnowledgeNetwork, in rows: [Int]) -> FindingsTable {
    FindingsTable(
      "measures", rows: rows, columns: [.text("actor") { network.actors[$0].id }], scores.map { TableColumn($0) })
  }
}

extension Findings {
  var actorsSection: ReportDocument.Section {
    let leading = leadingActors
    guard !leading.isEmpty else {
      let nobody = ReportDocument.Block.stating(
        Statement(.noBroker, on: allActors, "No actor lies on a shortest path between two others."))
      return ReportDocument.Section("Actors to know", id: "actors", [nobody].compactMap(\.self))
    }
    return ReportDocument.Section(
      "Actors to know", id: "actors",
      [
        """
        Betweenness counts how often an actor lies on the shortest paths between two others; it does not say whom an \
        actor reaches. All actors with all measures are in actors.csv.
        """,
        .table(
          actorsTable(leading),
          caption: centrality.isSampled
            ? "Leading actors by betweenness, estimated from a sample." : "Leading actors by betweenness."),
      ] + ReportDocument.Block.pictures(giveTakePicture))
  }

  /// Up to twelve actors with the highest betweenness above 0.
  var leadingActors: [Int] { centrality[.betweenness].leading(12) }

  private func actorsTable(_ actors: [Int]) -> FindingsTable {
    let betweenness = centrality.isSampled ? "betweenness (sampled)" : "betweenness"
    return FindingsTable(
      "leading-actors", rows: actors,
      columns: [.text("actor") { label(of: $0) }, .words("group") { groupLabel(of: $0) }], partnerColumns,
      [
        .number(betweenness) { centrality[.betweenness][$0] },
        .count("brokered pairs") { brokerage.observed?[$0]?.total },
        .number("constraint") { centrality[.constraint][$0] }, .word("position") { positions.positions[$0]?.label },
      ])
  }

  /// With how many an actor exchanges: receivers and givers apart, where ties have a direction.
  private var partnerColumns: [TableColumn<Int>] {
    guard network.isDirected else {
      return [TableColumn("partners", .count) { .number(centrality[.outDegree][$0]) }]
    }
    return [
      TableColumn("gave to", .count) { .number(centrality[.outDegree][$0]) },
      TableColumn("received from", .count) { .number(centrality[.inDegree][$0]) },
    ]
  }
}

public import ClusterSurveys
internal import KnowledgeNetworks
internal import NetworkMeasures

/// Whether the network of one topic looks like that of another; the same for channels.
///
/// Each layer is the network of the ties that state its topic, whatever their channel, and a pair is tied, known not to be
/// tied or unobserved in it as in ``/ClusterSurveys/StudySelection``. Two layers are compared over the pairs of members that
/// both observe. What their structures alone would share comes from permutations of the members in the second
/// (``/ClusterSurveys/Reconciliation/changeTests(to:options:workers:)``); the p are adjusted for all comparisons (Holm).
public struct LayerFinding: Finding, Hashable {
  /// What tells layers apart.
  public enum Sort: String, Codable, Hashable, Sendable, CaseIterable {
    /// What knowledge was about.
    case topic
    /// How it travelled.
    case channel
  }

  /// The network of one topic or channel.
  public struct Layer: Codable, Hashable, Sendable {
    /// The topic or channel.
    public let name: String
    /// How many pairs are tied.
    public let connectedPairs: Int
    /// How many pairs of members are observed; `nil` where nobody was asked or they cannot be counted.
    public let observedPairs: Int?
    /// The share of these, or of all pairs of members where nobody was asked, that are tied.
    public let density: Double?
    /// The share of ties between members that are returned, of those whose opposite is observed; `nil` without direction.
    public let reciprocity: Double?
    /// How many actors the largest component holds.
    public let largestComponent: Int
  }

  /// Two layers over the pairs of members that both observe.
  public struct Comparison: Codable, Hashable, Sendable {
    /// The first topic or channel.
    public let first: String
    /// The second.
    public let second: String
    /// How many pairs both observe; 0 where they observe none, and all else is 0 or `nil`.
    public let observedPairs: Int
    /// Tied in both.
    public let both: Int
    /// Tied in the first alone.
    public let firstOnly: Int
    /// Tied in the second alone.
    public let secondOnly: Int
    /// Of the ties of either, the share of both.
    public let jaccard: Double?
    /// The correlation of the two networks over these pairs, −1 to 1.
    public let correlation: Double?
    /// What permutations of the members in the second would give; `nil` where none can be.
    public let tests: TieChangeTests?
    /// The two-sided p of the Jaccard under these, adjusted for all comparisons.
    public internal(set) var adjustedChance: Double?
  }

  /// What tells the layers apart.
  public let sort: Sort
  /// The layers compared, by name.
  public let layers: [Layer]
  /// How many layers have ties; the largest twelve are compared.
  public let layersWithTies: Int
  /// Each two of them.
  public let comparisons: [Comparison]

  /// The most layers that are compared, by connected pairs.
  public static let mostCompared = 12

  /// A row a layer, with `other` empty, and then a row a comparison.
  public var table: FindingsTable {
    typealias Row = (name: String, layer: Layer?, comparison: Comparison?)
    let single: [Row] = layers.map { ($0.name, $0, nil) }
    let pairs: [Row] = comparisons.map { ($0.first, nil, $0) }
    let (word, only) = (sort.rawValue, "tied_in_\(sort.rawValue)_only")
    return FindingsTable(
      word + "s", rows: single + pairs,
      columns: [
        .text(word) { $0.name }, .text("other") { $0.comparison?.second },
        .count("connected_pairs") { $0.layer?.connectedPairs },
        .count("observed_pairs") { $0.layer.map(\.observedPairs) ?? $0.comparison?.observedPairs },
        .share("density") { $0.layer?.density }, .share("reciprocity") { $0.layer?.reciprocity },
        .count("largest_component") { $0.layer?.largestComponent },
      ],
      [
        .count("tied_in_both") { $0.comparison?.both }, .count(only) { $0.comparison?.firstOnly },
        .count("tied_in_other_only") { $0.comparison?.secondOnly }, .number("jaccard") { $0.comparison?.jaccard },
        .number("correlation") { $0.comparison?.correlation },
        .number("permuted_jaccard") { $0.comparison?.tests?.jaccard.definedMean },
        .p("p_permuted") { $0.comparison?.tests?.jaccard.definedChance },
        .p("p_adjusted") { $0.comparison?.adjustedChance },
      ])
  }
}

extension LayerFinding {
  /// Compares the layers of a network.
  ///
  /// - Returns: `nil` where fewer than two have ties, or where the network is of several waves taken together.
  init?(_ sort: Sort, of findings: Findings, workers: Workers) throws(BuzzlineError) {
    let (study, whole) = (findings.study, findings.reconciliation)
    let words = sort == .topic ? whole.network.topics : whole.network.channels
    guard words.count > 1, whole.coverage.count < 2, whole.network.waves.count < 2 else { return nil }
    var parts: [(name: String, survey: Survey, reconciliation: Reconciliation)] = []
    for word in words {
      let part = try study.survey.selected(by: sort.selection(of: word)).survey
      parts.append((word, part, try part.reconciled(by: study.options.rule, workers: workers)))
    }
    let largest = parts.enumerated().sorted {
      let (one, other) = ($0.element.reconciliation.network.pairCount, $1.element.reconciliation.network.pairCount)
      return (other, $0.offset) < (one, $1.offset)
    }.prefix(Self.mostCompared)
    let compared = largest.sorted { $0.offset < $1.offset }.map(\.element)
    var comparisons: [Comparison] = []
    for (place, one) in compared.enumerated() {
      for other in compared[(place + 1)...] {
        let tests = try one.reconciliation.changeTests(
          to: other.reconciliation, options: study.options.permutations, workers: workers)
        comparisons.append(
          Comparison(one.name, other.name, one.reconciliation.changes(to: other.reconciliation), tests))
      }
    }
    let adjusted = AdjustedChances.holm(comparisons.map { $0.tests?.jaccard.definedChance })
    for place in comparisons.indices { comparisons[place].adjustedChance = adjusted[place] }
    self.init(
      sort: sort, layers: compared.map { Layer($0.name, $0.reconciliation, in: $0.survey, of: study) },
      layersWithTies: words.count, comparisons: comparisons)
  }
}

extension LayerFinding.Sort {
  fileprivate func selection(of word: String) -> StudySelection {
    self == .topic ? StudySelection(topics: [word]) : StudySelection(channels: [word])
  }
}

extension LayerFinding.Layer {
  fileprivate init(_ name: String, _ reconciliation: Reconciliation, in survey: Survey, of study: Study) {
    let network = reconciliation.network
    let observed = study.observedPairs(of: reconciliation, in: survey)
    self.name = name
    (connectedPairs, observedPairs) = (network.pairCount, observed)
    density =
      observed.map { $0 > 0 ? Double(network.memberPairCount) / Double($0) : nil }
      ?? (survey.wasAsked ? nil : network.density())
    reciprocity = reconciliation.returnedTies()?.share
    largestComponent = network.components(.weak).largest
  }
}

extension LayerFinding.Comparison {
  fileprivate init(_ first: String, _ second: String, _ changes: TieChanges?, _ tests: TieChangeTests?) {
    (self.first, self.second, self.tests) = (first, second, tests)
    observedPairs = changes?.observedPairs ?? 0
    (both, firstOnly) = (changes?.kept.count ?? 0, changes?.dissolved.count ?? 0)
    (secondOnly, jaccard) = (changes?.formed.count ?? 0, changes?.jaccard)
    let neither = observedPairs - both - firstOnly - secondOnly
    let spread = [both + firstOnly, both + secondOnly, neither + firstOnly, neither + secondOnly]
      .reduce(1) { $0 * Double($1).squareRoot() }
    correlation =
      spread > 0 ? (Double(both) * Double(neither) - Double(firstOnly) * Double(secondOnly)) / spread : nil
  }
}

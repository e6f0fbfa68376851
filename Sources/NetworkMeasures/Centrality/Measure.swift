internal import IGraph
internal import KnowledgeNetworks

/// A measure of single actors: its name, what it says, and everything needed to compute it.
///
/// The descriptor of a measure stands in one file with its definition and its kernel. The list of the command, the table
/// of actors, the choice of engine, samples, the estimate of memory and the judges in tests and benchmarks all read it, so a
/// new measure is one file and one line in ``allCases``.
public struct Measure: Sendable {
  /// The name, as the command and its tables write it.
  public let name: String
  /// One line that says what it is.
  public let summary: String
  /// Whether scores are divided by the largest value possible in a network of this size.
  public internal(set) var isNormalized = false
  /// What tells it from others of its name.
  var settings = ""
  /// What a reader of any of its scores has to know; `nil` where the name says enough.
  var caution: String?
  let weights: WeightMeaning
  /// Whether it follows shortest paths, which have lengths where weights are declared as distances.
  var followsPaths = false
  /// What our own kernel takes; a few numbers an actor by default.
  var memory: (@Sendable (KnowledgeNetwork) -> MemoryNeed)?
  /// How igraph computes it; `nil` where only we do.
  var igraph: IGraphCall?
  /// The same divided by the largest value possible; `nil` where it has no size-free form.
  var normalized: (@Sendable () -> Measure)?
  /// How it is estimated from a sample; `nil` where exact values are affordable in any network.
  var sampled: SampledForm?
  /// The searches from all actors that it is made of, where several machines can share them.
  var search: (@Sendable (ParallelAnalysis) -> DividedSearch)?
  let native: @Sendable (ParallelAnalysis) throws(BuzzlineError) -> Scored
}

extension Measure: CaseIterable, RawRepresentable, Hashable, CustomStringConvertible {
  /// Every measure there is, in the order in which tables show them.
  public static let allCases: [Measure] = [
    .inDegree, .outDegree, .inStrength, .outStrength, .betweenness, .betweennessBetweenClusters, .closenessIn,
    .closenessOut, .harmonicIn, .harmonicOut, .eigenvector, .katz, .bonacichPower, .pagerank, .hub, .authority,
    .coreness,
    .localClustering, .constraint, .effectiveSize, .efficiency, .hierarchy, .egoConstraint, .egoEffectiveSize,
    .egoEfficiency, .egoHierarchy,
  ]

  /// The name.
  public var rawValue: String { name }

  /// The measure of a name; `nil` if there is none.
  public init?(rawValue: String) {
    guard let found = Self.allCases.first(where: { $0.name == rawValue }) else { return nil }
    self = found
  }

  /// Whether both are the same measure with the same settings.
  public static func == (left: Measure, right: Measure) -> Bool {
    (left.name, left.settings, left.isNormalized) == (right.name, right.settings, right.isNormalized)
  }

  /// Hashes the name and the settings.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(settings)
    hasher.combine(isNormalized)
  }

  /// The name.
  public var description: String { name }
}

/// What a kernel found: a number an actor, NaN where it is not defined, and what to say of them.
struct Scored {
  let numbers: [Double]
  let remarks: [String]

  init(_ numbers: [Double], _ remarks: [String] = []) { (self.numbers, self.remarks) = (numbers, remarks) }

  init(_ scores: ActorScores) { self.init(scores.map { $0 ?? .nan }, scores.remarks) }

  static func undefined(_ count: Int, _ remark: String) -> Scored {
    Scored([Double](repeating: .nan, count: count), [remark])
  }
}

struct IGraphCall: Sendable {
  /// About how many steps it takes.
  var work: @Sendable (KnowledgeNetwork) -> Double = { Double($0.pairCount) }
  let call: @Sendable (borrowing IGraphAnalysis, Gate.Progress?) throws(IGraphError) -> Gate.Answer<[Double]>
}

struct SampledForm: Sendable {
  /// Why no sample of the measure comes with a guarantee; `nil` if one does.
  var reasonAgainst: String?
  /// The same of the form that is not normalised.
  var reasonUnlessNormalized: String?
  var sample: (@Sendable (KnowledgeNetwork, SamplingOptions, Workers) throws(BuzzlineError) -> SampledScores)?
}

public import KnowledgeNetworks

/// What actors know before they exchange anything.
///
/// Levels are drawn anew in each run from 0 to ``highest``, each number equally likely, in ``categories`` categories;
/// clusters may be better or worse off, ``highestInClusters``. Experts know ``expertLevel`` in one category each, which
/// is drawn too. The defaults are those of the documented followers of Cowan & Jonard: 10 categories, levels up to 10,
/// 10 experts at 30. Where ``givenLevels`` are given, nothing is drawn.
public struct KnowledgeEndowment: Hashable, Sendable {
  /// How many categories of knowledge there are.
  public let categories: Int
  /// The upper end of what is drawn.
  public let highest: Double
  /// The upper end of what is drawn for the actors of some clusters, where it is another.
  public let highestInClusters: [Cluster: Double]
  /// Who is an expert.
  public let experts: Experts
  /// What an expert knows in its category.
  public let expertLevel: Double
  /// One list an actor, of one level a category.
  public let givenLevels: [[Double]]?

  /// An endowment that is drawn.
  ///
  /// - Throws: ``BuzzlineError`` if there is no category, a number is negative, or a level is not finite.
  public init(
    categories: Int = 10, highest: Double = 10, highestInClusters: [Cluster: Double] = [:],
    experts: Experts = .drawn(10), expertLevel: Double = 30
  ) throws(BuzzlineError) {
    try require(categories >= 1, "There must be at least 1 category of knowledge; here are \(categories).")
    if case .drawn(let count) = experts { try require(count >= 0, "There cannot be \(count) experts.") }
    for level in [highest, expertLevel] + highestInClusters.values { try Self.check(level) }
    self.categories = categories
    self.highest = highest
    self.highestInClusters = highestInClusters
    self.experts = experts
    self.expertLevel = expertLevel
    givenLevels = nil
  }

  /// Levels as given, one list an actor, of one level a category: the same in every run.
  ///
  /// Experts are named only so that results tell them from the others; their levels are as given, too.
  ///
  /// - Throws: ``BuzzlineError`` if the lists are not of one length, or a level is negative or not finite.
  public init(levels: [[Double]], experts: [Int] = []) throws(BuzzlineError) {
    categories = levels.first?.count ?? 0
    try require(
      categories >= 1 && levels.allSatisfy({ $0.count == levels[0].count }),
      "Every actor needs one level in each of the same categories.")
    for level in levels.joined() { try Self.check(level) }
    (highest, highestInClusters, expertLevel) = (0, [:], 0)
    self.experts = .given(experts)
    givenLevels = levels
  }

  private static func check(_ level: Double) throws(BuzzlineError) {
    try require(level >= 0 && level.isFinite, "A level of knowledge is 0 or more; here it is \(level).")
  }
}

/// An endowment made ready for the actors of a network.
struct EndowmentDrawer: Sendable {
  private let endowment: KnowledgeEndowment
  /// The upper end of what each actor's levels are drawn from.
  private let highest: [Double]
  private let fixedExperts: [Int]?

  init(_ endowment: KnowledgeEndowment, on network: KnowledgeNetwork) throws(BuzzlineError) {
    try network.requireActors()
    let given = endowment.givenLevels?.count ?? network.actorCount
    try require(
      given == network.actorCount, "Levels are given for \(given) actors, but there are \(network.actorCount).")
    let known = Set(network.actors.compactMap(\.cluster?.rawValue))
    for cluster in endowment.highestInClusters.keys.sorted().map(\.rawValue) {
      try require(
        known.contains(cluster),
        "No actor belongs to the cluster '\(cluster)'." + suggestion(for: cluster, in: known.sorted()), .unknownGroup)
    }
    self.endowment = endowment
    highest = network.actors.map { $0.cluster.flatMap { endowment.highestInClusters[$0] } ?? endowment.highest }
    fixedExperts = try endowment.experts.fixed(on: network)
  }

  func draw(_ generator: inout SeededGenerator) -> (levels: KnowledgeLevels, experts: [Int]) {
    if let given = endowment.givenLevels { return (KnowledgeLevels(given), fixedExperts ?? []) }
    let categories = endowment.categories
    var levels = KnowledgeLevels(actors: highest.count, categories: categories)
    for actor in highest.indices {
      for category in 0..<categories { levels[actor, category] = generator.unit() * highest[actor] }
    }
    var experts = fixedExperts ?? Array(highest.indices)
    if case .drawn(let count) = endowment.experts {
      generator.shuffle(&experts)
      experts.removeLast(experts.count - count)
    }
    for expert in experts { levels[expert, generator.below(categories)] = endowment.expertLevel }
    return (levels, experts.sorted())
  }
}

/// Who knows far more than others in one category of knowledge.
public enum Experts: Hashable, Sendable {
  /// So many actors, drawn anew in each run.
  case drawn(Int)
  /// The actors at these roster positions, in every run.
  case given([Int])
  /// Every actor with a partner in another cluster: the leading actors that hold the pipelines.
  case pipelineHolders

  /// The experts that are the same in every run, ascending; `nil` where they are drawn.
  func fixed(on network: KnowledgeNetwork) throws(BuzzlineError) -> [Int]? {
    switch self {
    case .drawn(let count):
      try require(
        count <= network.actorCount, "There cannot be more experts than actors: \(count) and \(network.actorCount).")
      return nil
    case .given(let actors):
      for actor in actors {
        try require(
          network.actors.indices.contains(actor),
          "There is no expert at position \(actor); there are \(network.actorCount) actors.")
      }
      try require(Set(actors).count == actors.count, "An expert is named twice.")
      return actors.sorted()
    case .pipelineHolders:
      return network.actors.indices.filter { actor in
        (Array(network.receivers(of: actor)) + network.givers(to: actor)).contains {
          network.scope(between: actor, and: $0).isPipeline
        }
      }
    }
  }
}

internal import KnowledgeNetworks

/// What actors know before they exchange anything.
///
/// Levels are drawn anew in each run from 0 to ``highest``, each number equally likely, in ``categories`` categories; so
/// many ``experts``, drawn too, know ``expertLevel`` in one category each. The defaults are those of the documented
/// followers of Cowan & Jonard: 10 categories, levels up to 10, 10 experts at 30. Where ``givenLevels`` are given,
/// nothing is drawn.
public struct KnowledgeEndowment: Hashable, Sendable {
  /// How many categories of knowledge there are.
  public let categories: Int
  /// The upper end of what is drawn.
  public let highest: Double
  /// How many actors are experts.
  public let experts: Int
  /// What an expert knows in its category.
  public let expertLevel: Double
  /// One list an actor, of one level a category.
  public let givenLevels: [[Double]]?

  /// An endowment that is drawn.
  ///
  /// - Throws: ``DiffusionError`` if there is no category, a number is negative, or a level is not finite.
  public init(
    categories: Int = 10, highest: Double = 10, experts: Int = 10, expertLevel: Double = 30
  ) throws(DiffusionError) {
    guard categories >= 1 else {
      throw DiffusionError(.invalidOptions, "There must be at least 1 category of knowledge; here are \(categories).")
    }
    guard experts >= 0 else { throw DiffusionError(.invalidOptions, "There cannot be \(experts) experts.") }
    for level in [highest, expertLevel] { try Self.check(level) }
    (self.categories, self.highest, self.experts, self.expertLevel) = (categories, highest, experts, expertLevel)
    givenLevels = nil
  }

  /// Levels as given, one list an actor, of one level a category: the same in every run.
  ///
  /// - Throws: ``DiffusionError`` if the lists are not of one length, or a level is negative or not finite.
  public init(levels: [[Double]]) throws(DiffusionError) {
    categories = levels.first?.count ?? 0
    guard categories >= 1, levels.allSatisfy({ $0.count == levels[0].count }) else {
      throw DiffusionError(.invalidOptions, "Every actor needs one level in each of the same categories.")
    }
    for level in levels.joined() { try Self.check(level) }
    (highest, experts, expertLevel) = (0, 0, 0)
    givenLevels = levels
  }

  private static func check(_ level: Double) throws(DiffusionError) {
    guard level >= 0, level.isFinite else {
      throw DiffusionError(.invalidOptions, "A level of knowledge is 0 or more; here it is \(level).")
    }
  }

  /// Refuses a network that this does not fit.
  func check(on network: KnowledgeNetwork) throws(DiffusionError) {
    try network.requireActors()
    if let givenLevels, givenLevels.count != network.actorCount {
      throw DiffusionError(
        .invalidOptions, "Levels are given for \(givenLevels.count) actors, but there are \(network.actorCount).")
    }
    guard experts <= network.actorCount else {
      throw DiffusionError(
        .invalidOptions, "There cannot be more experts than actors: \(experts) and \(network.actorCount).")
    }
  }

  /// What each of so many actors knows in one run.
  func levels(actors: Int, _ generator: inout SeededGenerator) -> KnowledgeLevels {
    if let givenLevels { return KnowledgeLevels(givenLevels) }
    var levels = KnowledgeLevels(actors: actors, categories: categories)
    for actor in 0..<actors {
      for category in 0..<categories { levels[actor, category] = generator.unit() * highest }
    }
    var order = Array(0..<actors)
    generator.shuffle(&order)
    for expert in order.prefix(experts) { levels[expert, generator.below(categories)] = expertLevel }
    return levels
  }
}

/// How much every actor knows in every category of knowledge.
public struct KnowledgeLevels: Hashable, Sendable {
  /// How many categories there are.
  public let categoryCount: Int
  /// Actor by actor, and for each category by category.
  private var levels: [Double]

  init(actors: Int, categories: Int) {
    categoryCount = categories
    levels = [Double](repeating: 0, count: actors * categories)
  }

  /// Levels as given, one list an actor, all of one length.
  init(_ lists: [[Double]]) {
    categoryCount = lists.first?.count ?? 0
    levels = lists.flatMap(\.self)
  }

  /// How many actors there are.
  public var actorCount: Int { categoryCount == 0 ? 0 : levels.count / categoryCount }

  /// How much an actor knows in a category.
  public internal(set) subscript(actor: Int, category: Int) -> Double {
    get { levels[actor * categoryCount + category] }
    set { levels[actor * categoryCount + category] = newValue }
  }

  /// What an actor knows, averaged over the categories.
  public func mean(of actor: Int) -> Double {
    (0..<categoryCount).reduce(0) { $0 + self[actor, $1] } / Double(categoryCount)
  }

  /// The most that anybody knows in a category.
  public func highest(in category: Int) -> Double {
    (0..<actorCount).reduce(0) { max($0, self[$1, category]) }
  }

  func mean(of actors: some Collection<Int>) -> Double? {
    actors.isEmpty ? nil : actors.reduce(0) { $0 + mean(of: $1) } / Double(actors.count)
  }

  /// The categories in which an actor is ahead of another by enough to count: by a share of what it knows, the band.
  func leads(of giver: Int, over receiver: Int, band: Double) -> [Int] {
    (0..<categoryCount).filter { isAhead(giver, of: receiver, in: $0, band: band) }
  }

  func hasLead(_ giver: Int, over receiver: Int, band: Double) -> Bool {
    (0..<categoryCount).contains { isAhead(giver, of: receiver, in: $0, band: band) }
  }

  private func isAhead(_ giver: Int, of receiver: Int, in category: Int, band: Double) -> Bool {
    let known = levels[giver * categoryCount + category]
    let lead = known - levels[receiver * categoryCount + category]
    return lead > 0 && lead >= band * known
  }

  mutating func teach(_ category: Int, from giver: Int, to receiver: Int, share: Double) {
    let (known, own) = (self[giver, category], self[receiver, category])
    // Rounding must not make the pupil better than its teacher.
    self[receiver, category] = min(known, own + share * (known - own))
  }

  /// What actors know on average, and how far they differ: the mean of the actors' means and their variance.
  ///
  /// The variance divides by the number of actors, as Cowan & Jonard's does.
  public var spread: (mean: Double, variance: Double) {
    let means = (0..<actorCount).map(mean(of:))
    let mean = means.reduce(0, +) / Double(actorCount)
    return (mean, means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(actorCount))
  }
}

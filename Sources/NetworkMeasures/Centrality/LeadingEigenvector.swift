internal import IGraph
internal import KnowledgeNetworks

/// The non-negative scores *s* with *r s*(j) = Σ *w*(i, j) *s*(i) over the givers *i* of *j*, for the largest *r* that has
/// any.
///
/// Within a strong component such scores are unique (Perron–Frobenius), and *r* is its spectral radius. Which components
/// can score at all is said at ``KnowledgeNetworks/KnowledgeNetwork/eigenvector(workers:)``; where several do, any mixture
/// of their scores is a solution, and here the largest within each of them is 1, so that equal parts score alike.
struct LeadingEigenvector {
  let rows: GiverRows
  private let members: [[Int]]
  private let numbers: [Int32]

  /// Radii that differ by less than this part of themselves count as equal.
  private static let sameRadius = 1e-10
  /// The largest residual with which scores are given, as part of the radius.
  private static let mostResidual = 1e-9

  init(of rows: GiverRows) {
    self.rows = rows
    // Along rows of givers, so that a component is numbered after all that give to it.
    let components = StrongComponents(of: rows.compressed)
    (members, numbers) = (components.members, components.numbers)
  }

  /// The scores, the largest being 1; all 0 where knowledge nowhere comes back to where it started.
  ///
  /// - Returns: `nil` if they cannot be found to a residual of 1e-9.
  /// - Throws: If the task was cancelled.
  /// - Complexity: O(*s* *m*) time for *s* steps of the slowest component, O(*n* + *m*) space.
  func scores() throws(BuzzlineError) -> [Double]? {
    guard let vectors = try vectors() else { return nil }
    guard let radius = vectors.values.map(\.radius).max() else { return [Double](repeating: 0, count: rows.count) }
    let largest = Set(vectors.keys.filter { (vectors[$0]?.radius ?? 0) >= radius * (1 - Self.sameRadius) })
    var scores = [Double](repeating: 0, count: rows.count)
    let leaders = largest.subtracting(leadingTo(largest))
    for component in members.indices {
      if leaders.contains(component), let own = vectors[component]?.scores {
        for (actor, score) in zip(members[component], own) { scores[actor] = score }
      } else if try !passOn(to: component, &scores, radius) {
        return nil
      }
    }
    let scaled = Self.scaled(scores)
    guard residual(of: scaled, radius) <= Self.mostResidual else { return nil }
    return scaled.map { $0 < 1e-12 ? 0 : $0 }
  }

  /// The spectral radius, 0 where nothing comes back; `nil` if it does not settle.
  func radius() throws(BuzzlineError) -> Double? {
    try vectors().map { $0.values.reduce(0) { max($0, $1.radius) } }
  }

  /// The radius and the scores of every strong component of several actors by itself.
  private func vectors() throws(BuzzlineError) -> [Int: (radius: Double, scores: [Double])]? {
    var vectors: [Int: (radius: Double, scores: [Double])] = [:]
    for component in members.indices where members[component].count > 1 {
      guard let found = try irreducible(component) else { return nil }
      vectors[component] = found
    }
    return vectors
  }

  /// The components that lead to one of some others.
  private func leadingTo(_ goals: Set<Int>) -> Set<Int> {
    var leading: Set<Int> = []
    for component in members.indices.reversed() where goals.contains(component) || leading.contains(component) {
      for actor in members[component] {
        for giver in rows.compressed[actor] where Int(numbers[Int(giver)]) != component {
          leading.insert(Int(numbers[Int(giver)]))
        }
      }
    }
    return leading
  }

  /// Scores a component by what it receives from others; `false` if that does not settle.
  private func passOn(to component: Int, _ scores: inout [Double], _ radius: Double) throws(BuzzlineError) -> Bool {
    let own = members[component]
    let inflow = own.map { rows.received(by: $0, scores) }
    guard inflow.contains(where: { $0 > 0 }) else { return true }
    for (actor, flow) in zip(own, inflow) { scores[actor] = flow / radius }
    guard own.count > 1 else { return true }
    // What came from outside stays in each sum, for the givers outside keep their scores.
    return try rows.settle(&scores, of: own, within: 1e-15) { rows.received(by: $0, $1) / radius }
  }

  private func residual(of scores: [Double], _ radius: Double) -> Double {
    scores.indices.reduce(0) { max($0, abs(rows.received(by: $1, scores) - radius * scores[$1])) } / radius
  }

  static func scaled(_ scores: [Double]) -> [Double] {
    guard let largest = scores.max(), largest > 0 else { return scores }
    return scores.map { $0 / largest }
  }

  /// The radius and the scores of a strong component by itself, in the order of its members, the largest being 1.
  ///
  /// Scores are passed on with a shift, so that they cannot swing between two sides; where that settles slowly,
  /// igraph's solver gives a better start.
  private func irreducible(_ component: Int) throws(BuzzlineError) -> (radius: Double, scores: [Double])? {
    let inner = rows.induced(on: members[component], numbers, Int32(component))
    var scores = [Double](repeating: 1, count: inner.count)
    var radius = try inner.pass(&scores, steps: 2_000)
    if radius == nil {
      scores = solved(inner) ?? scores
      radius = try inner.pass(&scores, steps: 20_000)
    }
    return radius.map { ($0, Self.scaled(scores)) }
  }

  private func solved(_ inner: GiverRows) -> [Double]? {
    var ties: [UInt32] = []
    for actor in 0..<inner.count { for giver in inner.compressed[actor] { ties += [giver, UInt32(actor)] } }
    let found = try? Graph(actorCount: inner.count, ties: ties, isDirected: true).eigenvector(weights: inner.weights)
    return found?.value.map(abs)
  }
}

extension GiverRows {
  /// Passes scores on until they stay, each by the same factor: the radius; `nil` if they do not in so many steps.
  ///
  /// The factors of all actors enclose the radius (Collatz and Wielandt).
  fileprivate func pass(_ scores: inout [Double], steps: Int) throws(BuzzlineError) -> Double? {
    for _ in 0..<steps {
      try stopIfCancelled()
      let passed = receivedByAll(scores)
      var (least, most, sums) = (Double.infinity, 0.0, (passed: 0.0, scores: 0.0))
      for (one, other) in zip(passed, scores) {
        (least, most) = (min(least, one / other), max(most, one / other))
        sums = (sums.passed + one, sums.scores + other)
      }
      let radius = sums.passed / sums.scores
      if most - least <= 1e-13 * most { return radius }
      let shift = radius / 2
      let next = LeadingEigenvector.scaled(zip(passed, scores).map { $0 + shift * $1 })
      let residual = zip(passed, scores).reduce(0) { max($0, abs($1.0 - radius * $1.1)) }
      if residual <= 1e-14 * radius { return radius }
      scores = next
    }
    return nil
  }
}

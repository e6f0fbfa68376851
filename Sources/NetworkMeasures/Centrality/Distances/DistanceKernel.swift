internal import KnowledgeNetworks

/// Breadth-first searches from all actors, 256 at a time: one bit a search, one word of bits an actor.
///
/// Then & al. (2014), [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507). What is new at an actor
/// after a step is what its givers had seen before it less what it had seen itself; the number of new bits is the number
/// of searches for which it is so many steps away. Nothing but whole numbers is added up.
struct DistanceKernel: Sendable {
  static let width = 256

  private let rows: SearchRows
  /// Sources that give to anybody, those that lead to the core of the network first: their searches fill alike.
  private let sources: [UInt32]
  private let scale: DistanceScale
  private let groups: [Int32]?
  private let groupCount: Int
  private let mostSteps: Int

  /// - Parameters:
  ///   - groups: The group of each roster position, where pairs inside a group are to be told apart.
  ///   - mostSteps: After how many steps searches end.
  ///   - chosen: The roster positions searches begin at; all by default.
  ///   - scale: What is added up besides steps; one over them by default.
  init(
    _ rows: SearchRows, from chosen: [UInt32]? = nil, groups: Grouping? = nil, mostSteps: Int = .max,
    scale: DistanceScale? = nil
  ) {
    self.rows = rows
    sources = Self.sources(of: rows, among: chosen)
    self.scale = scale ?? .inverse(actorCount: rows.actorCount)
    self.groups = groups.map { grouping in rows.order.map { grouping.groupCodes[Int($0)] } }
    groupCount = groups?.groups.count ?? 0
    self.mostSteps = mostSteps
  }

  /// All sums, in roster order.
  ///
  /// - Complexity: O(*n* (*n* + *m*) *s* / 256) time for *s* steps of the longest search, O(*n*) space a worker.
  func sums(by workers: Workers, work: String) throws(BuzzlineError) -> AllDistanceSums {
    let batches = (sources.count + Self.width - 1) / Self.width
    let parts = try workers.gather(batches, work: work) {
      DistanceScratch(actorCount: rows.actorCount, groupCount: groupCount)
    } compute: { scratch, batch in
      search(from: sources[batch * Self.width..<min(sources.count, (batch + 1) * Self.width)], with: &scratch)
    }
    var all = AllDistanceSums(actorCount: rows.actorCount, scale: scale)
    for part in parts { all.add(part) }
    all.actors = rows.inRosterOrder(all.actors)
    return all
  }

  private func search(from batch: ArraySlice<UInt32>, with scratch: inout DistanceScratch) {
    scratch.begin(batch, groups: groups)
    rows.onward.withPointers { onward in
      rows.backward.withPointers { backward in
        scratch.withSearch(scale: scale, groups: groups) { search in
          search.run(onward, backward, mostSteps: mostSteps)
        }
      }
    }
  }

  /// Actors that give, those first that lead to the busiest actor and so to all it leads to.
  private static func sources(of rows: SearchRows, among chosen: [UInt32]?) -> [UInt32] {
    let all = (0..<UInt32(rows.actorCount)).filter { rows.onward.count(of: Int($0)) > 0 }
    let core = all.max { left, right in
      let (one, other) = (Int(left), Int(right))
      return rows.onward.count(of: one) * rows.backward.count(of: one)
        < rows.onward.count(of: other) * rows.backward.count(of: other)
    }
    guard let core else { return [] }
    var leads = [Bool](repeating: false, count: rows.actorCount)
    leads[Int(core)] = true
    var met = [core]
    var next = 0
    while next < met.count {
      for giver in rows.backward[Int(met[next])] where !leads[Int(giver)] {
        leads[Int(giver)] = true
        met.append(giver)
      }
      next += 1
    }
    guard let chosen else { return all.filter { leads[Int($0)] } + all.filter { !leads[Int($0)] } }
    var isChosen = [Bool](repeating: false, count: rows.actorCount)
    for actor in chosen { isChosen[Int(actor)] = true }
    let kept = all.filter { isChosen[Int(rows.order[Int($0)])] }
    return kept.filter { leads[Int($0)] } + kept.filter { !leads[Int($0)] }
  }
}

/// What all searches found.
struct AllDistanceSums: Sendable {
  /// In roster order: the searches that reached an actor.
  var actors: [DistanceSums]
  /// How many pairs are so many steps apart, from 1 step up.
  var pairsBySteps: [Int] = []
  /// The same for pairs of one group.
  var pairsInsideBySteps: [Int] = []
  /// The same for pairs of two groups.
  var pairsAcrossBySteps: [Int] = []
  let scale: DistanceScale

  init(actorCount: Int, scale: DistanceScale) {
    actors = Array(repeating: DistanceSums(), count: actorCount)
    self.scale = scale
  }

  mutating func add(_ part: DistanceScratch) {
    for actor in actors.indices { actors[actor] += part.sums[actor] }
    pairsBySteps.add(counts: part.pairsBySteps)
    pairsInsideBySteps.add(counts: part.pairsInsideBySteps)
    pairsAcrossBySteps.add(counts: part.pairsAcrossBySteps)
  }
}

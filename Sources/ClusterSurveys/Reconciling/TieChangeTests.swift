public import KnowledgeNetworks

/// Whether two waves, or two topics, have more ties in common than their structures alone would give.
///
/// ``Reconciliation/changeTests(to:options:workers:)`` makes it.
public struct TieChangeTests: Hashable, Codable, Sendable {
  /// The number of ties kept.
  public let kept: PermutationTest
  /// Of the ties of either, among pairs that both observe, the share of both; undefined where some permutation leaves no
  /// tie on such a pair.
  public let jaccard: PermutationTest

  /// The most connected pairs that both together may have: each permutation goes over all of them.
  public static let mostPairs = 100_000
}

extension Reconciliation {
  /// Tests how many ties are kept against permutations of who is who in the later wave (QAP).
  ///
  /// The members that stayed are permuted in the later wave with all that is known of them there, so that each wave keeps
  /// its structure: Krackhardt (1988), [doi:10.1016/0378-8733(88)90004-4](https://doi.org/10.1016/0378-8733(88)90004-4).
  /// A pair that the later wave does not observe stays unobserved under each permutation, it is never taken for one
  /// without a tie: kept and Jaccard count pairs that both observe *then*. And whom nobody could report on does not
  /// change places with others: members are permuted only among those who answered the same items in the later wave
  /// (as giver, as receiver), so that as many pairs stay observed, and that a member did not answer is not taken for a
  /// sign of who it is. Where nobody was asked, all members are exchangeable.
  ///
  /// Where all pairs are observed the Jaccard, the number kept and the correlation of both networks rise and fall
  /// together, and have the same p.
  ///
  /// Properties: `permutationsAreThoseOfTheTableOfAllPairs`, `threadsAndOrderOfRowsAreWithoutEffect`.
  ///
  /// - Returns: `nil` where no two members may change places, where no pair is observed in both, and above
  ///   ``TieChangeTests/mostPairs`` connected pairs.
  /// - Throws: `BuzzlineError` if the task was cancelled.
  /// - Precondition: as for ``changes(to:)``.
  /// - Complexity: O(*n* + *m*) time a permutation and O(*n* + *m*) space a thread, for *n* members that stayed with *m*
  ///   connected pairs of both waves, and *c* claims.
  public func changeTests(
    to later: Reconciliation, options: PermutationOptions = PermutationOptions(), workers: Workers = .all
  ) throws(BuzzlineError) -> TieChangeTests? {
    guard network.pairCount + later.network.pairCount <= TieChangeTests.mostPairs,
      let waves = PairedWaves(self, later)
    else { return nil }
    let permutations = ActorPermutations(within: waves.strata, options: options)
    guard permutations.count > 1 else { return nil }
    let tests = try permutations.test(workers: workers) { (places: [Int32]) throws(BuzzlineError) -> [Double] in
      let (kept, changed) = waves.counts(under: places)
      return [Double(kept), kept + changed > 0 ? Double(kept) / Double(kept + changed) : .nan]
    }
    return TieChangeTests(kept: tests[0], jaccard: tests[1])
  }
}

/// The members of two waves, numbered alike, and the ties among them.
private struct PairedWaves: Sendable {
  /// For each member the number of those with whom it may change places.
  let strata: [Int]
  private let earlier: PairDecisions
  private let later: PairDecisions
  /// The positions of each member in the earlier and in the later wave.
  private let members: [(Int, Int)]
  private let ties: [(Int, Int)]
  private let laterTies: [(Int, Int)]
  /// Whether both waves observe all pairs, so that whatever is no tie is known not to be.
  private let isComplete: Bool

  /// - Returns: `nil` where the waves observe no pair in common.
  init?(_ one: Reconciliation, _ other: Reconciliation) {
    let members = one.membersStaying(in: other)
    let observed = one.observation.jointlyObserved(with: other.observation, members)
    guard observed > 0 else { return nil }
    isComplete = observed == members.count * (members.count - 1) / (one.network.isDirected ? 1 : 2)
    var numbers: [[Bool]: Int] = [:]
    strata = members.map { member in
      let answers = other.observation.answers(of: member.1)
      if let number = numbers[answers] { return number }
      numbers[answers] = numbers.count
      return numbers.count - 1
    }
    (earlier, later, self.members) = (one.observation.decisions, other.observation.decisions, members)
    ties = Self.ties(of: one.network, among: members.map(\.0))
    laterTies = Self.ties(of: other.network, among: members.map(\.1))
  }

  private static func ties(of network: KnowledgeNetwork, among positions: [Int]) -> [(Int, Int)] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(positions, positions.indices))
    return network.pairs.compactMap { pair in
      numbers[pair.source].flatMap { source in numbers[pair.target].map { (source, $0) } }
    }
  }

  /// How many ties are kept, and how many pairs change, if each member takes the place of another in the later wave.
  func counts(under places: [Int32]) -> (kept: Int, changed: Int) {
    func position(_ member: Int) -> Int { members[Int(places[member])].1 }
    var (kept, changed) = (0, 0)
    guard !isComplete else {
      for tie in ties where later.decision(from: position(tie.0), to: position(tie.1)) == .tie { kept += 1 }
      return (kept, ties.count + laterTies.count - 2 * kept)
    }
    for tie in ties {
      switch later.decision(from: position(tie.0), to: position(tie.1)) {
      case .tie: kept += 1
      case .noTie: changed += 1
      case .unobserved: break
      }
    }
    var holders = [Int](repeating: 0, count: places.count)
    for (member, place) in places.enumerated() { holders[Int(place)] = members[member].0 }
    for tie in laterTies where earlier.decision(from: holders[tie.0], to: holders[tie.1]) == .noTie { changed += 1 }
    return (kept, changed)
  }
}

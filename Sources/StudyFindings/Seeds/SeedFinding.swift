public import KnowledgeDiffusion
public import KnowledgeNetworks

/// Whom to tell first.
public struct SeedFinding: Finding, Hashable {
  /// The model; nobody starts, for that is the question.
  public let asked: SpreadQuestion
  /// How many actors were asked for.
  public let count: Int
  /// What the choice had to respect.
  public let limits: Limits
  /// By what reach was judged, and how much of it there was.
  public let method: Method
  /// The number of actors in the network.
  public let actors: Int
  /// The identifiers of the chosen ones, in the order they were chosen.
  public let seeds: [String]
  /// What they are expected to reach together, on live-edge graphs that the choice was not made on.
  public let expectedReach: Estimate
  /// The same on the live-edge graphs that the choice was made on, which favour it; `nil` for reverse samples.
  public let reachWhereChosen: Estimate?
  /// The same on reverse samples that the choice was not made on; `nil` for live-edge graphs.
  public let reachOnNewSamples: Estimate?
  /// What share of the best choice is proved; `nil` for none.
  public let guaranteedShare: Double?
  /// What is certain about the choice, in a sentence.
  public let guarantee: String
  /// The chosen ones one by one.
  public let picks: [Pick]
  /// The best of all sets, where there are few enough to try.
  public let bestSets: BestSets?
  /// What as many others reach, on the same live-edge graphs as ``expectedReach``.
  public let comparison: Comparison

  /// What a choice found.
  ///
  /// - Parameters:
  ///   - choice: The choice.
  ///   - network: The network it was made on.
  ///   - asked: The model.
  ///   - count: How many actors were asked for.
  ///   - constraints: What the choice had to respect.
  ///   - options: How it was made.
  ///   - comparison: What other ways of choosing bring.
  ///   - comparisonOptions: The live-edge graphs they were compared on.
  public init(
    _ choice: SeedChoice, on network: KnowledgeNetwork, asked: SpreadQuestion, count: Int,
    constraints: SeedConstraints = .none, options: SeedOptions, comparison: [SeedComparison],
    comparisonOptions: SpreadOptions
  ) {
    (self.asked, self.count) = (asked, count)
    limits = Limits(constraints, on: network)
    method = Method(options, choice)
    actors = network.actorCount
    seeds = choice.seeds.map { network.actors[$0].id }
    expectedReach = comparison.first?.chosenReach ?? choice.expectedReach
    reachWhereChosen = choice.samples == nil ? choice.expectedReach : nil
    reachOnNewSamples = choice.samples == nil ? nil : choice.expectedReach
    (guaranteedShare, guarantee) = (choice.guarantee.share, choice.guarantee.sentence)
    picks = choice.picks.enumerated().map { Pick($0.element, rank: $0.offset + 1, of: choice, on: network) }
    bestSets = choice.bestSets.map { BestSets($0, on: network) }
    self.comparison = Comparison(
      runs: comparisonOptions.runs, seed: comparisonOptions.seed, rivals: comparison.map { Rival($0, on: network) })
  }

  /// What a choice had to respect; costs stand with the actors that were chosen.
  public struct Limits: Codable, Hashable, Sendable {
    /// The most of each kind that has a limit.
    public let maxPerKind: [String: Int]
    /// The least of every cluster.
    public let minPerCluster: Int
    /// The identifiers of those who must be chosen.
    public let mustInclude: [String]
    /// The identifiers of those who must not be.
    public let mustExclude: [String]
    /// What all may cost together; `nil` where cost is no matter.
    public let budget: Double?

    init(_ constraints: SeedConstraints, on network: KnowledgeNetwork) {
      maxPerKind = Dictionary(uniqueKeysWithValues: constraints.atMost.map { ($0.key.rawValue, $0.value) })
      minPerCluster = constraints.atLeastOfEachCluster
      mustInclude = constraints.mustInclude.map { network.actors[$0].id }
      mustExclude = constraints.mustExclude.map { network.actors[$0].id }
      budget = constraints.budget
    }
  }

  /// By what reach was judged.
  public struct Method: Codable, Hashable, Sendable {
    /// `greedy` on common live-edge graphs, or `imm` by reverse samples.
    public let name: String
    /// The seed of the choice.
    public let seed: UInt64
    /// How many live-edge graphs; `nil` for reverse samples.
    public let runs: Int?
    /// How many reaches were worked out; `nil` for reverse samples.
    public let evaluations: Int?
    /// What the choice may fall short by, as a share of the best reach.
    public let epsilon: Double?
    /// The chance that it falls short by more.
    public let delta: Double?
    /// How many reverse samples the choice took.
    public let samples: Int?
    /// How much memory they took.
    public let bytes: Int?

    init(_ options: SeedOptions, _ choice: SeedChoice) {
      seed = options.seed
      (samples, bytes) = (choice.samples?.choosing, choice.samples?.bytes)
      switch options.method {
      case .commonGraphs(let graphs):
        (name, runs, evaluations, epsilon, delta) = ("greedy", graphs, choice.evaluations, nil, nil)
      case .reverseSamples(let share, let chance):
        (name, runs, evaluations, epsilon, delta) = ("imm", nil, nil, share, chance)
      }
    }
  }

  /// One of the chosen.
  public struct Pick: Codable, Hashable, Sendable {
    /// Its place in the choice, from 1.
    public let rank: Int
    /// Who it is.
    public let actor: NamedActor
    /// How many more it is expected to reach than those before it, where the choice was made.
    public let gain: Estimate
    /// Whether it had to be chosen.
    public let given: Bool
    /// What it costs; `nil` where cost is no matter.
    public let cost: Double?
    /// Others that gain as much, within the standard error; `nil` where that was not looked for.
    public let equals: [String]?
    /// Whether there are more such than are listed.
    public let moreEquals: Bool

    init(_ pick: SeedPick, rank: Int, of choice: SeedChoice, on network: KnowledgeNetwork) {
      self.rank = rank
      actor = NamedActor(network.actors[pick.actor])
      (gain, given, cost, moreEquals) = (pick.gain, pick.isGiven, pick.cost, pick.hasMoreEquals)
      equals = choice.samples == nil ? pick.equals.map { network.actors[$0].id } : nil
    }
  }

  /// The sets that reach most of all.
  public struct BestSets: Codable, Hashable, Sendable {
    /// What each of them reaches, on the live-edge graphs that the choice was made on.
    public let expectedReach: Double
    /// Their members' identifiers.
    public let sets: [[String]]
    /// Whether there are more than are listed.
    public let more: Bool

    init(_ best: BestSeedSets, on network: KnowledgeNetwork) {
      (expectedReach, more) = (best.expectedReach, best.hasMore)
      sets = best.sets.map { set in set.map { network.actors[$0].id } }
    }
  }

  /// What as many others reach.
  public struct Comparison: Codable, Hashable, Sendable {
    /// On how many live-edge graphs.
    public let runs: Int
    /// Their seed.
    public let seed: UInt64
    /// The others, by how they were chosen.
    public let rivals: [Rival]
  }

  /// Others that were chosen in another way.
  public struct Rival: Codable, Hashable, Sendable {
    /// How: `degree`, `chance`, or the name of a measure.
    public let by: String
    /// Who they are; `nil` by chance, where every live-edge graph has others.
    public let seeds: [String]?
    /// What they are expected to reach.
    public let expectedReach: Estimate
    /// How many more the choice reaches, graph by graph.
    public let advantage: Estimate

    init(_ rival: SeedComparison, on network: KnowledgeNetwork) {
      (by, expectedReach, advantage) = (rival.rival, rival.expectedReach, rival.advantage)
      seeds = rival.seeds.map { seeds in seeds.map { network.actors[$0].id } }
    }
  }
}

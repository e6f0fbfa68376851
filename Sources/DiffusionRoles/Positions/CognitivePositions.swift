public import KnowledgeNetworks

/// The cognitive position of every actor, with the quantities and cut-offs it rests on.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/cognitivePositions(options:)`` makes it.
public struct CognitivePositions: Hashable, Codable, Sendable {
  /// The choices made.
  public let options: CognitivePositionOptions
  /// To how many actors of its cluster each actor gave: *O*.
  public let givenInside: ActorScores
  /// From how many actors of its cluster each actor received: *I*.
  public let receivedInside: ActorScores
  /// Ties inside the cluster, *k* = *I* + *O*.
  public let tiesInside: ActorScores
  /// The balance inside, *s* = (*O* − *I*) / (*O* + *I*); undefined without ties inside.
  public let balanceInside: ActorScores
  /// Outside sources of knowledge used: givers from other clusters, and sources stated beyond them.
  public let openness: ActorScores
  /// What of ``openness`` is stated as counts, beyond the givers that the data name; `nil` where nobody states counts.
  public let statedSources: ActorScores?
  /// The cut-offs, one for the network or one a cluster in the order of the clusters' names.
  public let cutOffs: [CognitiveCutOff]
  /// How many actors stand where under the choices made.
  public let counts: CognitivePositionCounts
  /// How many would stand where under other choices: mean and median, each with tolerances 0, 0.1, 0.2 and 0.3.
  public let sensitivity: [CognitivePositionCounts]
  /// What a careful reader should know.
  public let remarks: [String]
  let positions: [CognitivePosition?]

  /// The position of an actor; `nil` where no tie of the actor says whether it leaves the cluster.
  public subscript(actor: Int) -> CognitivePosition? { positions[actor] }

  /// The roster positions of all actors in a position, ascending.
  public func actors(in position: CognitivePosition) -> [Int] {
    positions.indices.filter { positions[$0] == position }
  }
}

/// From which numbers on an actor is central inside and open to the outside.
public struct CognitiveCutOff: Hashable, Codable, Sendable {
  /// The cluster it holds for; `nil` if for the whole network.
  public let cluster: String?
  /// How many actors with a tie inside it was taken from.
  public let actors: Int
  /// The cut-off for ties inside; `nil` if no actor has any.
  public let tiesInside: Double?
  /// The cut-off for outside sources; `nil` if no actor has a tie inside.
  public let openness: Double?
}

/// How many actors stand in each position under one set of choices.
public struct CognitivePositionCounts: Hashable, Codable, Sendable {
  /// The choices.
  public let options: CognitivePositionOptions
  /// The actors whose position is not defined.
  public let undefined: Int
  private let counts: [Int]

  init(of positions: [CognitivePosition?], under options: CognitivePositionOptions) {
    self.options = options
    undefined = positions.count { $0 == nil }
    counts = CognitivePosition.allCases.map { position in positions.count { $0 == position } }
  }

  /// The number of actors in a position.
  public subscript(position: CognitivePosition) -> Int {
    zip(CognitivePosition.allCases, counts).first { $0.0 == position }?.1 ?? 0
  }
}

extension KnowledgeNetwork {
  /// The cognitive position of every actor in its cluster.
  ///
  /// **This is an operationalisation.** Giuliani & Bell (2005),
  /// [doi:10.1016/j.respol.2004.10.008](https://doi.org/10.1016/j.respol.2004.10.008), describe the positions in words
  /// and formed their groups by looking at the numbers; they published no thresholds that could be confirmed. Two
  /// studies compare only under the same options; the sensitivity table shows how much hangs on them. The rule:
  ///
  /// - *O*, *I* are the actors of the same cluster it gave to and received from, *k* = *O* + *I*,
  ///   *s* = (*O* − *I*) / *k*; openness is the number of its givers outside the cluster, and of the sources outside
  ///   that a member states as a count, as far as the data do not name as many of their range
  ///   (``/KnowledgeNetworks/PipelineCounts``).
  /// - Central: *k* > 0 and at least the mean (or median) of all actors with a tie inside. Open: some giver outside
  ///   and at least the mean (or median) of the same actors; where nobody has a tie inside, any giver outside will do.
  /// - Open and central: technological gatekeeper if *s* ≥ −*τ*, else absorbing star. Open and not central, also
  ///   without any tie inside: external star; the paper's abstract speaks of firms isolated from the cluster though
  ///   strongly linked outside.
  /// - Not open: isolated if *k* = 0, source if *s* > *τ*, absorber if *s* < −*τ*, else active (central) or weak mutual
  ///   exchanger.
  ///
  /// A connected pair counts once whatever it weighs; an unobserved pair counts as no tie. Ties of unknown scope count
  /// neither as inside nor as outside; an actor with no other ties has no position. Where ties have no direction every
  /// balance is 0.
  ///
  /// Properties: `everyActorHasOnePositionOrNone`, `reversalSwapsSourceAndAbsorberWithoutPipelines`,
  /// `widerToleranceNeverMakesMoreSourcesOrAbsorbers`, `sensitivityHoldsTheChosenOptions`,
  /// `oneClusterGivesTheSameByNetworkAndByCluster`.
  ///
  /// - Throws: ``BuzzlineError`` with ``BuzzlineError/Code/invalidOptions`` if the tolerance is not between 0 and 1.
  /// - Complexity: O(*n* log *n* + *m*) time, O(*n*) space for *n* actors and *m* connected pairs.
  public func cognitivePositions(
    options: CognitivePositionOptions = CognitivePositionOptions()
  ) throws(BuzzlineError) -> CognitivePositions {
    try options.check()
    let kernel = CognitivePositionKernel(of: self)
    var remarks = ["Positions are an operationalisation after Giuliani and Bell; the cut-offs are ours."]
    if kernel.clusters.groups.isEmpty {
      remarks.append("No actor states a cluster, so nothing tells inside from outside.")
    }
    if !isDirected { remarks.append("Ties have no direction: every balance is 0.") }
    remarks += kernel.partners.remarks
    let positions = kernel.positions(under: options)
    func scores(_ measure: String, _ counts: [Int]) -> ActorScores {
      ActorScores(measure: measure, kernel.partners.numbers(counts), remarks: remarks)
    }
    return CognitivePositions(
      options: options, givenInside: scores("given-inside", kernel.partners.buzz.given),
      receivedInside: scores("received-inside", kernel.partners.buzz.received),
      tiesInside: scores("ties-inside", kernel.tiesInside),
      balanceInside: ActorScores(
        measure: "balance-inside", actors.indices.map { kernel.balance(of: $0) ?? .nan }, remarks: remarks),
      openness: scores("openness", kernel.openness),
      statedSources: kernel.partners.stated.map { scores("pipelines-stated", $0.sources) },
      cutOffs: kernel.cutOffs(under: options),
      counts: CognitivePositionCounts(of: positions, under: options),
      sensitivity: options.alternatives.map {
        CognitivePositionCounts(of: kernel.positions(under: $0), under: $0)
      }, remarks: remarks, positions: positions)
  }
}

/// What the rule looks at, counted once for all choices of options.
private struct CognitivePositionKernel {
  let partners: ScopedPartners
  let clusters: Grouping
  let tiesInside: [Int]
  /// For each cluster the actors with a tie inside.
  private let connected: [[Int]]
  let openness: [Int]

  init(of network: KnowledgeNetwork) {
    partners = ScopedPartners(of: network)
    openness = partners.sources
    clusters = Grouping(name: "cluster", labels: network.actors.map { $0.cluster?.rawValue })
    tiesInside = zip(partners.buzz.given, partners.buzz.received).map { $0 + $1 }
    var connected = [[Int]](repeating: [], count: clusters.groups.count)
    for (actor, ties) in tiesInside.enumerated() where ties > 0 {
      if let cluster = clusters[actor] { connected[cluster].append(actor) }
    }
    self.connected = connected
  }

  /// The balance inside, `nil` without ties inside.
  func balance(of actor: Int) -> Double? {
    guard tiesInside[actor] > 0 else { return nil }
    return Double(partners.buzz.given[actor] - partners.buzz.received[actor]) / Double(tiesInside[actor])
  }

  /// The cut-offs: one, or one a cluster.
  func cutOffs(under options: CognitivePositionOptions) -> [CognitiveCutOff] {
    func cutOff(of actors: [Int], for cluster: String?) -> CognitiveCutOff {
      CognitiveCutOff(
        cluster: cluster, actors: actors.count,
        tiesInside: options.cutStatistic.middle(of: actors.map { tiesInside[$0] }),
        openness: options.cutStatistic.middle(of: actors.map { openness[$0] }))
    }
    switch options.comparison {
    case .network: return [cutOff(of: connected.flatMap(\.self), for: nil)]
    case .cluster: return zip(connected, clusters.groups).map { cutOff(of: $0, for: $1) }
    }
  }

  /// Every actor's position, `nil` where none of its ties says where it leads.
  func positions(under options: CognitivePositionOptions) -> [CognitivePosition?] {
    let cutOffs = cutOffs(under: options)
    return tiesInside.indices.map { actor in
      guard !partners.isUndefined(actor) else { return nil }
      let cutOff = options.comparison == .network ? cutOffs.first : clusters[actor].map { cutOffs[$0] }
      return CognitivePosition(
        isCentral: reaches(tiesInside[actor], cutOff?.tiesInside), isOpen: reaches(openness[actor], cutOff?.openness),
        balance: balance(of: actor), tolerance: options.balanceTolerance)
    }
  }

  /// Nobody is central or open with none at all; without a cut-off any is enough.
  private func reaches(_ count: Int, _ cutOff: Double?) -> Bool { count > 0 && Double(count) >= cutOff ?? 0 }
}

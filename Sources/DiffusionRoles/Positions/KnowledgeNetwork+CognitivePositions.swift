public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// The cognitive position of every actor in its cluster.
  ///
  /// **This is an operationalisation.** Giuliani & Bell (2005),
  /// [doi:10.1016/j.respol.2004.10.008](https://doi.org/10.1016/j.respol.2004.10.008), describe the positions in words and
  /// formed their groups by looking at the numbers; they published no thresholds that could be confirmed. Two studies are
  /// comparable only under the same options, and the sensitivity table shows how much hangs on them. The rule:
  ///
  /// - *O*, *I* are the actors of the same cluster it gave to and received from, *k* = *O* + *I*,
  ///   *s* = (*O* − *I*) / *k*; openness is the number of its givers outside the cluster.
  /// - Central: *k* > 0 and at least the mean (or median) of all actors with a tie inside. Open: at least one outside giver
  ///   and at least the mean (or median) of the same actors; where no actor has a tie inside, any outside giver is enough.
  /// - Open and central: technological gatekeeper if *s* ≥ −*τ*, else absorbing star. Open and not central, also without any
  ///   tie inside: external star; the paper's abstract speaks of firms isolated from the cluster though strongly linked
  ///   outside.
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
    return CognitivePositions(of: kernel, options: options, remarks: remarks + kernel.partners.remarks)
  }
}

/// What the rule looks at, counted once for all choices of options.
struct CognitivePositionKernel {
  let partners: ScopedPartners
  let clusters: Grouping
  let tiesInside: [Int]

  init(of network: KnowledgeNetwork) {
    partners = ScopedPartners(of: network)
    clusters = Grouping(name: "cluster", labels: network.actors.map { $0.cluster?.rawValue })
    tiesInside = zip(partners.buzz.given, partners.buzz.received).map { $0 + $1 }
  }

  var openness: [Int] { partners.pipelines.received }

  /// The balance inside, `nil` without ties inside.
  func balance(of actor: Int) -> Double? {
    guard tiesInside[actor] > 0 else { return nil }
    return Double(partners.buzz.given[actor] - partners.buzz.received[actor]) / Double(tiesInside[actor])
  }

  /// The cut-offs: one, or one a cluster.
  func cutOffs(_ options: CognitivePositionOptions) -> [CognitiveCutOff] {
    switch options.comparison {
    case .network: [cutOff(of: Array(tiesInside.indices), for: nil, options.cutStatistic)]
    case .cluster:
      clusters.membersByGroup.enumerated().map { group, members in
        cutOff(of: members, for: clusters.groups[group], options.cutStatistic)
      }
    }
  }

  /// Every actor's position, `nil` where none of its ties says where it leads.
  func positions(_ options: CognitivePositionOptions, cutOffs: [CognitiveCutOff]) -> [CognitivePosition?] {
    tiesInside.indices.map { actor in
      guard !partners.isUndefined(actor) else { return nil }
      let cutOff = options.comparison == .network ? cutOffs.first : clusters[actor].map { cutOffs[$0] }
      return CognitivePosition(
        isCentral: reaches(tiesInside[actor], cutOff?.tiesInside), isOpen: reaches(openness[actor], cutOff?.openness),
        balance: balance(of: actor), tolerance: options.balanceTolerance)
    }
  }

  private func cutOff(
    of members: [Int], for cluster: String?, _ statistic: CognitivePositionOptions.CutStatistic
  ) -> CognitiveCutOff {
    let connected = members.filter { tiesInside[$0] > 0 }
    return CognitiveCutOff(
      cluster: cluster, actors: connected.count,
      tiesInside: statistic.middle(of: connected.map { tiesInside[$0] }),
      openness: statistic.middle(of: connected.map { openness[$0] }))
  }

  /// Nobody is central or open with none at all; without a cut-off any is enough.
  private func reaches(_ count: Int, _ cutOff: Double?) -> Bool { count > 0 && Double(count) >= cutOff ?? 0 }
}

extension Grouping {
  /// The members of every group, in one pass.
  var membersByGroup: [[Int]] {
    var members = groups.map { _ in [Int]() }
    for actor in 0..<actorCount {
      if let group = self[actor] { members[group].append(actor) }
    }
    return members
  }
}

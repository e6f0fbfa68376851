public import KnowledgeNetworks

/// Which actors link the cluster to the outside, and how strongly.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/gatekeepers()`` makes it. Not to be confused with the gatekeeper role of Gould
/// and Fernandez, which counts the pairs an actor stands between.
public struct Gatekeepers: Hashable, Codable, Sendable {
  /// Partners inside the actor's cluster, whichever way knowledge went: *I*.
  public let internalRelations: ActorScores
  /// Partners outside the actor's cluster, whichever way knowledge went, and sources stated beyond them: *E*.
  public let externalRelations: ActorScores
  /// Givers outside the cluster, and sources stated beyond them: knowledge that came in.
  public let broughtIn: ActorScores
  /// Receivers inside the cluster: knowledge that was passed on.
  public let passedOn: ActorScores
  /// What of ``externalRelations`` is stated as counts, beyond the partners that the data name; `nil` where nobody
  /// states counts.
  public let statedRelations: ActorScores?
  /// What of ``broughtIn`` is stated as counts, beyond the givers that the data name; `nil` where nobody states counts.
  public let statedSources: ActorScores?
  /// What a careful reader should know: actors without stated scopes, sources stated as counts.
  public let remarks: [String]

  /// Whether an actor has at least one internal and one external relation (Graf 2011); `nil` where no tie of the actor
  /// says whether it leaves the cluster.
  public func isGatekeeper(_ actor: Int) -> Bool? {
    Self.areBoth(internalRelations[actor], externalRelations[actor])
  }

  /// Whether an actor received from outside and gave inside, the two halves that Morrison (2008) tells apart; `nil`
  /// as for ``isGatekeeper(_:)``.
  public func bringsIn(_ actor: Int) -> Bool? { Self.areBoth(broughtIn[actor], passedOn[actor]) }

  /// The roster positions of Graf's gatekeepers, ascending.
  public var gatekeepers: [Int] { internalRelations.indices.filter { isGatekeeper($0) == true } }
  /// The roster positions of those that bring knowledge in, ascending.
  public var bringers: [Int] { internalRelations.indices.filter { bringsIn($0) == true } }
  /// The gatekeepers that are such only by what they state as counts, ascending.
  public var gatekeepersByCount: [Int] {
    gatekeepers.filter { Self.isAll(statedRelations?[$0], externalRelations[$0]) }
  }
  /// Those that bring knowledge in only by what they state as counts, ascending.
  public var bringersByCount: [Int] { bringers.filter { Self.isAll(statedSources?[$0], broughtIn[$0]) } }

  /// How strong a gatekeeper each actor is; 0 for one that is none, undefined as for ``isGatekeeper(_:)``.
  ///
  /// - Complexity: O(*n*) time and space.
  public func intensity(_ rule: GatekeeperIntensity) -> ActorScores {
    let numbers = zip(internalRelations, externalRelations).map { inside, outside in
      guard let inside, let outside else { return Double.nan }
      return rule.value(inside: inside, outside: outside)
    }
    return ActorScores(measure: rule.rawValue, numbers, remarks: [rule.label] + remarks)
  }

  private static func isAll(_ stated: Double?, _ count: Double?) -> Bool { stated != nil && stated == count }

  private static func areBoth(_ inside: Double?, _ outside: Double?) -> Bool? {
    guard let inside, let outside else { return nil }
    return inside > 0 && outside > 0
  }
}

/// How internal and external relations make one number.
///
/// Graf & Krüger (2011), [doi:10.1080/13662716.2010.528932](https://doi.org/10.1080/13662716.2010.528932), combine both
/// degrees; which formula they print could not be confirmed. Both rules here are reconstructions and say so in their
/// ``label``.
public enum GatekeeperIntensity: String, Hashable, Sendable, CaseIterable {
  /// The smaller of the two, min(*I*, *E*): how many of each can be matched.
  case minimum = "gatekeeper-intensity-minimum"
  /// The geometric mean √(*I* *E*).
  case geometricMean = "gatekeeper-intensity-geometric-mean"

  /// What to write beside the numbers.
  public var label: String {
    (self == .minimum ? "min(I, E)" : "√(I·E)") + ", our reconstruction of gatekeeper intensity after Graf and Krüger"
  }

  fileprivate func value(inside: Double, outside: Double) -> Double {
    self == .minimum ? min(inside, outside) : (inside * outside).squareRoot()
  }
}

extension KnowledgeNetwork {
  /// Which actors are gatekeepers of their cluster.
  ///
  /// A gatekeeper has at least one partner inside its cluster and at least one outside: Graf (2011),
  /// [doi:10.1093/cje/beq001](https://doi.org/10.1093/cje/beq001), whose ties have no direction, so a partner counts
  /// once whichever way knowledge went. Where direction is known, ``Gatekeepers/bringsIn(_:)`` asks for more: knowledge
  /// received through a pipeline *and* knowledge given inside, since Morrison (2008),
  /// [doi:10.1080/00343400701654178](https://doi.org/10.1080/00343400701654178), found leaders that source outside but
  /// pass little on.
  ///
  /// Inside means the same stated cluster (``/KnowledgeNetworks/TieScope``). A tie of unknown scope counts for neither
  /// side; an actor with ties of which none has a known scope is undefined; with some, its numbers are lower bounds,
  /// which a remark counts. An isolate is no gatekeeper. Weights are not used; an unobserved pair counts as no tie.
  ///
  /// Sources outside that a member states as counts (``/KnowledgeNetworks/PipelineCounts``) are external relations and
  /// knowledge brought in, as far as the data do not name as many of their range.
  ///
  /// Properties: `whoBringsInIsAGatekeeper`, `reversalKeepsGatekeepers`, `withoutDirectionBothRulesAgree`,
  /// `intensityIsPositiveExactlyForGatekeepers`, `countsNeverTakeAwayAGatekeeper`.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space for *n* actors and *m* connected pairs.
  public func gatekeepers() -> Gatekeepers {
    let partners = ScopedPartners(of: self)
    let remarks = partners.remarks
    func scores(_ measure: String, _ counts: [Int]) -> ActorScores {
      ActorScores(measure: measure, partners.numbers(counts), remarks: remarks)
    }
    return Gatekeepers(
      internalRelations: scores("internal-relations", partners.buzz.partners),
      externalRelations: scores("external-relations", partners.outside),
      broughtIn: scores("brought-in", partners.sources), passedOn: scores("passed-on", partners.buzz.given),
      statedRelations: partners.stated.map { scores("external-relations-stated", $0.partners) },
      statedSources: partners.stated.map { scores("pipelines-stated", $0.sources) }, remarks: remarks)
  }
}

public import KnowledgeNetworks

/// An MRZ-type model: partners barter in several clusters, more easily inside a cluster than across.
///
/// Morrison, Rabellotti & Zirulia (2013), [Economic Geography 89(1),
/// 77–96](https://ideas.repec.org/a/bla/ecgeog/v89y2013i1p77-96.html), extend Cowan & Jonard's barter by clusters, by
/// spatial proximity and by experts that hold the pipelines. Their abstract is what we know of it. *Known*: that
/// extension; that they vary the size of clusters, what these know, and how easily knowledge moves inside; and three
/// results: who holds a pipeline tends to become an external star and no gatekeeper; among alike clusters more
/// pipelines can make things worse; they help only where buzz is good, or where a cluster is small and knows little.
/// *Reconstructed by us*: everything else, the equations above all. Hence the name, and it should be told under no
/// other; <doc:ClusterExchangeResults> says how far the three results come out of it.
///
/// As rebuilt here, a meeting goes as in ``KnowledgeBarter``, but who learns takes over the share ``localAbsorption``
/// of what it is behind in its own cluster, the quality of buzz, and ``globalAbsorption`` over a pipeline. Who is an
/// expert is for ``KnowledgeEndowment/experts`` to say; what a cluster knows at the start, for
/// ``KnowledgeEndowment/highestInClusters``. A partner whose cluster nobody stated is learnt from as over a pipeline.
/// Spatial proximity speaks for a local share no lower than the global one; this is not enforced.
///
/// An expert is an *external star* in a run if less than half of what it gave stayed in its cluster, else a
/// *gatekeeper*; ``ExchangeRun/experts`` counts them.
///
/// Properties: `oneShareForAllIsBarter`, `pipelinesAreAbsorbedByTheirOwnShare`, `withoutPipelinesNothingComesIn`,
/// `clustersAndRolesAddUp`.
public struct ClusterExchange: ExchangeModel, Hashable, Sendable {
  /// What actors know before they exchange anything.
  public let endowment: KnowledgeEndowment
  /// The share of what it is behind that an actor takes over from a partner of its cluster: the quality of buzz.
  public let localAbsorption: Double
  /// The share that it takes over from any other.
  public let globalAbsorption: Double
  /// From which share of the higher level on a lead counts.
  public let band: Double

  /// An MRZ-type model.
  ///
  /// - Throws: ``BuzzlineError`` if a share of absorption or the band are not between 0 and 1, ends excluded.
  public init(
    _ endowment: KnowledgeEndowment, localAbsorption: Double = 0.1, globalAbsorption: Double = 0.1,
    band: Double = 0.01
  ) throws(BuzzlineError) {
    try KnowledgeBarter.check(localAbsorption, of: "Absorption in a cluster")
    try KnowledgeBarter.check(globalAbsorption, of: "Absorption between clusters")
    try KnowledgeBarter.check(band, of: "The band of indifference")
    self.endowment = endowment
    self.localAbsorption = localAbsorption
    self.globalAbsorption = globalAbsorption
    self.band = band
  }

  /// The word files and commands use.
  public var name: String { "mrz-type" }

  /// The model made ready for a network.
  ///
  /// - Throws: ``BuzzlineError`` if actors state fewer than two clusters, or the endowment does not fit.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> BarterProcess {
    let clusters = Set(network.actors.compactMap(\.cluster)).count
    try require(
      clusters >= 2 || network.actorCount == 0,
      "Exchange between clusters needs at least 2 of them; the actors state \(clusters).", .unknownGroup)
    return try BarterProcess(endowment, on: network, band: band) { $0 == true ? localAbsorption : globalAbsorption }
  }
}

internal import ClusterSurveys
internal import KnowledgeNetworks
internal import NetworkMeasures

/// The networks of all waves side by side, with intervals.
///
/// The density is over observed pairs where members were asked, else over all pairs of members; the share of ties returned
/// is of ties between members whose opposite is observed (``/ClusterSurveys/ReturnedTies``). Their intervals are Wilson's,
/// taking pairs as independent. All else is of members and outsiders, and counts unobserved pairs as not tied. The intervals
/// of centralisations and of the E–I index come from the jackknife over actors
/// (``/NetworkMeasures/ActorJackknife``); beyond its sizes, and for betweenness that was sampled, there is none.
public struct WaveFinding: Finding, Hashable {
  /// A number with its 95 % interval.
  public struct Estimate: Codable, Hashable, Sendable {
    /// The number; `nil` where it is not defined.
    public let value: Double?
    /// Where the interval begins; `nil` where there is none.
    public let from: Double?
    /// Where it ends.
    public let to: Double?

    init(_ value: Double?, _ interval: ClosedRange<Double>?) {
      (self.value, from, to) = (value, interval?.lowerBound, interval?.upperBound)
    }

    init(_ value: Double?, _ jackknife: ActorJackknife?, within limits: ClosedRange<Double>) {
      let interval = value == nil ? nil : jackknife?.interval(within: limits)
      // Without any spread among the networks less one actor the jackknife tells nothing.
      self.init(value, interval.flatMap { $0.lowerBound < $0.upperBound ? $0 : nil })
    }
  }

  /// The network of one wave.
  public struct Wave: Codable, Hashable, Sendable {
    /// The wave.
    public let name: String
    /// How many actors were on the roster.
    public let members: Int
    /// How many outsiders are tied to somebody.
    public let outsiders: Int
    /// How many pairs are tied.
    public let connectedPairs: Int
    /// How many pairs of members are observed; `nil` where nobody was asked or they cannot be counted.
    public let observedPairs: Int?
    /// The share of these, or of all pairs of members where nobody was asked, that are tied.
    public let density: Estimate
    /// The share of ties between members that are returned, of those whose opposite is observed.
    public let reciprocity: Estimate
    /// The share of two-step paths that are closed.
    public let transitivity: Double?
    /// How many actors the largest component holds.
    public let largestComponent: Int
    /// How far ties lean on single receivers.
    public let inDegreeCentralisation: Estimate
    /// How far ties lean on single givers.
    public let outDegreeCentralisation: Estimate
    /// How far paths lean on single actors.
    public let betweennessCentralisation: Estimate
    /// The E–I index of the groups compared.
    public let externalInternal: Estimate
    /// The share of local buzz among ties of known scope.
    public let localBuzz: Double?
  }

  /// The waves, ascending.
  public let waves: [Wave]

  init(of waves: [Findings], workers: Workers) throws(BuzzlineError) {
    self.waves = try waves.map { wave throws(BuzzlineError) in try Wave(of: wave, workers: workers) }
  }

  /// A row a wave.
  public var table: FindingsTable {
    FindingsTable(
      "waves", rows: waves,
      columns: [
        .text("wave") { $0.name }, .count("members") { $0.members }, .count("outsiders") { $0.outsiders },
        .count("connected_pairs") { $0.connectedPairs }, .count("observed_pairs") { $0.observedPairs },
      ],
      Self.estimate("density", .share, \.density) + Self.estimate("reciprocity", .share, \.reciprocity)
        + [.share("transitivity") { $0.transitivity }, .count("largest_component") { $0.largestComponent }]
        + Self.estimate("centralisation_in_degree", .number, \.inDegreeCentralisation)
        + Self.estimate("centralisation_out_degree", .number, \.outDegreeCentralisation)
        + Self.estimate("centralisation_betweenness", .number, \.betweennessCentralisation)
        + Self.estimate("external_internal", .number, \.externalInternal) + [.share("local_buzz") { $0.localBuzz }])
  }

  private static func estimate(
    _ name: String, _ unit: FindingsTable.Column.Unit, _ estimate: any KeyPath<Wave, Estimate> & Sendable
  ) -> [TableColumn<Wave>] {
    [
      TableColumn(name, unit) { .number($0[keyPath: estimate].value) },
      TableColumn(name + "_from", unit) { .number($0[keyPath: estimate].from) },
      TableColumn(name + "_to", unit) { .number($0[keyPath: estimate].to) },
    ]
  }

  /// A row a wave and number that has an interval, for readers of a report.
  var intervals: FindingsTable {
    let numbers: [(name: String, estimate: any KeyPath<Wave, Estimate> & Sendable)] = [
      ("density", \.density), ("share of ties returned", \.reciprocity),
      ("centralisation by number of receivers", \.outDegreeCentralisation),
      ("centralisation by number of givers", \.inDegreeCentralisation),
      ("centralisation by betweenness", \.betweennessCentralisation), ("E–I index", \.externalInternal),
    ]
    let rows = numbers.flatMap { number in
      waves.compactMap { wave -> [Cell]? in
        let estimate = wave[keyPath: number.estimate]
        guard estimate.from != nil else { return nil }
        let bounds = [estimate.value, estimate.from, estimate.to].map { Cell.number($0) }
        return [.word(number.name), .text(wave.name)] + bounds
      }
    }
    // Densities of large networks are small.
    let bounds = ["value", "from", "to"].map { FindingsTable.Column($0, .number, decimals: 4) }
    return FindingsTable(
      "intervals", columns: [FindingsTable.Column("number"), FindingsTable.Column("wave")] + bounds, rows: rows)
  }
}

extension WaveFinding.Wave {
  init(of findings: Findings, workers: Workers) throws(BuzzlineError) {
    let (network, cohesion) = (findings.network, findings.cohesion)
    name = findings.wave ?? ""
    members = network.memberCount
    outsiders = network.tiedOutsiders.count
    (connectedPairs, observedPairs) = (network.pairCount, findings.observedPairs)
    density = Self.density(of: findings)
    let returned = findings.returnedTies
    reciprocity = WaveFinding.Estimate(returned?.share, returned?.interval)
    (transitivity, largestComponent) = (cohesion.transitivity.ratio, cohesion.weak.largest)
    let centralisation = cohesion.centralisation
    inDegreeCentralisation = WaveFinding.Estimate(
      centralisation.inDegree, network.degreeCentralisationJackknife(.incoming), within: 0...1)
    outDegreeCentralisation = WaveFinding.Estimate(
      centralisation.outDegree, network.degreeCentralisationJackknife(.outgoing), within: 0...1)
    let isSampled = findings.study.options.sampling != nil
    betweennessCentralisation = WaveFinding.Estimate(
      centralisation.betweenness,
      isSampled ? nil : try network.betweennessCentralisationJackknife(workers: workers), within: 0...1)
    let index = findings.mixing.split?.symmetrised.index
    let jackknife = try findings.grouping.map { grouping throws(BuzzlineError) in
      try network.externalInternalJackknife(by: grouping)
    }
    externalInternal = WaveFinding.Estimate(index, jackknife ?? nil, within: -1...1)
    localBuzz = findings.buzzShare
  }

  private static func density(of findings: Findings) -> WaveFinding.Estimate {
    let (network, isDirected) = (findings.network, findings.network.isDirected)
    let members = network.memberCount
    let possible = findings.study.survey.wasAsked ? nil : members * (members - 1) / (isDirected ? 1 : 2)
    guard let pairs = findings.observedPairs ?? possible else { return WaveFinding.Estimate(nil, nil) }
    let share = ObservedShare(count: network.memberPairCount, of: pairs)
    return WaveFinding.Estimate(share.value, share.interval)
  }
}

extension KnowledgeNetwork {
  /// The outsiders that somebody is tied to: those named, whom nobody asked.
  var tiedOutsiders: [Int] {
    actors.indices.filter { !actors[$0].isMember && receiverCount(of: $0) + giverCount(to: $0) > 0 }
  }
}

/// How many sources of knowledge outside its cluster an actor states, by range, without naming them.
///
/// Firms that are asked "from how many organisations outside the cluster do you receive knowledge, in the region, in
/// the country, abroad?" answer with numbers. Each counts as a pipeline *of the actor*, incoming and without a partner:
/// it adds to openness, external relations and shares by range, and makes no tie, so that degree, density, centrality,
/// reach and brokerage do not know it.
///
/// Ranges are those of ``PipelineRange``: a regional source is of the actor's region and not of its cluster, a national
/// one of another region of its country, an international one of another country. What was not stated is `nil`; 0 is
/// the statement that there is none. The same organisation may be stated and be an actor of the network besides, which
/// ``KnowledgeNetwork/statedSources(of:)`` takes into account.
public struct PipelineCounts: Hashable, Sendable {
  /// The ranges that can be stated, the nearest first.
  public static let ranges: [PipelineRange] = [.regional, .national, .international]
  /// The largest number that can be stated of a range.
  public static let largest = 1_000_000_000

  // In one word of memory, since every actor of a network has room for it.
  private var counts: [PipelineRange: Int] = [:]

  /// States numbers of sources; `nil` for a range of which nothing is stated.
  ///
  /// - Precondition: each is from 0 to ``largest``.
  public init(regional: Int? = nil, national: Int? = nil, international: Int? = nil) {
    (self[.regional], self[.national], self[.international]) = (regional, national, international)
  }

  /// The number of sources of a range; `nil` where it is not stated.
  ///
  /// - Precondition: a number set is from 0 to ``largest``, and its range is not ``PipelineRange/unstated``.
  public subscript(range: PipelineRange) -> Int? {
    get { counts[range] }
    set {
      precondition(newValue.map(Self.canBeStated) ?? true, "a number of sources is from 0 to \(Self.largest)")
      precondition(newValue == nil || range != .unstated, "who states a number of sources states their range")
      counts[range] = newValue
    }
  }

  /// Sources in the actor's region, outside its cluster.
  public var regional: Int? { self[.regional] }
  /// Sources in other regions of the actor's country.
  public var national: Int? { self[.national] }
  /// Sources in other countries.
  public var international: Int? { self[.international] }
  /// Sources of all ranges stated.
  public var total: Int { counts.values.reduce(0, +) }

  private static func canBeStated(_ count: Int) -> Bool { (0...largest).contains(count) }

  /// What is stated beyond partners that are named.
  ///
  /// Of each range the named are taken off. Those whose range is not known may be of any, and are taken off what is
  /// left, the nearest range first.
  func beyond(_ named: [PipelineRange: Int]) -> PipelineCounts {
    var (left, unplaced) = (self, named[.unstated] ?? 0)
    for range in Self.ranges {
      guard let count = self[range] else { continue }
      let more = max(0, count - (named[range] ?? 0))
      left[range] = max(0, more - unplaced)
      unplaced = max(0, unplaced - more)
    }
    return left
  }
}

extension PipelineCounts: Codable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case regional, national, international

    var range: PipelineRange {
      switch self {
      case .regional: .regional
      case .national: .national
      case .international: .international
      }
    }
  }

  /// Reads the ranges that are stated.
  ///
  /// - Throws: `DecodingError` if a number is not from 0 to ``largest``.
  public init(from decoder: any Decoder) throws {
    let stated = try decoder.container(keyedBy: CodingKeys.self)
    for key in CodingKeys.allCases {
      guard let count = try stated.decodeIfPresent(Int.self, forKey: key) else { continue }
      guard Self.canBeStated(count) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: stated, debugDescription: "a number of sources is from 0 to \(Self.largest)")
      }
      counts[key.range] = count
    }
  }

  /// Writes the ranges that are stated.
  public func encode(to encoder: any Encoder) throws {
    var stated = encoder.container(keyedBy: CodingKeys.self)
    for key in CodingKeys.allCases { try stated.encodeIfPresent(counts[key.range], forKey: key) }
  }
}

extension NetworkActor {
  /// The actor in a part of its network: what it states is kept of the scopes selected, and left out where topics or
  /// channels are, since a count has neither.
  package func inPart(scopes: Set<TieScope>?, isOfLayers: Bool) -> NetworkActor {
    guard var counts = statedPipelines else { return self }
    for range in PipelineCounts.ranges where isOfLayers || scopes?.contains(.globalPipeline(range)) == false {
      counts[range] = nil
    }
    var actor = self
    actor.statedPipelines = counts == PipelineCounts() ? nil : counts
    return actor
  }
}

extension KnowledgeNetwork {
  /// The sources outside that an actor states as counts, beyond the givers that the network names.
  ///
  /// A source that was counted may be one of the actors from which knowledge came through a pipeline. So that none
  /// counts twice, the larger of the two numbers holds for each range: this is what the count has more. A giver whose
  /// range is not known may be any of the sources, and takes one off the nearest range that has some left. Ties of
  /// unknown ``TieScope`` are not pipelines and take off nothing. Outsiders were not asked, so theirs are not counted.
  ///
  /// - Returns: `nil` where the actor states no count, or is no member.
  /// - Complexity: O(*d*) time for *d* givers.
  public func statedSources(of actor: Int) -> PipelineCounts? { stated(by: actor, beyond: givers(to: actor)) }

  /// The sources outside that an actor states as counts, beyond the partners that the network names, whichever way
  /// knowledge went: ``statedSources(of:)`` where partners are counted, not givers.
  ///
  /// - Returns: `nil` where the actor states no count, or is no member.
  /// - Complexity: O(*d*) time and space for *d* partners.
  public func statedPartners(of actor: Int) -> PipelineCounts? {
    stated(by: actor, beyond: Set(givers(to: actor)).union(receivers(of: actor)))
  }

  private func stated(by actor: Int, beyond partners: some Sequence<Int>) -> PipelineCounts? {
    guard actors[actor].isMember, let counts = actors[actor].statedPipelines else { return nil }
    var named: [PipelineRange: Int] = [:]
    for partner in partners {
      if case .globalPipeline(let range) = scope(between: actor, and: partner) { named[range, default: 0] += 1 }
    }
    return counts.beyond(named)
  }
}

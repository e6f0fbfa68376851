/// Where a tie leads: inside the regional cluster, out of it, or nobody said.
///
/// Bathelt, Malmberg & Maskell (2004), [doi:10.1191/0309132504ph469oa](https://doi.org/10.1191/0309132504ph469oa).
public enum TieScope: Hashable, Codable, Sendable {
  /// Both actors belong to the same cluster.
  case localBuzz
  /// The actors belong to different clusters; all such scopes together are ``pipelines``.
  case globalPipeline(PipelineRange)
  /// The cluster of at least one actor is not stated.
  case unknown

  /// Whether the tie leaves the cluster.
  public var isPipeline: Bool {
    if case .globalPipeline = self { true } else { false }
  }

  /// All scopes, buzz first, in the order tables show them.
  public static let allScopes: [TieScope] =
    [.localBuzz] + PipelineRange.allCases.map { .globalPipeline($0) } + [.unknown]

  /// The scopes of all pipelines, whatever their range and whether it is stated or not.
  public static let pipelines: Set<TieScope> = Set(PipelineRange.allCases.map { .globalPipeline($0) })

  /// The word tables and files use.
  public var label: String {
    switch self {
    case .localBuzz: "local_buzz"
    case .globalPipeline(.unstated): "pipeline"
    case .globalPipeline(let range): "\(range.rawValue)_pipeline"
    case .unknown: "unknown"
    }
  }
}

extension TieScope: CodingKeyRepresentable {
  /// The scope of a word; `nil` for any other.
  public init?(label: String) {
    guard let scope = Self.allScopes.first(where: { $0.label == label }) else { return nil }
    self = scope
  }

  /// Its word, so that scopes can name the members of an object.
  public var codingKey: any CodingKey { label.codingKey }
  /// The scope of a member's name.
  public init?(codingKey: some CodingKey) { self.init(label: codingKey.stringValue) }

  /// Reads its word.
  public init(from decoder: any Decoder) throws {
    guard let scope = TieScope(label: try String(from: decoder)) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no scope of a tie"))
    }
    self = scope
  }

  /// Writes its word.
  public func encode(to encoder: any Encoder) throws { try label.encode(to: encoder) }
}

/// How far a pipeline reaches.
///
/// Different countries make it international, one region regional, different regions of one country national.
public enum PipelineRange: String, Hashable, Codable, Sendable, CaseIterable {
  /// Between clusters of one region.
  case regional
  /// Between regions of one country.
  case national
  /// Between countries.
  case international
  /// Places are not stated well enough to tell.
  case unstated
}

extension KnowledgeNetwork {
  /// Where a tie between two actors leads, by their clusters, regions and countries.
  ///
  /// An outsider that states no cluster is outside the clusters of those tied to it. Symmetric in its arguments.
  public func scope(between source: Int, and target: Int) -> TieScope { places.scope(between: source, and: target) }
}

/// Clusters, regions and countries of all actors as numbers, so that comparing places compares no words.
package struct ActorPlaces: Sendable {
  private let clusters: [Int32]
  /// Outsiders that state no cluster.
  private let isElsewhere: [Bool]
  private let regions: [Int32]
  private let countries: [Int32]

  package init(of actors: [NetworkActor], workers: Workers) throws(BuzzlineError) {
    let columns: [ActorColumn] = [.cluster, .region, .country]
    let codes = try workers.map(columns.count) { Grouping(of: actors, by: columns[$0]).groupCodes }
    (clusters, regions, countries) = (codes[0], codes[1], codes[2])
    isElsewhere = actors.map { !$0.isMember && $0.cluster == nil }
  }

  package func scope(between source: Int, and target: Int) -> TieScope {
    switch Self.agree(clusters, source, target) {
    case true?: return .localBuzz
    case nil where !leadsElsewhere(source, target): return .unknown
    default: break
    }
    return switch (Self.agree(countries, source, target), Self.agree(regions, source, target)) {
    case (false?, _): .globalPipeline(.international)
    case (_, true?): .globalPipeline(.regional)
    case (true?, false?): .globalPipeline(.national)
    default: .globalPipeline(.unstated)
    }
  }

  /// Whether one belongs to a cluster and the other, an outsider, to none that is stated.
  private func leadsElsewhere(_ left: Int, _ right: Int) -> Bool {
    (clusters[left] >= 0 && isElsewhere[right]) || (clusters[right] >= 0 && isElsewhere[left])
  }

  /// Whether two actors say the same; `nil` where one says nothing.
  private static func agree(_ codes: [Int32], _ left: Int, _ right: Int) -> Bool? {
    codes[left] < 0 || codes[right] < 0 ? nil : codes[left] == codes[right]
  }
}

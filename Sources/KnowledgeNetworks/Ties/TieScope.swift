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

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Its word, so that scopes can name the members of an object.
  public var codingKey: any CodingKey { Key(stringValue: label) }
  /// The scope of a member's name.
  public init?(codingKey: some CodingKey) { self.init(label: codingKey.stringValue) }

  /// Reads its word.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let scope = TieScope(label: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no scope of a tie")
    }
    self = scope
  }

  /// Writes its word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(label)
  }
}

/// How far a pipeline reaches.
///
/// Different countries make it international; the same region of one country regional; different regions of one
/// country national.
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

public import KnowledgeDiffusion
public import KnowledgeNetworks

/// What is lost without each part of a network, as the command prints it: one object of JSON, or a table with a row a
/// part.
public struct PartLossFinding: Finding {
  private let losses: [PartLoss]
  private let network: KnowledgeNetwork
  private let objective: ReachObjective
  private let settings: [JSONValue.Member]

  /// The account of some comparisons.
  ///
  /// - Parameters:
  ///   - losses: The comparisons.
  ///   - network: The network they were made on.
  ///   - objective: Whose reach counted.
  ///   - settings: The question and the model, which JSON tells.
  public init(
    _ losses: [PartLoss], on network: KnowledgeNetwork, for objective: ReachObjective, settings: [JSONValue.Member]
  ) {
    self.losses = losses
    self.network = network
    self.objective = objective
    self.settings = settings
  }

  /// A row a part: what sort of part and its name, how many actors and connected pairs go, how many of those who stay
  /// are expected to be reached before and after, what is lost with its standard error, and the share that is.
  public var table: FindingsTable { .losses(losses) }

  /// Everything as one object.
  public var json: JSONValue {
    .object(
      settings + [
        .init("from", objective.starts(on: network)), .init("actors", .count(network.actorCount)),
        .init("losses", .list(losses.map(Self.told))),
      ])
  }

  private static func told(_ loss: PartLoss) -> JSONValue {
    .object(
      [
        .init("without", .text(loss.part.sort)), .init("name", JSONValue(loss.part.name)),
        .init("actors", .count(loss.loss.leavers.count)), .init("pairs", .count(loss.pairs)),
      ] + LeavingFinding.members(of: loss.loss.total))
  }
}

extension FindingsTable {
  /// What ``PartLossFinding/table`` shows.
  static func losses(_ losses: [PartLoss]) -> FindingsTable {
    let columns: [TableColumn<PartLoss>] = [
      TableColumn("without", .text) { .word($0.part.sort) }, TableColumn("name", .text) { .text($0.part.name) },
      TableColumn("actors", .count) { .count($0.loss.leavers.count) },
      TableColumn("pairs", .count) { .count($0.pairs) },
      TableColumn("before", .number) { .number($0.loss.total.before.mean) },
      TableColumn("after", .number) { .number($0.loss.total.after.mean) },
      TableColumn("loss", .number) { .number($0.loss.total.loss.mean) },
      TableColumn("standard_error", .number) { .number($0.loss.total.loss.standardError) },
      TableColumn("share", .share) { .number($0.loss.total.share) },
    ]
    return FindingsTable("losses", columns, rows: losses)
  }
}

extension NetworkPart {
  /// What sort of part it is.
  var sort: String {
    switch self {
    case .kind: "kind"
    case .channel: "channel"
    case .topic: "topic"
    case .pipelines: "pipelines"
    }
  }

  /// Its name in the data; `nil` where it has none.
  var name: String? {
    switch self {
    case .kind(let kind): kind.rawValue
    case .channel(let word), .topic(let word): word
    case .pipelines: nil
    }
  }
}

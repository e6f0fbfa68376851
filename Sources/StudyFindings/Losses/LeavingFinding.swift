public import KnowledgeDiffusion
public import KnowledgeNetworks

/// What is lost if some actors leave, as the command prints it: one object of JSON, or a table with a row a group.
public struct LeavingFinding: Finding {
  private let loss: LeavingLoss
  private let network: KnowledgeNetwork
  private let objective: ReachObjective
  private let settings: [JSONValue.Member]

  /// The account of a comparison.
  ///
  /// - Parameters:
  ///   - loss: The comparison.
  ///   - network: The network it was made on.
  ///   - objective: Whose reach counted.
  ///   - settings: The question and the model, which JSON tells.
  public init(
    _ loss: LeavingLoss, on network: KnowledgeNetwork, for objective: ReachObjective, settings: [JSONValue.Member]
  ) {
    self.loss = loss
    self.network = network
    self.objective = objective
    self.settings = settings
  }

  private var groups: [(column: String, loss: GroupLoss)] {
    [("all", loss.total)] + loss.byKind.map { ("kind", $0) } + loss.byCluster.map { ("cluster", $0) }
  }

  /// A row a group of those who stay (`all`, each `kind`, each `cluster`): how many of it are expected to be reached
  /// before and after, what is lost with its standard error, and the share that is.
  public var table: FindingsTable {
    let columns: [TableColumn<(column: String, loss: GroupLoss)>] = [
      TableColumn("of", .text) { .word($0.column) }, TableColumn("group", .text) { .text($0.loss.group) },
      TableColumn("members", .count) { .count($0.loss.members) },
      TableColumn("before", .number) { .number($0.loss.before.mean) },
      TableColumn("after", .number) { .number($0.loss.after.mean) },
      TableColumn("loss", .number) { .number($0.loss.loss.mean) },
      TableColumn("standard_error", .number) { .number($0.loss.loss.standardError) },
      TableColumn("share", .share) { .number($0.loss.share) },
    ]
    return FindingsTable("leaving", columns, rows: groups)
  }

  /// Everything as one object.
  public var json: JSONValue {
    .object(
      settings + [
        .init("without", .list(loss.leavers.map { .text(network.actors[$0].id) })),
        .init("from", objective.starts(on: network)), .init("actors", .count(network.actorCount)),
        .init("total", Self.told(loss.total)), .init("kinds", .list(loss.byKind.map(Self.told))),
        .init("clusters", .list(loss.byCluster.map(Self.told))),
      ])
  }

  private static func told(_ loss: GroupLoss) -> JSONValue {
    .object((loss.group.map { [.init("group", .text($0))] } ?? []) + members(of: loss))
  }

  /// What is lost of a group, as JSON tells it.
  static func members(of loss: GroupLoss) -> [JSONValue.Member] {
    [
      .init("members", .count(loss.members)), .init("before", .number(loss.before.mean)),
      .init("after", .number(loss.after.mean)), .init("loss", .number(loss.loss.mean)),
      .init("standardError", JSONValue(loss.loss.standardError)), .init("share", JSONValue(loss.share)),
    ]
  }

  /// What was taken out, and what it costs the others.
  public var sentences: [String] {
    let (total, count) = (loss.total, loss.leavers.count)
    let names = Paragraph.names(loss.leavers.prefix(5).map { network.actors[$0].name }).text
    return [
      "Without \(names)\(count > 5 ? " and \(count - 5) more" : ""), of those who stay "
        + "\(NumberText.number(total.after.mean)) are reached instead of \(NumberText.number(total.before.mean))"
        + "\(objective == .everyActor ? " from one of them, on average" : ""): "
        + "\(NumberText.share(total.share)) are lost."
    ]
  }
}

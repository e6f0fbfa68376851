public import KnowledgeDiffusion
public import KnowledgeNetworks

/// What is lost if some actors leave.
public struct LeavingFinding: Finding, Hashable {
  /// What is lost of one group of those who stay, or of all.
  public struct Loss: Codable, Hashable, Sendable {
    /// The kind or the cluster; `nil` for all, and for those whose group is not stated.
    public let group: String?
    /// How many of it stay.
    public let members: Int
    /// How many of it are expected to be reached before.
    public let before: Double
    /// How many are reached after.
    public let after: Double
    /// The difference, on the same live-edge graphs.
    public let loss: Double
    /// The standard error of the difference; `nil` where one run tells nothing of it.
    public let standardError: Double?
    /// The difference as a share of what was reached before; `nil` where that was nothing.
    public let share: Double?

    init(_ loss: GroupLoss) {
      (group, members, before, after) = (loss.group, loss.members, loss.before.mean, loss.after.mean)
      (self.loss, standardError, share) = (loss.loss.mean, loss.loss.standardError, loss.share)
    }

    /// The numbers as columns of a table.
    static func columns<Row>(of loss: @escaping @Sendable (Row) -> Loss) -> [TableColumn<Row>] {
      [
        TableColumn("before", .number) { .number(loss($0).before) },
        TableColumn("after", .number) { .number(loss($0).after) },
        TableColumn("loss", .number) { .number(loss($0).loss) },
        TableColumn("standard_error", .number) { .number(loss($0).standardError) },
        TableColumn("share", .share) { .number(loss($0).share) },
      ]
    }
  }

  /// The model, and from whom knowledge spreads.
  public let asked: SpreadQuestion
  /// The number of actors in the network.
  public let actors: Int
  /// Who leaves.
  public let without: [NamedActor]
  /// What is lost of all who stay.
  public let total: Loss
  /// The same by kind.
  public let kinds: [Loss]
  /// The same by cluster.
  public let clusters: [Loss]

  /// What a comparison found.
  public init(_ loss: LeavingLoss, on network: KnowledgeNetwork, asked: SpreadQuestion) {
    self.asked = asked
    actors = network.actorCount
    without = loss.leavers.map { NamedActor(network.actors[$0]) }
    total = Loss(loss.total)
    (kinds, clusters) = (loss.byKind.map(Loss.init), loss.byCluster.map(Loss.init))
  }

  /// A row a group of those who stay (`all`, each `kind`, each `cluster`): how many of it are expected to be reached
  /// before and after, what is lost with its standard error, and the share that is.
  public var table: FindingsTable {
    let columns: [TableColumn<(column: String, loss: Loss)>] =
      [
        TableColumn("of", .text) { .word($0.column) }, TableColumn("group", .text) { .text($0.loss.group) },
        TableColumn("members", .count) { .count($0.loss.members) },
      ] + Loss.columns { $0.loss }
    return FindingsTable(
      "leaving", columns, rows: [("all", total)] + kinds.map { ("kind", $0) } + clusters.map { ("cluster", $0) })
  }

  /// Who was taken out, and what it costs the others.
  public var statements: [String] {
    let names = Paragraph.names(without.prefix(5).map(\.name)).text
    return [
      "Without \(names)\(without.count > 5 ? " and \(without.count - 5) more" : ""), of those who stay "
        + "\(NumberText.number(total.after)) are reached instead of \(NumberText.number(total.before))"
        + "\(asked.from == nil ? " from one of them, on average" : ""): \(NumberText.share(total.share)) are lost."
    ]
  }
}

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

    static func columns<Row>(of loss: @escaping @Sendable (Row) -> Loss) -> [TableColumn<Row>] {
      [
        .number("before") { loss($0).before }, .number("after") { loss($0).after }, .number("loss") { loss($0).loss },
        .number("standard_error") { loss($0).standardError }, .share("share") { loss($0).share },
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
    (self.asked, actors) = (asked, network.actorCount)
    without = loss.leavers.map { NamedActor(network.actors[$0]) }
    total = Loss(loss.total)
    (kinds, clusters) = (loss.byKind.map(Loss.init), loss.byCluster.map(Loss.init))
  }

  /// A row a group of those who stay (`all`, each `kind`, each `cluster`): how many of it are expected to be reached
  /// before and after, what is lost with its standard error, and the share that is.
  public var table: FindingsTable {
    let kinds = kinds.map { (column: "kind", loss: $0) }
    let clusters = clusters.map { (column: "cluster", loss: $0) }
    return FindingsTable(
      "leaving", rows: [(column: "all", loss: total)] + kinds + clusters,
      columns: [.word("of") { $0.column }, .text("group") { $0.loss.group }, .count("members") { $0.loss.members }],
      Loss.columns { $0.loss })
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

/// What is lost without each part of a network.
public struct PartLossFinding: Finding, Hashable {
  /// What is lost without one part.
  public struct Part: Codable, Hashable, Sendable {
    /// What sort of part goes: `kind`, `channel`, `topic` or `pipelines`.
    public let without: String
    /// Its name in the data; `nil` for pipelines.
    public let name: String?
    /// How many actors go.
    public let actors: Int
    /// How many connected pairs go.
    public let pairs: Int
    /// What is lost of all who stay.
    public let loss: LeavingFinding.Loss

    init(_ part: PartLoss) {
      (without, name) = part.part.words
      (actors, pairs, loss) = (part.loss.leavers.count, part.pairs, .init(part.loss.total))
    }
  }

  /// The model, and from whom knowledge spreads.
  public let asked: SpreadQuestion
  /// The number of actors in the network.
  public let actors: Int
  /// The parts, in their order.
  public let losses: [Part]

  /// What some comparisons found.
  public init(_ losses: [PartLoss], on network: KnowledgeNetwork, asked: SpreadQuestion) {
    (self.asked, actors) = (asked, network.actorCount)
    self.losses = losses.map(Part.init)
  }

  /// A row a part: what sort of part and its name, how many actors and connected pairs go, how many of those who stay
  /// are expected to be reached before and after, what is lost with its standard error, and the share that is.
  public var table: FindingsTable {
    FindingsTable(
      "losses", rows: losses, columns: [.word("without") { $0.without }, .text("name") { $0.name }],
      [.count("actors") { $0.actors }, .count("pairs") { $0.pairs }], LeavingFinding.Loss.columns { $0.loss })
  }
}

extension NetworkPart {
  fileprivate var words: (sort: String, name: String?) {
    switch self {
    case .kind(let kind): ("kind", kind.rawValue)
    case .channel(let word): ("channel", word)
    case .topic(let word): ("topic", word)
    case .pipelines: ("pipelines", nil)
    }
  }
}

public import KnowledgeDiffusion
public import KnowledgeNetworks

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
    self.asked = asked
    actors = network.actorCount
    self.losses = losses.map(Part.init)
  }

  /// A row a part: what sort of part and its name, how many actors and connected pairs go, how many of those who stay
  /// are expected to be reached before and after, what is lost with its standard error, and the share that is.
  public var table: FindingsTable {
    let columns: [TableColumn<Part>] =
      [
        TableColumn("without", .text) { .word($0.without) }, TableColumn("name", .text) { .text($0.name) },
        TableColumn("actors", .count) { .count($0.actors) }, TableColumn("pairs", .count) { .count($0.pairs) },
      ] + LeavingFinding.Loss.columns { $0.loss }
    return FindingsTable("losses", columns, rows: losses)
  }
}

extension NetworkPart {
  /// What sort of part it is, and its name in the data.
  fileprivate var words: (sort: String, name: String?) {
    switch self {
    case .kind(let kind): ("kind", kind.rawValue)
    case .channel(let word): ("channel", word)
    case .topic(let word): ("topic", word)
    case .pipelines: ("pipelines", nil)
    }
  }
}

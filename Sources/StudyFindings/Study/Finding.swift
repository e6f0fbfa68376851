public import KnowledgeDiffusion
public import KnowledgeNetworks

/// What was found on one topic: its numbers, its table, and what may be said of them.
///
/// A command prints it, as a table with the statements beside it or whole as JSON, and a report shows the same value.
/// It stands without its network: actors are named by identifier.
public protocol Finding: Codable, Sendable {
  /// Rows for a table program.
  var table: FindingsTable { get }
  /// What the table cannot hold, for the reader who prints it.
  var statements: [String] { get }
}

extension Finding {
  /// Nothing beside the table.
  public var statements: [String] { [] }
}

/// Who an actor is, where its network is not at hand.
public struct NamedActor: Codable, Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The name.
  public let name: String
  /// The kind; `nil` where it is not stated.
  public let kind: String?
  /// The regional cluster; `nil` where it is not stated.
  public let cluster: String?

  /// Names an actor.
  public init(_ actor: NetworkActor) {
    (id, name, kind, cluster) = (actor.id, actor.name, actor.kind?.rawValue, actor.cluster?.rawValue)
  }
}

/// By which model reach was computed, from whom, and on how many runs.
public struct SpreadQuestion: Codable, Hashable, Sendable {
  /// The model's name.
  public let model: String
  /// The model's numbers.
  public let settings: [String: JSONValue]
  /// The identifiers of those who know at the start; `nil` where each actor does in turn, or where that is the
  /// question.
  public let from: [String]?
  /// How many runs, or live-edge graphs; `nil` where nothing is left to chance.
  public let runs: Int?
  /// The seed of what is drawn at random; `nil` where nothing is.
  public let seed: UInt64?
  /// The waves of the network's ties; `nil` where they state none.
  public let waves: [String]?

  /// Puts a question.
  public init(
    model: String, settings: [String: JSONValue] = [:], from: [String]? = nil, runs: Int? = nil, seed: UInt64? = nil,
    on network: KnowledgeNetwork
  ) {
    (self.model, self.settings, self.from, self.runs, self.seed) = (model, settings, from, runs, seed)
    waves = network.statedWaves
  }
}

extension KnowledgeNetwork {
  /// The waves of its ties; `nil` where they state none.
  var statedWaves: [String]? { waves.isEmpty ? nil : waves }
}

extension ReachObjective {
  /// The identifiers of those who start; `nil` where each actor does in turn.
  public func starters(on network: KnowledgeNetwork) -> [String]? {
    switch self {
    case .seeds(let seeds): seeds.map { network.actors[$0].id }
    case .everyActor: nil
    }
  }
}

/// What a study found on one topic, of the actors, the groups and the network.
///
/// The tables of a study are the columns and rows of its findings side by side, so a new number is a new line in one of
/// them. Reports take their sentences from the same values.
protocol StudyFinding: Codable, Sendable {
  /// What it adds to each actor's row.
  var actorColumns: [TableColumn<Int>] { get }
  /// What it adds to each group's row.
  var groupColumns: [TableColumn<Int>] { get }
  /// Its numbers of the whole network.
  var networkFigures: [NetworkFigure] { get }
  /// What a careful reader should know.
  var remarks: [String] { get }
}

extension StudyFinding {
  var actorColumns: [TableColumn<Int>] { [] }
  var groupColumns: [TableColumn<Int>] { [] }
  var networkFigures: [NetworkFigure] { [] }
  var remarks: [String] { [] }
}

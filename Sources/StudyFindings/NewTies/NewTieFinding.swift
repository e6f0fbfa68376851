public import KnowledgeDiffusion
public import KnowledgeNetworks

/// Which new ties would add most reach, as the command prints it: one object of JSON, or a table with a row a tie.
public struct NewTieFinding: Finding {
  private let found: NewTies
  private let network: KnowledgeNetwork
  private let asked: Int
  private let objective: ReachObjective
  private let settings: [JSONValue.Member]

  /// The account of a search.
  ///
  /// - Parameters:
  ///   - found: What was found.
  ///   - network: The network it was found in.
  ///   - asked: How many ties were asked for.
  ///   - objective: Whose reach counted.
  ///   - settings: The question and the model, which JSON tells.
  public init(
    _ found: NewTies, on network: KnowledgeNetwork, asked: Int, for objective: ReachObjective,
    settings: [JSONValue.Member]
  ) {
    self.found = found
    self.network = network
    self.asked = asked
    self.objective = objective
    self.settings = settings
  }

  /// A row a tie: its place in the choice, both ends, where it leads, what it adds to expected reach beside those
  /// before it with the standard error of that, and how many others add as much.
  public var table: FindingsTable { .newTies(found, of: network) }

  /// Everything as one object.
  public var json: JSONValue {
    .object(
      settings + [
        .init("from", objective.starts(on: network)), .init("actors", .count(network.actorCount)),
        .init("reachBefore", JSONValue(found.reachBefore)), .init("together", JSONValue(found.together)),
        .init("ties", .list(found.ties.enumerated().map { told($0.element, rank: $0.offset + 1) })),
      ])
  }

  private func told(_ tie: NewTie, rank: Int) -> JSONValue {
    [
      "rank": .count(rank), "giver": id(tie.ends.giver), "receiver": id(tie.ends.receiver),
      "scope": .text(tie.scope.label), "gain": .number(tie.gain.mean),
      "standardError": JSONValue(tie.gain.standardError),
      "equals": .list(tie.equals.map { ["giver": id($0.giver), "receiver": id($0.receiver)] }),
      "moreEquals": .bool(tie.hasMoreEquals),
    ]
  }

  private func id(_ actor: Int) -> JSONValue { .text(network.actors[actor].id) }

  /// What a table cannot hold: reach before, and what all ties add together.
  public var sentences: [String] {
    let now =
      "As things are, \(objective.words) \(NumberText.measured(found.reachBefore)) of "
      + "\(NumberText.count(network.actorCount)) actors"
    guard !found.ties.isEmpty else { return [now + "; no such tie adds anything."] }
    let few = found.ties.count < asked ? ["Of \(asked) ties asked for only \(found.ties.count) add anything."] : []
    return few + [
      now + "; all these ties together add \(NumberText.measured(found.together)).",
      "These gains are from the live-edge graphs that the ties were chosen on, which favour them a little.",
    ]
  }
}

extension FindingsTable {
  /// What ``NewTieFinding/table`` shows.
  static func newTies(_ found: NewTies, of network: KnowledgeNetwork) -> FindingsTable {
    let columns: [TableColumn<(rank: Int, tie: NewTie)>] =
      [TableColumn("rank", .count) { .count($0.rank) }]
      + TableColumn.identity(of: network, prefix: "giver_") { $0.tie.ends.giver }
      + TableColumn.identity(of: network, prefix: "receiver_") { $0.tie.ends.receiver } + [
        TableColumn("scope", .text) { .word($0.tie.scope.label) },
        TableColumn("gain", .number) { .number($0.tie.gain.mean) },
        TableColumn("standard_error", .number) { .number($0.tie.gain.standardError) },
        TableColumn("equals", .count) { .count($0.tie.equals.count) },
      ]
    return FindingsTable(
      "new-ties", columns, rows: found.ties.enumerated().map { (rank: $0.offset + 1, tie: $0.element) })
  }
}

extension ReachObjective {
  /// The identifiers of those who start; `null` where each does in turn.
  func starts(on network: KnowledgeNetwork) -> JSONValue {
    switch self {
    case .seeds(let seeds): .list(seeds.map { .text(network.actors[$0].id) })
    case .everyActor: .null
    }
  }

  /// Who reaches, as a sentence begins it.
  fileprivate var words: String {
    switch self {
    case .seeds(let seeds): seeds.count == 1 ? "the actor named reaches" : "the \(seeds.count) actors named reach"
    case .everyActor: "an actor alone reaches, on average,"
    }
  }
}

extension JSONValue {
  /// A mean with its standard error.
  init(_ estimate: Estimate) {
    self = ["mean": .number(estimate.mean), "standardError": JSONValue(estimate.standardError)]
  }
}

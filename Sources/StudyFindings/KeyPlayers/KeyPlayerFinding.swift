public import KnowledgeNetworks
public import NetworkMeasures

/// Key players, as the command prints them: one object of JSON, or a table with a row a member of a set.
public struct KeyPlayerFinding: Finding {
  private let players: KeyPlayers
  private let network: KnowledgeNetwork

  /// The account of a search.
  public init(_ players: KeyPlayers, on network: KnowledgeNetwork) {
    self.players = players
    self.network = network
  }

  /// A row a member of a set: the number of the set, who the member is, and the value that all sets share.
  public var table: FindingsTable {
    let value = players.value
    let columns: [TableColumn<(set: Int, actor: Int)>] =
      [TableColumn("set", .count) { .count($0.set) }] + TableColumn.identity(of: network) { $0.actor }
      + [TableColumn("value", .number) { _ in .number(value) }]
    let rows = players.sets.enumerated().flatMap { set, members in members.map { (set: set + 1, actor: $0) } }
    return FindingsTable("key-players", columns, rows: rows)
  }

  /// Everything as one object; `seeds` is the first of the sets.
  public var json: JSONValue {
    let sets = players.sets.map { JSONValue.list($0.map { .text(network.actors[$0].id) }) }
    return [
      "measure": .text(players.measure.name), "actors": .count(network.actorCount), "seeds": sets.first ?? .null,
      "value": .number(players.value), "valueOfNobody": .number(players.valueOfNobody), "sets": .list(sets),
      "more": .bool(players.hasMore), "directed": .bool(players.followsDirection),
      "exhaustive": .bool(players.isExhaustive),
    ]
  }

  /// What a table cannot hold.
  public var sentences: [String] {
    let search =
      players.isExhaustive ? "all sets were tried" : "the best that swapping single members met; others may be better"
    let ways = players.followsDirection ? "ties run from giver to receiver" : "ties count in either direction"
    let more = players.hasMore ? ", and there are more" : ""
    return [
      "The \(players.measure.name) of \(players.sets.count == 1 ? "this set" : "each of these sets") is "
        + "\(NumberText.number(players.value, decimals: 4)), of nobody "
        + "\(NumberText.number(players.valueOfNobody, decimals: 4)) (\(ways); \(search)\(more))."
    ]
  }
}

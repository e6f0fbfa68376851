public import KnowledgeNetworks
public import NetworkMeasures

/// Which sets of actors are key.
public struct KeyPlayerFinding: Finding, Hashable {
  /// The name of the measure.
  public let measure: String
  /// How many actors a set has.
  public let count: Int
  /// The seed of the sets from which the search began; without effect where all were tried.
  public let seed: UInt64
  /// The number of actors in the network.
  public let actors: Int
  /// The waves of the network's ties; `nil` where they state none.
  public let waves: [String]?
  /// Whether ties were followed from giver to receiver only; otherwise they counted in either direction.
  public let directed: Bool
  /// The value that all sets share.
  public let value: Double
  /// The value of no set at all.
  public let valueOfNobody: Double
  /// The sets, each by the identifiers of its members.
  public let sets: [[String]]
  /// Whether there are more sets of that value than are listed.
  public let more: Bool
  /// Whether all sets were tried.
  public let exhaustive: Bool
  /// Everybody who is in a set, in roster order.
  public let members: [NamedActor]

  /// What a search found.
  public init(_ players: KeyPlayers, on network: KnowledgeNetwork, count: Int, options: KeyPlayerOptions) {
    (self.count, seed) = (count, options.seed)
    measure = players.measure.name
    actors = network.actorCount
    (directed, waves) = (players.followsDirection, network.statedWaves)
    (value, valueOfNobody) = (players.value, players.valueOfNobody)
    sets = players.sets.map { set in set.map { network.actors[$0].id } }
    (more, exhaustive) = (players.hasMore, players.isExhaustive)
    members = Set(players.sets.joined()).sorted().map { NamedActor(network.actors[$0]) }
  }

  /// A row a member of a set: the number of the set, who the member is, and the value that all sets share.
  public var table: FindingsTable {
    let known = Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0) })
    let rows = sets.enumerated().flatMap { number, set in
      set.compactMap { known[$0] }.map { (set: number + 1, actor: $0) }
    }
    return FindingsTable(
      "key-players", rows: rows, columns: [.count("set") { $0.set }], TableColumn.identity { $0.actor },
      [.number("value") { _ in value }])
  }

  /// How the value was found, and what it is without anybody.
  public var statements: [String] {
    let search = exhaustive ? "all sets were tried" : "the best that swapping single members met; others may be better"
    let direction = directed ? "ties run from giver to receiver" : "ties count in either direction"
    return [
      "The \(measure) of \(sets.count == 1 ? "this set" : "each of these sets") is "
        + "\(NumberText.number(value, decimals: 4)), of nobody \(NumberText.number(valueOfNobody, decimals: 4)) "
        + "(\(direction); \(search)\(more ? ", and there are more" : ""))."
    ]
  }
}

/// A partition of the actors: by kind, cluster, region, country or a column of the actor file.
///
/// An actor whose group nobody stated belongs to none (`nil`), which is not a group of its own. Groups are numbered
/// in the order of their names, so the numbering does not depend on the order of the actors.
public struct Grouping: Hashable, Codable, Sendable {
  /// What the groups were made by, such as `kind`.
  public let name: String
  /// The groups' names in ascending order, `C2` before `C10`.
  public let groups: [String]
  /// The number of actors in each group.
  public let sizes: [Int]
  private let codes: [Int32]

  /// Groups actors by label.
  ///
  /// - Complexity: O(*n* + *g* log *g*) time and O(*n*) space for *n* actors in *g* groups.
  public init(name: String, labels: [String?]) { self.init(name: name, of: labels.count) { labels[$0] } }

  init(of actors: [NetworkActor], by column: ActorColumn) {
    self.init(name: column.name, of: actors.count) { column.value(of: actors[$0]) }
  }

  fileprivate init(name: String, of count: Int, label: (Int) -> String?) {
    var numbers: [String: Int32] = [:]
    // Neighbours often share their label.
    var last: (label: String, number: Int32)?
    var codes = (0..<count).map { actor -> Int32 in
      guard let label = label(actor) else { return -1 }
      if let last, last.label == label { return last.number }
      let number = numbers[label] ?? Int32(numbers.count)
      numbers[label] = number
      last = (label, number)
      return number
    }
    // Numbered by first appearance so far.
    let ordered = numbers.sorted { NaturalOrder.precedes($0.key, $1.key) }
    let groups = ordered.map(\.key)
    var ranks = [Int32](repeating: 0, count: groups.count)
    for (rank, group) in ordered.enumerated() { ranks[Int(group.value)] = Int32(rank) }
    var sizes = [Int](repeating: 0, count: groups.count)
    for actor in codes.indices where codes[actor] >= 0 {
      codes[actor] = ranks[Int(codes[actor])]
      sizes[Int(codes[actor])] += 1
    }
    self.name = name
    self.groups = groups
    self.sizes = sizes
    self.codes = codes
  }

  /// The number of actors, grouped or not.
  public var actorCount: Int { codes.count }
  /// The actors whose group is not stated.
  public var ungrouped: [Int] { codes.indices.filter { codes[$0] < 0 } }

  /// The number of an actor's group, `nil` where it is not stated.
  public subscript(actor: Int) -> Int? { codes[actor] < 0 ? nil : Int(codes[actor]) }

  /// The name of an actor's group, `nil` where it is not stated.
  public func label(of actor: Int) -> String? { self[actor].map { groups[$0] } }

  /// The roster positions of a group's members, ascending.
  public func members(of group: Int) -> [Int] { codes.indices.filter { codes[$0] == group } }

  /// The groups as 32-bit numbers, -1 for none: what kernels read.
  package var groupCodes: [Int32] { codes }
}

/// A column of the actor file that can group actors.
public enum ActorColumn: Hashable, Sendable {
  /// The actor's kind.
  case kind
  /// Its regional cluster.
  case cluster
  /// Its region.
  case region
  /// Its country.
  case country
  /// Any further column, by heading.
  case attribute(String)

  fileprivate static let known: [ActorColumn] = [.kind, .cluster, .region, .country]

  /// The column of that name; any word but the four known ones is an attribute.
  public init(named name: String) { self = Self.known.first { $0.name == name } ?? .attribute(name) }

  /// The name, as the command writes it.
  public var name: String {
    switch self {
    case .kind: "kind"
    case .cluster: "cluster"
    case .region: "region"
    case .country: "country"
    case .attribute(let heading): heading
    }
  }

  /// What an actor says in this column.
  public func value(of actor: NetworkActor) -> String? {
    switch self {
    case .kind: actor.kind?.rawValue
    case .cluster: actor.cluster?.rawValue
    case .region: actor.region
    case .country: actor.country
    case .attribute(let heading): actor.attributes[heading]
    }
  }
}

extension KnowledgeNetwork {
  /// Groups the members by a column; outsiders are in no group.
  ///
  /// - Throws: ``BuzzlineError`` if no actor has an attribute of that name; the sentence names the nearest ones.
  /// - Complexity: O(*n*) time and space for *n* actors.
  public func grouping(by column: ActorColumn) throws(BuzzlineError) -> Grouping {
    if case .attribute(let heading) = column, !actors.contains(where: { $0.attributes[heading] != nil }) {
      let known = ActorColumn.known.map(\.name) + Set(actors.flatMap(\.attributes.keys)).sorted()
      throw BuzzlineError(
        .unknownColumn, "No actor has a column '\(heading)'." + suggestion(for: heading, in: known))
    }
    return Grouping(name: column.name, of: actorCount) {
      actors[$0].isMember ? column.value(of: actors[$0]) : nil
    }
  }
}

extension KnowledgeNetwork {
  /// Refuses a grouping of another roster.
  package func requireMatch(_ grouping: Grouping) throws(BuzzlineError) {
    guard grouping.actorCount == actorCount else {
      throw BuzzlineError(
        .mismatchedGrouping,
        "The grouping by '\(grouping.name)' is of \(grouping.actorCount) actors; the network has \(actorCount).")
    }
  }
}

internal import KnowledgeNetworks

/// How many partners an actor has on each side, told apart by where the ties lead, and how many sources outside it
/// states beyond them.
///
/// One pass over the network; gatekeepers, cognitive positions and group roles all read it.
struct ScopedPartners: Sendable {
  /// One count an actor: receivers, givers, and distinct partners in either direction.
  struct Counts: Sendable {
    var given: [Int]
    var received: [Int]
    var partners: [Int]
  }

  private(set) var buzz: Counts
  private(set) var pipelines: Counts
  private(set) var unknown: Counts
  /// What actors state as counts beyond their givers outside, and beyond their partners there; `nil` where nobody does.
  private(set) var stated: (sources: [Int], partners: [Int])?

  /// - Complexity: O(*n* + *m*) time, O(*n*) space.
  init(of network: KnowledgeNetwork) {
    let zeros = [Int](repeating: 0, count: network.actorCount)
    buzz = Counts(given: zeros, received: zeros, partners: zeros)
    (pipelines, unknown) = (buzz, buzz)
    // The last actor that gave to this one.
    var toldBy = [Int](repeating: -1, count: network.actorCount)
    for actor in network.actors.indices {
      for receiver in network.receivers(of: actor) {
        toldBy[receiver] = actor
        count(network.scope(between: actor, and: receiver)) {
          $0.given[actor] += 1
          $0.partners[actor] += 1
        }
      }
      for giver in network.givers(to: actor) {
        count(network.scope(between: actor, and: giver)) {
          $0.received[actor] += 1
          if toldBy[giver] != actor { $0.partners[actor] += 1 }
        }
      }
    }
    guard network.actors.contains(where: { $0.isMember && $0.statedPipelines != nil }) else { return }
    stated = (
      network.actors.indices.map { network.statedSources(of: $0)?.total ?? 0 },
      network.actors.indices.map { network.statedPartners(of: $0)?.total ?? 0 }
    )
  }

  /// Givers outside, with the sources stated beyond them.
  var sources: [Int] { stated.map { zip(pipelines.received, $0.sources).map(+) } ?? pipelines.received }
  /// Partners outside, with the sources stated beyond them.
  var outside: [Int] { stated.map { zip(pipelines.partners, $0.partners).map(+) } ?? pipelines.partners }
  /// Whether each actor has partners both inside and outside.
  var areGatekeepers: [Bool] { zip(buzz.partners, outside).map { $0 > 0 && $1 > 0 } }
  /// Whether each actor would have none outside but for what it states.
  var areGatekeepersByCount: [Bool] { zip(areGatekeepers, pipelines.partners).map { $0 && $1 == 0 } }

  private mutating func count(_ scope: TieScope, _ add: (inout Counts) -> Void) {
    switch scope {
    case .localBuzz: add(&buzz)
    case .globalPipeline: add(&pipelines)
    case .unknown: add(&unknown)
    }
  }

  /// What of each group's sources outside is stated as counts, and how many of its gatekeepers are such only by that.
  ///
  /// `nil` where nobody states counts.
  func stated(by grouping: Grouping) -> (entry: [Int], gatekeepers: [Int])? {
    guard let stated else { return nil }
    let isByCount = areGatekeepersByCount
    var sums = [(entry: Int, gatekeepers: Int)](repeating: (0, 0), count: grouping.groups.count)
    for actor in stated.sources.indices where !isUndefined(actor) {
      guard let group = grouping[actor] else { continue }
      sums[group].entry += stated.sources[actor]
      sums[group].gatekeepers += isByCount[actor] ? 1 : 0
    }
    return (sums.map(\.entry), sums.map(\.gatekeepers))
  }

  /// Whether an actor has ties and not one of them says where it leads; what it states as counts does not tell who is
  /// inside.
  func isUndefined(_ actor: Int) -> Bool {
    unknown.partners[actor] > 0 && buzz.partners[actor] + pipelines.partners[actor] == 0
  }

  /// Counts as numbers of a measure, NaN where ``isUndefined(_:)``.
  func numbers(_ counts: [Int]) -> [Double] {
    counts.indices.map { isUndefined($0) ? .nan : Double(counts[$0]) }
  }

  /// What a reader should know of the ties whose scope nobody stated.
  var remarks: [String] {
    let undefined = unknown.partners.indices.count(where: isUndefined)
    let partly = unknown.partners.count { $0 > 0 } - undefined
    var remarks: [String] = []
    if undefined > 0 {
      remarks.append(
        "Partners inside and outside are not defined for \(undefined) actors: no tie of theirs says whether it leaves "
          + "the cluster.")
    }
    if partly > 0 {
      remarks.append(
        "Partners inside and outside are lower bounds for \(partly) actors: some of their ties do not say whether they "
          + "leave the cluster and are left out.")
    }
    return remarks + statedRemarks
  }

  /// How much of what is counted outside is stated as counts.
  private var statedRemarks: [String] {
    guard let stated else { return [] }
    let counted = stated.sources.indices.filter { stated.sources[$0] > 0 && !isUndefined($0) }
    let sources = counted.reduce(0) { $0 + stated.sources[$1] }
    return counted.isEmpty
      ? []
      : [
        "Sources outside include \(sources) that \(counted.count) actors state as counts, beyond the givers that the "
          + "data name; for each range the larger of the two numbers holds."
      ]
  }
}

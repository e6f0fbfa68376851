internal import KnowledgeNetworks

/// How many partners an actor has on each side, told apart by where the ties lead.
///
/// One pass over the network; gatekeepers, cognitive positions and group roles all read it.
struct ScopedPartners: Sendable {
  /// One count an actor: givers, receivers, and distinct partners in either direction.
  struct Counts: Sendable {
    var given: [Int]
    var received: [Int]
    var partners: [Int]

    init(actors: Int) {
      given = [Int](repeating: 0, count: actors)
      received = given
      partners = given
    }
  }

  private(set) var buzz: Counts
  private(set) var pipelines: Counts
  private(set) var unknown: Counts

  /// - Complexity: O(*n* + *m*) time, O(*n*) space.
  init(of network: KnowledgeNetwork) {
    buzz = Counts(actors: network.actorCount)
    pipelines = buzz
    unknown = buzz
    for actor in network.actors.indices {
      for partner in network.receivers(of: actor) {
        count(actor, partner, in: network) {
          $0.given[actor] += 1
          $0.partners[actor] += 1
        }
      }
      for partner in network.givers(to: actor) {
        count(actor, partner, in: network) { $0.received[actor] += 1 }
      }
      Self.forEachGiverOnly(of: actor, in: network) { giver in
        count(actor, giver, in: network) { $0.partners[actor] += 1 }
      }
    }
  }

  /// Whether an actor has ties and not one of them says where it leads.
  func isUndefined(_ actor: Int) -> Bool {
    unknown.partners[actor] > 0 && buzz.partners[actor] + pipelines.partners[actor] == 0
  }

  /// Whether some ties of an actor say where they lead and some do not.
  func isPartlyUnknown(_ actor: Int) -> Bool { unknown.partners[actor] > 0 && !isUndefined(actor) }

  /// Counts as numbers of a measure, NaN where ``isUndefined(_:)``.
  func numbers(_ counts: [Int]) -> [Double] {
    counts.indices.map { isUndefined($0) ? .nan : Double(counts[$0]) }
  }

  /// What a reader should know of the ties whose scope nobody stated.
  var remarks: [String] {
    let undefined = unknown.partners.indices.count(where: isUndefined)
    let partly = unknown.partners.indices.count(where: isPartlyUnknown)
    var remarks: [String] = []
    if undefined > 0 {
      remarks.append(
        "Partners inside and outside are not defined for \(undefined) actors: no tie of theirs says whether it leaves the cluster."
      )
    }
    if partly > 0 {
      remarks.append(
        "Partners inside and outside are lower bounds for \(partly) actors: some of their ties do not say whether they leave the cluster and are left out."
      )
    }
    return remarks
  }

  private mutating func count(
    _ actor: Int, _ partner: Int, in network: KnowledgeNetwork, _ add: (inout Counts) -> Void
  ) {
    switch network.scope(between: actor, and: partner) {
    case .localBuzz: add(&buzz)
    case .globalPipeline: add(&pipelines)
    case .unknown: add(&unknown)
    }
  }

  /// Visits the givers that receive nothing back, by merging the two sorted rows.
  private static func forEachGiverOnly(
    of actor: Int, in network: KnowledgeNetwork, _ visit: (Int) -> Void
  ) {
    var receivers = network.receivers(of: actor).makeIterator()
    var receiver = receivers.next()
    for giver in network.givers(to: actor) {
      while let next = receiver, next < giver { receiver = receivers.next() }
      if receiver != giver { visit(giver) }
    }
  }
}

internal import KnowledgeNetworks

/// How many partners an actor has on each side, told apart by where the ties lead.
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
  }

  private mutating func count(_ scope: TieScope, _ add: (inout Counts) -> Void) {
    switch scope {
    case .localBuzz: add(&buzz)
    case .globalPipeline: add(&pipelines)
    case .unknown: add(&unknown)
    }
  }

  /// Whether an actor has ties and not one of them says where it leads.
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
    return remarks
  }
}

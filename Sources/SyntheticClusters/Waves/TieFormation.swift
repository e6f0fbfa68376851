internal import KnowledgeNetworks

/// The ties that are there for the first time in a wave: who gives, and to whom.
///
/// Of the ties of the wave before, in order, every so many-th is the pattern of a new one: the same giver gives to
/// another receiver, in its cluster if the pattern stays in it, else in another. So actors that give much form many
/// ties, and the share of pipelines stays. Clusters form theirs each with its own stream of chance.
struct TieFormation: Sendable {
  let network: SyntheticNetwork
  let design: SurveyDesign
  let wave: Int
  let cohorts: [TieCohort]
  /// Everybody that pipelines may begin or end at.
  let carriers: [UInt32]

  init(of wave: Int, in network: SyntheticNetwork, after cohorts: [TieCohort], design: SurveyDesign) {
    (self.network, self.design, self.wave, self.cohorts) = (network, design, wave, cohorts)
    carriers = network.roles.indices.filter { network.roles[$0].isCarrier }.map { UInt32($0) }
  }

  /// How many ties each actor forms, and with whom, ascending.
  ///
  /// - Complexity: O(*n* + *m* log *m*) time for *n* actors and *m* ties of the wave before, unless hardly a pair is free.
  func rows(workers: Workers) throws(BuzzlineError) -> (lengths: [UInt32], receivers: [UInt32]) {
    let before = try workers.map(network.design.clusterCount, work: "counting ties") { cluster in
      let members = network.members(ofCluster: cluster)
      var (ties, pipelines) = (0, [UInt32]())
      for giver in members {
        eachTie(of: giver) { receiver, _ in
          ties += 1
          if !members.contains(Int(receiver)) { pipelines.append(receiver) }
        }
      }
      return (ties: ties, pipelines: pipelines)
    }
    let starts = before.map(\.ties).rowStarts
    let pipelines = before.flatMap(\.pipelines)
    var (lengths, receivers) = ([UInt32](), [UInt32]())
    try workers.forEach(of: before.count, work: "forming ties", scratch: {}) { (_: inout Void, cluster) in
      var formation = ClusterFormation(of: self, cluster: cluster, patterns: starts[cluster], pipelines: pipelines)
      return formation.rows()
    } commit: { _, rows in
      lengths += rows.lengths
      receivers += rows.receivers
    }
    return (lengths, receivers)
  }

  /// Names each receiver of an actor in the wave before, and whether the tie lasts.
  func eachTie(of giver: Int, _ body: (_ receiver: UInt32, _ lasts: Bool) -> Void) {
    for cohort in cohorts {
      for tie in cohort.row(of: giver) where cohort.isThere(tie, in: wave - 1) {
        body(cohort.receivers[tie], cohort.isThere(tie, in: wave))
      }
    }
  }

  /// How many new ties a tie of the wave before is the pattern of: of *m* ties together, the rounded share of *m*.
  func patternCount(_ tie: Int) -> Int {
    func upTo(_ ties: Int) -> Int { Int((design.formation * Double(ties)).rounded()) }
    return upTo(tie + 1) - upTo(tie)
  }

  /// Whether a pair was tied in any wave before.
  func wasTied(_ giver: Int, to receiver: Int) -> Bool { cohorts.contains { $0.ties(giver, to: receiver) } }
}

internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

extension Findings {
  /// What the others lose without it, by structure alone.
  func lossStatement(of actor: Int) -> CardStatement? {
    guard let standings else { return nil }
    let (cutOff, alone) = (standings.cutOff[actor], standings.solePairs[actor])
    let brokered = brokerage.observed?[actor]?.total ?? 0
    guard cutOff + (alone ?? 0) > 0 else {
      return Statement(
        .actorReplaceable, if: network.receiverCount(of: actor) + network.giverCount(to: actor) > 0,
        on: Evidence(.brokeredPairs, brokered),
        alone == nil || brokered == 0
          ? "Without it nobody is cut off."
          : "Without it nobody is cut off, and every pair it brokers has another broker."
      ).map { ("Lost without it", $0) }
    }
    let cut: Paragraph =
      cutOff > 0
      ? "Without it \(count: cutOff, "other is", "others are") cut off from the part that is left"
      : "Without it nobody is cut off"
    let pairs: Paragraph =
      """
      \(count: alone ?? 0) of the \(count: brokered, network.isDirected ? "pair" : "ordered pair") it brokers \
      \(for: alone ?? 0, "has", "have") no other broker
      """
    return Statement(
      .actorHolds, on: Evidence(.brokeredPairs, brokered), (alone ?? 0) > 0 ? "\(cut), and \(pairs)." : "\(cut)."
    ).map { ("Lost without it", $0) }
  }

  /// Whom to introduce it to: members not tied to it that share most partners with it, as Newman (2001),
  /// [doi:10.1103/PhysRevE.64.025102](https://doi.org/10.1103/PhysRevE.64.025102), found new ties to arise; for one
  /// without ties the member of its cluster with most partners.
  func introductionStatement(of actor: Int) -> CardStatement? {
    let label: Paragraph = "Whom to introduce it to"
    guard network.receiverCount(of: actor) + network.giverCount(to: actor) > 0 else {
      return firstContact(for: actor).flatMap { contact in
        Statement(
          .actorFirstContact, on: members,
          network.actors[actor].cluster == nil
            ? "\(name: self.label(of: contact)), the member with most partners."
            : "\(name: self.label(of: contact)), the member of its cluster with most partners.")
      }.map { (label, $0) }
    }
    let candidates = sharedPartners(of: actor).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    guard let first = candidates.first else { return nil }
    let named = Paragraph.names(candidates.map { self.label(of: $0.key) })
    let shared: Paragraph =
      candidates.count == 1
      ? "\(named), not tied to it, who shares \(count: first.value, "partner") with it."
      : """
      \(named), not tied to it, who share \(candidates.map { "\(count: $0.value)" }.joined(by: ", ")) partners with it.
      """
    let doubt: Paragraph = " Not every pair is observed: ask first whether they know each other."
    return Statement(
      .actorIntroduction, on: members, reconciliation.unobservedPairs > 0 ? shared + doubt : shared
    ).map { (label, $0) }
  }

  /// How many partners, whichever way knowledge went, each member that is not tied to an actor shares with it.
  private func sharedPartners(of actor: Int) -> [Int: Int] {
    let partners = network.partners(of: actor)
    var shared: [Int: Int] = [:]
    for partner in partners {
      for other in network.partners(of: partner) where other != actor && network.actors[other].isMember {
        shared[other, default: 0] += 1
      }
    }
    for partner in partners { shared[partner] = nil }
    return shared
  }

  private func firstContact(for actor: Int) -> Int? {
    let cluster = network.actors[actor].cluster
    let near = network.actors.indices.filter { other in
      other != actor && network.actors[other].isMember && (cluster == nil || network.actors[other].cluster == cluster)
    }
    let most = near.max { one, other in
      let (left, right) = (network.partners(of: one).count, network.partners(of: other).count)
      return left == right ? one > other : left < right
    }
    return most.flatMap { network.partners(of: $0).isEmpty ? nil : $0 }
  }
}

extension KnowledgeNetwork {
  /// Whoever an actor gave to or received from.
  func partners(of actor: Int) -> Set<Int> {
    Set(receivers(of: actor)).union(givers(to: actor))
  }
}

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
    let candidates = mostSharing(with: actor, 3)
    guard let first = candidates.first else { return nil }
    let named = Paragraph.names(candidates.map { self.label(of: $0.actor) })
    let shared: Paragraph =
      candidates.count == 1
      ? "\(named), not tied to it, who shares \(count: first.shared, "partner") with it."
      : """
      \(named), not tied to it, who share \(candidates.map { "\(count: $0.shared)" }.joined(by: ", ")) partners with it.
      """
    let doubt: Paragraph = " Not every pair is observed: ask first whether they know each other."
    return Statement(
      .actorIntroduction, on: members, reconciliation.unobservedPairs > 0 ? shared + doubt : shared
    ).map { (label, $0) }
  }

  /// The members not tied to an actor that share most partners with it, whichever way knowledge went; of equal ones those
  /// that stand first in the roster.
  private func mostSharing(with actor: Int, _ count: Int) -> [(actor: Int, shared: Int)] {
    let partners = network.partners(of: actor)
    // Once for each partner that is shared.
    var met: [Int] = []
    for partner in partners { met += network.partners(of: partner) }
    met.sort()
    var most: [(actor: Int, shared: Int)] = []
    var (start, known) = (0, 0)
    while start < met.count {
      let other = met[start]
      let end = met[start...].firstIndex { $0 != other } ?? met.count
      while known < partners.count, partners[known] < other { known += 1 }
      let isPartner = known < partners.count && partners[known] == other
      if other != actor, !isPartner, network.actors[other].isMember {
        let place = most.firstIndex { $0.shared < end - start } ?? most.count
        if place < count { most.insert((other, end - start), at: place) }
        if most.count > count { most.removeLast() }
      }
      start = end
    }
    return most
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
  /// Whoever an actor gave to or received from, ascending.
  func partners(of actor: Int) -> [Int] {
    let (given, received) = (receivers(of: actor), givers(to: actor))
    guard isDirected else { return Array(given) }
    var all = Array(given) + Array(received)
    all.sort()
    var kept = 0
    for partner in all where kept == 0 || all[kept - 1] != partner {
      all[kept] = partner
      kept += 1
    }
    all.removeLast(all.count - kept)
    return all
  }
}

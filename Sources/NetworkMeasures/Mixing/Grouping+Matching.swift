internal import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Refuses a grouping of another roster.
  func requireMatch(_ grouping: Grouping) throws(BuzzlineError) {
    guard grouping.actorCount == actorCount else {
      throw BuzzlineError(
        .mismatchedGrouping,
        "The grouping by \(grouping.name) is of \(grouping.actorCount) actors, the network has \(actorCount).")
    }
  }
}

extension Grouping {
  /// How many actors belong to some group.
  var groupedCount: Int { sizes.reduce(0, +) }

  /// What to say of actors without a group.
  var remarksOnUngrouped: [String] {
    let count = ungrouped.count
    guard count > 0 else { return [] }
    return count == 1
      ? ["One actor states no \(name); it and its ties take no part."]
      : ["\(count) actors state no \(name); they and their ties take no part."]
  }
}

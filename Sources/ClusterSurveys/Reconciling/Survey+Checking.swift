internal import KnowledgeNetworks

extension Survey {
  /// Refuses claims and responses that make no sense for this roster.
  func checkClaims() throws(BuzzlineError) {
    for claim in claims {
      try check(claim.respondent, at: claim.place)
      if case .actor(let partner) = claim.partner {
        try check(partner, at: claim.place)
        guard partner != claim.respondent else {
          throw BuzzlineError(
            .selfTie, at: claim.place,
            "'\(actors[partner].id)' makes a claim about itself; knowledge moves between two actors.")
        }
      }
      if let weight = claim.weight, !(weight.isFinite && weight > 0) {
        throw BuzzlineError(
          .invalidWeight, at: claim.place,
          "A claim of '\(actors[claim.respondent].id)' weighs \(weight); a weight is a positive number.")
      }
    }
    for response in responses { try check(response.respondent, at: Place()) }
  }

  private func check(_ position: Int, at place: Place) throws(BuzzlineError) {
    guard actors.indices.contains(position) else {
      throw BuzzlineError(
        .actorOutOfRange, at: place,
        "A claim or response names actor number \(position), but the roster has \(actors.count) actors.")
    }
  }
}

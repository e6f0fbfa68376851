public import KnowledgeNetworks

/// What became of asking some members, each counted once.
public struct ResponseCounts: Codable, Hashable, Sendable {
  /// Answered in full whatever it was asked.
  public var answered = 0
  /// Answered in part, or only one of two questions.
  public var partial = 0
  /// Declined to answer.
  public var refused = 0
  /// Was not reached.
  public var absent = 0
  /// Was asked nothing; where the study does not say who was asked, made no claim.
  public var notAsked = 0

  /// All of them.
  public var members: Int { answered + partial + refused + absent + notAsked }
  /// Those that answered, in full or in part, of all.
  public var response: ObservedShare { ObservedShare(count: answered + partial, of: members) }
}

extension Survey {
  /// Counts members by what became of asking them; of several waves, in any of them.
  ///
  /// - Parameter isCounted: Which members are counted.
  /// - Complexity: O(*n* + *c*) time and O(*n*) space for *n* actors and *c* claims and responses.
  public func responseCounts(where isCounted: (NetworkActor) -> Bool = { _ in true }) -> ResponseCounts {
    var statuses = [Set<ResponseStatus>](repeating: [], count: actors.count)
    if !statesResponses {
      for answer in answeredQuestions { statuses[answer.respondent].insert(.answered) }
    } else {
      for response in responses { statuses[response.respondent].insert(response.status) }
    }
    var counts = ResponseCounts()
    for (actor, statuses) in zip(actors, statuses) where actor.isMember && isCounted(actor) {
      counts[keyPath: Self.outcome(of: statuses.subtracting([.notAsked, .notMember]))] += 1
    }
    return counts
  }

  /// What became of asking somebody, by what became of each question that was put.
  private static func outcome(of statuses: Set<ResponseStatus>) -> WritableKeyPath<ResponseCounts, Int> {
    if statuses == [.answered] { return \.answered }
    if statuses.contains(.answered) || statuses.contains(.partial) { return \.partial }
    return statuses.contains(.refused) ? \.refused : statuses.contains(.absent) ? \.absent : \.notAsked
  }
}

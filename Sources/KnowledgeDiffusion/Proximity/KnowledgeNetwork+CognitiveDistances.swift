public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// How far apart actors are in what they know about, by the topics of their ties.
  ///
  /// An actor handles the topics of all its ties, given or received, and has as much of a topic as it has ties on it:
  /// each tie counts one for both of its ends, as does each channel and wave, whatever the tie weighs. Ties that state
  /// no topic tell nothing. Isolates and actors all of whose ties state none have no distance to anybody. An unobserved
  /// pair is no tie here, so an actor that nobody could ask seems to handle fewer topics than it does.
  ///
  /// Properties: `distancesEqualTheirDefinition`, `directionChangesNoDistance`.
  ///
  /// - Throws: ``BuzzlineError`` if no tie states a topic.
  /// - Complexity: O(*n* + *m* log *t*) time, O(*n* + *m*) space for *m* ties on *t* topics.
  public func cognitiveDistances(
    by measure: CognitiveDistanceMeasure = .cosine
  ) throws(BuzzlineError) -> CognitiveDistances {
    guard !topics.isEmpty else {
      throw BuzzlineError(
        .unknownGroup, "No tie states a topic, so nobody can say how far apart actors are in what they know.")
    }
    let numbers = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1, $0) })
    var counts = [[Int: Int]](repeating: [:], count: actorCount)
    for tie in ties {
      guard let topic = tie.topic.flatMap({ numbers[$0] }) else { continue }
      for end in [tie.source, tie.target] { counts[end][topic, default: 0] += 1 }
    }
    return CognitiveDistances(
      counts.map { own in own.sorted { $0.key < $1.key }.map { (topic: $0.key, amount: Double($0.value)) } },
      by: measure)
  }
}

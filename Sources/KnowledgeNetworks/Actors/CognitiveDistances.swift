/// How far apart actors are in what they know about, by the topics each handles.
///
/// ``KnowledgeNetwork/cognitiveDistances(by:)`` takes the topics from the ties; other topic vectors,
/// such as shares of patents by class, may be given. A distance is 0 between actors of the same topics and 1 between
/// actors without a common one. It is not defined where an actor has no topic, as isolates have none: knowing nothing
/// of somebody's topics is not being far away.
///
/// Properties: `distancesEqualTheirDefinition`, `distancesByHand`, `withoutTopicsThereIsNoDistance`.
public struct CognitiveDistances: Hashable, Sendable {
  /// How two lists of topics are compared.
  public let measure: CognitiveDistanceMeasure
  /// The topics of actor *i* are `topics[starts[i] ..< starts[i + 1]]`, ascending.
  private let starts: [Int]
  private let topics: [Int]
  private let amounts: [Double]
  /// The sum of squared amounts, an actor.
  private let squares: [Double]

  /// Takes topic vectors as given: one an actor, in roster order, each with one amount for each of the same topics.
  ///
  /// A topic of amount 0 is none of the actor's.
  ///
  /// - Throws: ``BuzzlineError`` if the vectors are not of one length, or an amount is negative or not finite.
  /// - Complexity: O(*n* *t*) time and space for *n* actors and *t* topics.
  public init(topicVectors vectors: [[Double]], by measure: CognitiveDistanceMeasure = .cosine) throws(BuzzlineError) {
    guard vectors.allSatisfy({ $0.count == vectors[0].count }) else {
      throw BuzzlineError(.invalidOptions, "Every actor needs one amount for each of the same topics.")
    }
    for amount in vectors.joined() where !(amount >= 0 && amount.isFinite) {
      throw BuzzlineError(.invalidOptions, "How much an actor has of a topic is 0 or more; here it is \(amount).")
    }
    self.init(
      vectors.map { vector in vector.indices.filter { vector[$0] > 0 }.map { (topic: $0, amount: vector[$0]) } },
      by: measure)
  }

  /// Takes what each actor has, topic by topic, ascending.
  fileprivate init(_ profiles: [[(topic: Int, amount: Double)]], by measure: CognitiveDistanceMeasure) {
    self.measure = measure
    starts = profiles.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    topics = profiles.joined().map(\.topic)
    amounts = profiles.joined().map(\.amount)
    squares = profiles.map { $0.reduce(0) { $0 + $1.amount * $1.amount } }
  }

  /// The number of actors.
  public var actorCount: Int { squares.count }

  /// How far apart two actors are, from 0 to 1; `nil` where one of them has no topic.
  ///
  /// - Complexity: O(*t*) time for *t* topics of the two.
  public func between(_ first: Int, _ second: Int) -> Double? {
    let (ours, theirs) = (starts[first]..<starts[first + 1], starts[second]..<starts[second + 1])
    guard !ours.isEmpty, !theirs.isEmpty else { return nil }
    var (our, their, common, product) = (ours.lowerBound, theirs.lowerBound, 0, 0.0)
    while our < ours.upperBound, their < theirs.upperBound {
      let (ourTopic, theirTopic) = (topics[our], topics[their])
      if ourTopic == theirTopic {
        common += 1
        product += amounts[our] * amounts[their]
      }
      if ourTopic <= theirTopic { our += 1 }
      if theirTopic <= ourTopic { their += 1 }
    }
    switch measure {
    case .cosine: return max(0, 1 - product / (squares[first] * squares[second]).squareRoot())
    case .jaccard: return 1 - Double(common) / Double(ours.count + theirs.count - common)
    }
  }
}

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

/// How the topics of two actors are compared.
public enum CognitiveDistanceMeasure: String, Hashable, Sendable, CaseIterable {
  /// 1 less the cosine of the angle between the topic vectors, so that it matters how much an actor has of each topic:
  /// Jaffe (1986), [American Economic Review 76(5), 984–1001](https://www.jstor.org/stable/1816464).
  case cosine
  /// 1 less the share of the topics of either that both handle: Jaccard (1912),
  /// [doi:10.1111/j.1469-8137.1912.tb05611.x](https://doi.org/10.1111/j.1469-8137.1912.tb05611.x).
  case jaccard
}

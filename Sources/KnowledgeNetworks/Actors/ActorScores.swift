/// One number an actor, in roster order; `nil` where the measure is not defined for that actor.
public struct ActorScores: RandomAccessCollection, Hashable, Sendable {
  /// The measure's name, as the command writes it.
  public let measure: String
  /// What a careful reader should know of these numbers: warnings of the engine, what weights were taken for.
  public let remarks: [String]
  /// Whether the numbers were divided by the largest value possible in a network of this size.
  public let isNormalized: Bool
  private let numbers: [Double]

  /// Takes the numbers of a measure; a NaN stands for *not defined*.
  public init(measure: String, _ numbers: [Double], remarks: [String] = [], isNormalized: Bool = false) {
    self.measure = measure
    self.isNormalized = isNormalized
    self.numbers = numbers
    self.remarks = remarks
  }

  package func with(remarks more: [String]) -> ActorScores {
    ActorScores(measure: measure, numbers, remarks: remarks + more, isNormalized: isNormalized)
  }

  /// The first position, 0.
  public var startIndex: Int { 0 }
  /// The number of actors.
  public var endIndex: Int { numbers.count }
  /// The score of the actor at a roster position.
  public subscript(actor: Int) -> Double? { numbers[actor].isNaN ? nil : numbers[actor] }

  /// So many actors from the highest score down; equal scores stay in roster order, undefined ones are left out.
  ///
  /// - Complexity: O(*n* log *n*) time, O(*n*) space for *n* actors.
  public func highest(_ count: Int) -> [Int] {
    let ranked = indices.filter { !numbers[$0].isNaN }
      .sorted { (-numbers[$0], $0) < (-numbers[$1], $1) }
    return Array(ranked.prefix(count))
  }

  /// Two sets of scores are equal if the same actors are undefined and all others have the same number.
  public static func == (left: ActorScores, right: ActorScores) -> Bool {
    left.measure == right.measure && left.elementsEqual(right)
  }

  /// Hashes the measure and the defined numbers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(measure)
    for score in self { hasher.combine(score) }
  }
}

extension ActorScores: Codable {
  private struct Stored: Codable {
    let measure: String
    let scores: [Double?]
    let remarks: [String]
    let isNormalized: Bool
  }

  /// Reads scores; `null` stands for *not defined*.
  public init(from decoder: any Decoder) throws {
    let stored = try Stored(from: decoder)
    self.init(
      measure: stored.measure, stored.scores.map { $0 ?? .nan }, remarks: stored.remarks,
      isNormalized: stored.isNormalized)
  }

  /// Writes scores; `null` stands for *not defined*.
  public func encode(to encoder: any Encoder) throws {
    try Stored(measure: measure, scores: Array(self), remarks: remarks, isNormalized: isNormalized)
      .encode(to: encoder)
  }
}

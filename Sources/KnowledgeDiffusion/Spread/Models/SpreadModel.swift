public import KnowledgeNetworks

/// A rule by which knowledge spreads from some actors to others, step after step.
public protocol SpreadModel: Sendable {
  associatedtype Process: SpreadProcess

  /// The word files and commands use.
  var name: String { get }

  /// The model made ready for a network, after the model's own checks; it serves one run after another.
  ///
  /// - Throws: ``BuzzlineError`` where the model does not fit the network.
  func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> Process
}

/// A spread under way.
///
/// Steps are synchronous: what happens in a step depends on how things stood before it, never on the order in which
/// actors are gone through.
public protocol SpreadProcess: Sendable {
  /// Begins a run in which only the seeds know.
  mutating func begin(from seeds: [Int], chance: RunChance)
  /// Goes one step on.
  mutating func step() -> SpreadStep
}

/// What one step of a spread brought.
public struct SpreadStep: Hashable, Sendable {
  /// Who heard of it for the first time.
  public let informed: [Int]
  /// How many know after this step; fewer than have heard of it where knowledge is forgotten.
  public let knowing: Int
  /// Whether nobody can hear of it any more.
  public let isLast: Bool

  /// What a step brought.
  public init(informed: [Int], knowing: Int, isLast: Bool) {
    self.informed = informed
    self.knowing = knowing
    self.isLast = isLast
  }
}

/// The draws of one run: a hash of the seed, the run and what is drawn for.
///
/// Runs that share seed and number share their draws, whoever starts and whatever is taken out of the network, so
/// outcomes can be compared run by run; and no run depends on the thread it is on.
public struct RunChance: Hashable, Sendable {
  /// What the user chose.
  public let seed: UInt64
  /// The number of the run.
  public let run: Int

  /// The draws of a run.
  public init(seed: UInt64, run: Int) {
    self.seed = seed
    self.run = run
  }

  /// A number in 0 ..< 1 for an actor in a step; `purpose` tells several draws of one step apart.
  public func unit(actor: Int, step: Int, purpose: Int = 0) -> Double {
    let subject = ChanceHash.key(seed, UInt64(truncatingIfNeeded: run) &* 4 &+ UInt64(truncatingIfNeeded: purpose))
    return ChanceHash.unit(ChanceHash.key(subject, UInt64(truncatingIfNeeded: actor)), UInt64(truncatingIfNeeded: step))
  }
}

internal import KnowledgeNetworks

/// Where an actor stands in the knowledge system of its cluster, after Giuliani & Bell (2005).
///
/// The five positions of the paper, [doi:10.1016/j.respol.2004.10.008](https://doi.org/10.1016/j.respol.2004.10.008),
/// and three for actors that fit none of its descriptions (``absorbingStar``, ``source``, ``absorber``). The paper
/// formed its groups by looking at the numbers and printed no cut-offs that could be confirmed: the rule that assigns
/// positions here (``KnowledgeNetworks/KnowledgeNetwork/cognitivePositions(options:)``) is our operationalisation.
public enum CognitivePosition: String, Hashable, Codable, Sendable, CaseIterable {
  /// Open to outside knowledge, central inside, and gives at least about as much as it takes.
  case technologicalGatekeeper = "technological_gatekeeper"
  /// Open to outside knowledge, few or no ties inside.
  case externalStar = "external_star"
  /// Open to the outside, central inside, but takes clearly more than it gives: an external star in a wider sense.
  case absorbingStar = "absorbing_star"
  /// Central inside, gives about as much as it takes, less open.
  case activeMutualExchanger = "active_mutual_exchanger"
  /// Few ties inside, gives about as much as it takes, less open.
  case weakMutualExchanger = "weak_mutual_exchanger"
  /// No tie inside, and not open to outside knowledge.
  case isolated
  /// Gives clearly more inside than it takes, less open.
  case source
  /// Takes clearly more inside than it gives, less open.
  case absorber

  /// The words people read.
  public var label: String {
    self == .absorbingStar ? "external star (absorbing)" : rawValue.replacing("_", with: " ")
  }

  /// Whether it is an external star, absorbing or not.
  public var isExternalStar: Bool { self == .externalStar || self == .absorbingStar }

  /// The rule; the balance is `nil` without ties inside.
  init(isCentral: Bool, isOpen: Bool, balance: Double?, tolerance: Double) {
    guard let balance else {
      self = isOpen ? .externalStar : .isolated
      return
    }
    switch (isOpen, isCentral) {
    case (true, true): self = balance >= -tolerance ? .technologicalGatekeeper : .absorbingStar
    case (true, false): self = .externalStar
    case (false, _) where balance > tolerance: self = .source
    case (false, _) where balance < -tolerance: self = .absorber
    case (false, true): self = .activeMutualExchanger
    case (false, false): self = .weakMutualExchanger
    }
  }
}

/// The choices behind ``KnowledgeNetworks/KnowledgeNetwork/cognitivePositions(options:)``, none of them published.
public struct CognitivePositionOptions: Hashable, Codable, Sendable {
  /// Which middle of the actors is the cut-off between few and many.
  public enum CutStatistic: String, Hashable, Codable, Sendable, CaseIterable {
    /// The arithmetic mean.
    case mean
    /// The median; the mean of the middle two where actors are even in number.
    case median

    /// The middle, `nil` of no numbers.
    func middle(of numbers: [Int]) -> Double? {
      guard !numbers.isEmpty else { return nil }
      switch self {
      case .mean: return Double(numbers.reduce(0, +)) / Double(numbers.count)
      case .median:
        let sorted = numbers.sorted()
        return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      }
    }
  }

  /// Among whom the cut-off is taken.
  public enum Comparison: String, Hashable, Codable, Sendable, CaseIterable {
    /// Among all actors of the network together.
    case network
    /// Among the actors of the same cluster, each cluster by its own cut-offs.
    case cluster
  }

  /// What separates few from many, for ties inside and for outside sources alike.
  public var cutStatistic: CutStatistic
  /// Among whom the cut-offs are taken.
  public var comparison: Comparison
  /// Up to which absolute balance giving and taking count as about equal, from 0 to 1.
  public var balanceTolerance: Double

  /// Makes options; by default the mean of the network and a tolerance of 0.2.
  public init(
    cutStatistic: CutStatistic = .mean, comparison: Comparison = .network, balanceTolerance: Double = 0.2
  ) {
    self.cutStatistic = cutStatistic
    self.comparison = comparison
    self.balanceTolerance = balanceTolerance
  }

  /// The choices that the sensitivity table looks at: mean and median, each with tolerances of 0, 0.1, 0.2 and 0.3.
  var alternatives: [CognitivePositionOptions] {
    CutStatistic.allCases.flatMap { statistic in
      [0, 0.1, 0.2, 0.3].map { tolerance in
        CognitivePositionOptions(cutStatistic: statistic, comparison: comparison, balanceTolerance: tolerance)
      }
    }
  }

  func check() throws(BuzzlineError) {
    guard (0...1).contains(balanceTolerance) else {
      throw BuzzlineError(
        .invalidOptions, "The balance tolerance is \(balanceTolerance); it lies between 0 and 1.")
    }
  }
}

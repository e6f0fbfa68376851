/// What makes a set of actors key: that they reach the others, or that the others fall apart without them.
///
/// Borgatti (2006), [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x), *N* being the number of
/// actors, *d* a number of steps, and 1/*d* being 0 where there is no way.
public enum KeyPlayerMeasure: Hashable, Codable, Sendable {
  /// The share of all actors that the set reaches within so many steps, its members among them (*m*-reach).
  case reach(within: Int)
  /// Σ 1/*d* / *N* over all actors, *d* being the steps from the nearest member and 1 for members: *DR*.
  case weightedReach
  /// The share of ordered pairs of the remaining actors with no way from one to the other once the set is gone: *F*.
  case fragmentation
  /// 1 − Σ 1/*d* / (*N* (*N* − 1)) over ordered pairs of the remaining *N* actors once the set is gone: *DF*.
  case weightedFragmentation

  /// The name, as the command writes it.
  public var name: String {
    switch self {
    case .reach(let steps): "reach-within-\(steps)"
    case .weightedReach: "weighted-reach"
    case .fragmentation: "fragmentation"
    case .weightedFragmentation: "weighted-fragmentation"
    }
  }

  /// The measure of a name: `weighted-reach`, `fragmentation`, `weighted-fragmentation`, or `reach-within-` with a number
  /// of steps; `nil` for any other.
  public init?(named name: String) {
    let prefix = "reach-within-"
    if let measure = [Self.weightedReach, .fragmentation, .weightedFragmentation].first(where: { $0.name == name }) {
      self = measure
    } else if name.hasPrefix(prefix), let steps = Int(name.dropFirst(prefix.count)), steps >= 1 {
      self = .reach(within: steps)
    } else {
      return nil
    }
  }

  /// Whether the set is taken out of the network rather than asked whom it reaches.
  var removesSet: Bool { self == .fragmentation || self == .weightedFragmentation }

  /// The value of pairs, or of actors from a set, so many steps apart; `counts[d]` for *d* steps, members at 0.
  ///
  /// Whole numbers come in, so that two sets with the same counts have the same value to the last bit.
  func value(counts: some Collection<Int>, of total: Int) -> Double {
    var sum = 0.0
    for (steps, count) in counts.enumerated() {
      switch self {
      case .reach(let most): sum += steps <= most ? Double(count) : 0
      case .fragmentation: sum += Double(count)
      case .weightedReach, .weightedFragmentation: sum += Double(count) / Double(max(steps, 1))
      }
    }
    return removesSet ? 1 - sum / Double(total) : sum / Double(total)
  }
}

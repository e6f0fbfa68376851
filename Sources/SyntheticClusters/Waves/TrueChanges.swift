public import KnowledgeNetworks

/// What became of the ties of a made-up network between two waves, as it was made and whoever answered.
///
/// What `Reconciliation.changes(to:)` finds in the answers can be held against it. Positions are those of the roster;
/// topic, channel and wave of the ties are left out.
public struct TrueChanges: Hashable, Sendable {
  /// The ties there in both waves, ascending by giver and then receiver, as are the others.
  public let kept: [Tie]
  /// Those of the later wave alone.
  public let formed: [Tie]
  /// Those of the earlier wave alone.
  public let dissolved: [Tie]
  /// How many ordered pairs of different actors there are.
  public let pairs: Int

  /// The share of the earlier ties that were kept; `nil` without any.
  public var keptShare: Double? {
    kept.count + dissolved.count > 0 ? Double(kept.count) / Double(kept.count + dissolved.count) : nil
  }

  /// The share of the pairs not tied before that were tied after; `nil` without any.
  public var formedShare: Double? {
    let free = pairs - kept.count - dissolved.count
    return free > 0 ? Double(formed.count) / Double(free) : nil
  }
}

extension SyntheticSurvey {
  /// The ties of a wave, from 0, as they were made and whoever answered; ascending by giver and then receiver.
  ///
  /// Topic, channel and wave are left out.
  ///
  /// - Precondition: `wave` is one of the design's.
  /// - Complexity: O(*n* + *m* log *d*) time and O(*m*) space for *n* actors and *m* ties, *d* of them an actor's.
  public func trueTies(ofWave wave: Int) -> [Tie] {
    precondition((0..<design.waveCount).contains(wave), "the survey has no such wave")
    var receivers: [UInt32] = []
    return (0..<network.actorCount).flatMap { giver in
      receivers.removeAll(keepingCapacity: true)
      history.appendReceivers(of: giver, in: wave, to: &receivers)
      return receivers.map { Tie(source: giver, target: Int($0)) }
    }
  }

  /// What became of ties between two waves, each from 0.
  ///
  /// - Precondition: both are waves of the design.
  /// - Complexity: O(*n* + *m* log *d*) time and O(*m*) space, as ``trueTies(ofWave:)``.
  public func trueChanges(from wave: Int, to later: Int) -> TrueChanges {
    let (before, after) = (trueTies(ofWave: wave), trueTies(ofWave: later))
    let (earlier, others) = (Set(before), Set(after))
    return TrueChanges(
      kept: before.filter(others.contains), formed: after.filter { !earlier.contains($0) },
      dissolved: before.filter { !others.contains($0) }, pairs: network.actorCount * (network.actorCount - 1))
  }
}

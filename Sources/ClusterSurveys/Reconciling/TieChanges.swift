internal import KnowledgeNetworks

/// What became of ties between two waves of a study, pair by pair of the members that belong to both.
///
/// A pair is compared only where both waves observe it: tied, or known not to be. Ties of actors that left or came
/// later, and ties on which the other wave is silent, are neither formed nor dissolved. Where ties have no direction,
/// pairs have no order and each counts once.
///
/// A tie that one wave forgets looks dissolved or formed, and so does one that a wrong report makes. So where answers are
/// unreliable ``keptShare`` is too low and ``formedShare`` too high, and their intervals, which allow for chance alone,
/// do not cover it. In made-up studies in which all answer, givers report 80 % of their ties and receivers 75 %, and 7 %
/// of reports name somebody else or only a kind, of 80 % kept 70 % are found under
/// ``ReconciliationRule/either`` and 43 % under ``ReconciliationRule/both``, and 1.4 and 1.5 times as many pairs formed.
/// How far the two sides agree (`Survey.reliability()`) says how much is forgotten: only where they agree well are the
/// shares to be taken for those of ties, else for those of what is reported.
///
/// Properties:
/// - Exchanging the waves exchanges ``formed`` and ``dissolved``, and ``newlyObserved`` and ``noLongerObserved``.
public struct TieChanges: Sendable {
  /// A pair of actors, by identifier.
  public struct Pair: Hashable, Codable, Sendable {
    /// Who gave knowledge.
    public let source: String
    /// Who received it.
    public let target: String
  }

  /// How many pairs both waves observe.
  public let observedPairs: Int
  /// The pairs tied in both.
  public let kept: [Pair]
  /// The pairs that the earlier wave knows not to be tied and the later one ties.
  public let formed: [Pair]
  /// The pairs that the earlier wave ties and the later one knows not to be tied.
  public let dissolved: [Pair]
  /// Tied in the later wave, and unobserved in the earlier one.
  public let newlyObserved: [Pair]
  /// Tied in the earlier wave, and unobserved in the later one.
  public let noLongerObserved: [Pair]
  /// The actors that belong to both waves, to the later one alone and to the earlier one alone, by identifier.
  public let staying: [String]
  /// Those that belong to the later wave alone.
  public let entering: [String]
  /// Those that belong to the earlier wave alone.
  public let leaving: [String]

  /// Of the ties of either wave, among pairs that both observe, the share of both: 1 where nothing changed, 0 where
  /// nothing stayed; `nil` without ties.
  public var jaccard: Double? { ratio(kept.count, kept.count + formed.count + dissolved.count) }

  /// The number of pairs that changed, among those both waves observe.
  public var hamming: Int { formed.count + dissolved.count }

  /// The share of the earlier ties that were kept.
  public var keptShare: ObservedShare { ObservedShare(count: kept.count, of: kept.count + dissolved.count) }

  /// The share of the pairs not tied before that were tied after.
  public var formedShare: ObservedShare {
    ObservedShare(count: formed.count, of: observedPairs - kept.count - dissolved.count)
  }

  /// The ties that would be kept on average if each wave had as many ties as it has, on pairs drawn at random and
  /// independently from those both observe; `nil` without such pairs.
  public var expectedKept: Double? {
    ratio((kept.count + dissolved.count) * (kept.count + formed.count), observedPairs)
  }
}

extension Reconciliation {
  /// Compares this wave with a later one, settled by the same rule.
  ///
  /// - Returns: `nil` where the waves share fewer than two actors or observe no pair of actors in common: then they are
  ///   repeated cross-sections, and nothing can be said of single ties.
  /// - Precondition: both are of one wave each, and both have a direction or none has.
  /// - Complexity: O(*n* + *c*) time and space for *n* actors and *c* claims and ties of both.
  public func changes(to later: Reconciliation) -> TieChanges? {
    let (ids, laterIds) = (
      network.actors.filter(\.isMember).map(\.id), later.network.actors.filter(\.isMember).map(\.id)
    )
    let (before, after) = (Set(ids), Set(laterIds))
    let (staying, compared) = (ids.filter(after.contains), before.intersection(after))
    let observed = observation.jointlyObserved(with: later.observation, membersStaying(in: later))
    guard observed > 0 else { return nil }
    var changes: [TieDecision: [TieDecision: [TieChanges.Pair]]] = [:]
    func note(_ source: String, _ target: String) {
      guard compared.contains(source), compared.contains(target), let before = decision(source, target),
        let after = later.decision(source, target)
      else { return }
      changes[before, default: [:]][after, default: []].append(TieChanges.Pair(source: source, target: target))
    }
    for pair in network.pairs { note(network.actors[pair.source].id, network.actors[pair.target].id) }
    for pair in later.network.pairs {
      let (source, target) = (later.network.actors[pair.source].id, later.network.actors[pair.target].id)
      if decision(source, target) != .tie { note(source, target) }
    }
    return TieChanges(
      observedPairs: observed, kept: changes[.tie]?[.tie] ?? [], formed: changes[.noTie]?[.tie] ?? [],
      dissolved: changes[.tie]?[.noTie] ?? [], newlyObserved: changes[.unobserved]?[.tie] ?? [],
      noLongerObserved: changes[.tie]?[.unobserved] ?? [], staying: staying,
      entering: laterIds.filter { !before.contains($0) },
      leaving: ids.filter { !compared.contains($0) })
  }

  /// The positions in both waves of the members that belong to both, in the order of this one's roster.
  package func membersStaying(in later: Reconciliation) -> [(Int, Int)] {
    network.actors.indices.compactMap { mine in
      guard network.actors[mine].isMember, let theirs = later.network.position(of: network.actors[mine].id),
        later.network.actors[theirs].isMember
      else { return nil }
      return (mine, theirs)
    }
  }

  /// Whether an actor answered for itself, as giver and as receiver; where nobody was asked, everybody's ties are known.
  package func isAnswered(by actor: Int) -> Bool {
    let answers = observation.answers(of: actor)
    return network.isDirected ? !answers.contains(false) : answers.contains(true)
  }

  /// What became of a pair; `nil` where one of the two does not belong to the wave.
  private func decision(_ source: String, _ target: String) -> TieDecision? {
    guard let source = network.position(of: source), let target = network.position(of: target) else { return nil }
    return observation.decision(from: source, to: target)
  }
}

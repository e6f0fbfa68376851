public import ClusterSurveys
public import KnowledgeNetworks

/// What changed from each wave of a study to the next.
public struct ChangeFinding: Finding, Hashable {
  /// Two waves that follow one another.
  public struct Step: Codable, Hashable, Sendable {
    /// The earlier wave.
    public let from: String
    /// The later one.
    public let to: String
    /// How many actors belong to both.
    public let staying: Int
    /// How many belong to the later wave alone.
    public let entering: Int
    /// How many belong to the earlier wave alone.
    public let leaving: Int
    /// How many pairs both waves observe.
    public let observedPairs: Int
    /// How many ties would be kept on average, were the ties of each wave on pairs drawn at random and independently from
    /// those both observe.
    public let expectedKept: Double?
    /// What would be kept were the members who stayed permuted in the later wave; `nil` where none can be.
    public let tests: TieChangeTests?
    /// The changes of all ties, then by the kinds of their actors and by scope.
    public let changes: [Change]

    /// The changes of all ties.
    public var all: Change { changes[0] }
    /// The share of the pairs not tied before that were tied after, among pairs that both waves observe.
    public var formedShare: ObservedShare {
      ObservedShare(count: all.formed, of: observedPairs - all.kept - all.dissolved)
    }
  }

  /// What became of some ties between two waves; pairs that one of the waves does not observe are apart.
  public struct Change: Codable, Hashable, Sendable {
    /// What picks the ties: `all`, `kinds` or `scope`.
    public let by: String
    /// The kinds of giver and receiver, without direction ascending; empty unless picked by kinds.
    public var kinds: [ActorKind] = []
    /// The scope; `nil` unless picked by scope.
    public var scope: TieScope?
    /// Tied in both waves.
    public var kept = 0
    /// Tied in the later wave, known not to be in the earlier one.
    public var formed = 0
    /// Tied in the earlier wave, known not to be in the later one.
    public var dissolved = 0
    /// Tied in the later wave, unobserved in the earlier one.
    public var newlyObserved = 0
    /// Tied in the earlier wave, unobserved in the later one.
    public var noLongerObserved = 0

    /// What picks them as files write it, such as `sme to large_firm`; `nil` for all.
    public var group: String? {
      scope?.label ?? (kinds.isEmpty ? nil : kinds.map(\.rawValue).joined(separator: " to "))
    }
    /// The share of the ties of either wave that both have; `nil` without ties.
    public var jaccard: Double? {
      let ties = kept + formed + dissolved
      return ties > 0 ? Double(kept) / Double(ties) : nil
    }
    /// The share of the earlier ties that were kept, among pairs that both waves observe.
    public var keptShare: ObservedShare { ObservedShare(count: kept, of: kept + dissolved) }
  }

  /// The steps, in the order of the waves.
  public let steps: [Step]
  /// The steps whose waves share no observed pair: repeated cross-sections, in which no single tie can be followed.
  public let crossSections: [[String]]

  /// Compares waves that follow one another.
  init(
    between waves: [(name: String, reconciliation: Reconciliation)], options: PermutationOptions, workers: Workers
  ) throws(BuzzlineError) {
    var (steps, apart) = ([Step](), [[String]]())
    for (earlier, later) in zip(waves, waves.dropFirst()) {
      guard let changes = earlier.reconciliation.changes(to: later.reconciliation) else {
        apart.append([earlier.name, later.name])
        continue
      }
      steps.append(
        Step(
          from: earlier.name, to: later.name, staying: changes.staying.count, entering: changes.entering.count,
          leaving: changes.leaving.count, observedPairs: changes.observedPairs, expectedKept: changes.expectedKept,
          tests: try earlier.reconciliation.changeTests(to: later.reconciliation, options: options, workers: workers),
          changes: Self.changes(changes, among: later.reconciliation.network)))
    }
    (self.steps, crossSections) = (steps, apart)
  }

  /// Counts changes of all ties, by the kinds of their actors and by scope, as the later network states both.
  private static func changes(_ changes: TieChanges, among later: KnowledgeNetwork) -> [Change] {
    var all = Change(by: "all")
    var (byKinds, byScope) = ([[ActorKind]: Change](), [TieScope: Change]())
    func count(_ pairs: [TieChanges.Pair], _ figure: WritableKeyPath<Change, Int>) {
      all[keyPath: figure] += pairs.count
      for pair in pairs {
        guard let source = later.position(of: pair.source), let target = later.position(of: pair.target) else {
          continue
        }
        if let giver = later.actors[source].kind, let receiver = later.actors[target].kind {
          let kinds = later.isDirected ? [giver, receiver] : [giver, receiver].sorted()
          byKinds[kinds, default: Change(by: "kinds", kinds: kinds)][keyPath: figure] += 1
        }
        let scope = later.scope(between: source, and: target)
        byScope[scope, default: Change(by: "scope", scope: scope)][keyPath: figure] += 1
      }
    }
    count(changes.kept, \.kept)
    count(changes.formed, \.formed)
    count(changes.dissolved, \.dissolved)
    count(changes.newlyObserved, \.newlyObserved)
    count(changes.noLongerObserved, \.noLongerObserved)
    let kinds = byKinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    return [all] + kinds + TieScope.allScopes.compactMap { byScope[$0] }
  }

  /// A row a pair of waves and what picks the ties; what needs the number of pairs observed, or tests all ties, stands
  /// in the row of all ties alone.
  public var table: FindingsTable {
    let rows = steps.flatMap { step in
      step.changes.map { (step: step, change: $0, whole: $0.group == nil ? step : nil) }
    }
    return FindingsTable(
      "changes", rows: rows,
      .text("from") { $0.step.from }, .text("to") { $0.step.to }, .word("by") { $0.change.by },
      .text("group") { $0.change.group }, .count("kept") { $0.change.kept }, .count("formed") { $0.change.formed },
      .count("dissolved") { $0.change.dissolved }, .number("jaccard") { $0.change.jaccard },
      .share("kept_share") { $0.change.keptShare.value },
      .share("kept_share_from") { $0.change.keptShare.interval?.lowerBound },
      .share("kept_share_to") { $0.change.keptShare.interval?.upperBound },
      .count("newly_observed") { $0.change.newlyObserved },
      .count("no_longer_observed") { $0.change.noLongerObserved },
      .count("observed_pairs") { $0.whole?.observedPairs },
      .share("formed_share") { $0.whole?.formedShare.value },
      .share("formed_share_from") { $0.whole?.formedShare.interval?.lowerBound },
      .share("formed_share_to") { $0.whole?.formedShare.interval?.upperBound },
      .number("permuted_kept") { $0.whole?.tests?.kept.definedMean },
      .number("permuted_jaccard") { $0.whole?.tests?.jaccard.definedMean },
      .p("p_permuted") { $0.whole?.tests?.jaccard.definedChance })
  }
}

extension PermutationTest {
  /// The mean under the null; `nil` where the test is not defined.
  var definedMean: Double? { isDefined ? mean : nil }
  /// The two-sided p; `nil` where the test is not defined.
  var definedChance: Double? { isDefined ? pTwoSided : nil }
}

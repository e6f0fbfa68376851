internal import ClusterSurveys
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// The waves side by side, and what became of single ties; `nil` where the study is of one wave.
  var changeSection: ReportDocument.Section? {
    guard let change else { return nil }
    let waves = earlier + [self]
    let apart = change.crossSections.map { names -> ReportDocument.Block? in
      .stating(
        Statement(
          .crossSections, on: Evidence(.pairsOfBothWaves, 0),
          """
          The waves \(name: names[0]) and \(name: names[1]) observe no pair of the same actors. They are repeated \
          cross-sections: what became of single ties cannot be told.
          """))
    }
    return ReportDocument.Section(
      "What changed", id: "change",
      [
        """
        Each wave is a network of its own, of the actors that belonged to the study then. Ties are counted as connected \
        pairs, whatever their topics and channels.
        """,
        .table(
          sideBySide(waves),
          caption: """
            The waves side by side. Density and ties returned are of members, over pairs that are observed; all else \
            counts unobserved pairs as not tied, outsiders included.
            """),
      ] + intervalBlocks + ReportDocument.Block.pictures(changePicture) + turnoverBlocks
        + change.steps.flatMap(blocks(of:)) + apart.compactMap(\.self))
  }

  private func blocks(of step: ChangeFinding.Step) -> [ReportDocument.Block] {
    let byGroup = Array(step.changes.dropFirst())
    let table = ReportDocument.Block.table(
      changes(byGroup),
      caption: network.isDirected
        ? "Ties kept, formed and dissolved among members who stayed, by the kinds of giver and receiver and by scope."
        : "Ties kept, formed and dissolved among members who stayed, by the kinds of both actors and by scope.")
    return [
      .stating(actorsStatement(step), tiesStatement(step), keptStatement(step)),
      .stating(chanceStatement(step), permutedStatement(step)), .stating(silenceStatement(step), recallStatement(step)),
      byGroup.isEmpty ? nil : table,
    ].compactMap(\.self)
  }

  private func actorsStatement(_ step: ChangeFinding.Step) -> Statement? {
    Statement(
      .actorsStayed, on: Evidence(.members, step.staying + step.entering + step.leaving),
      """
      From wave \(name: step.from) to wave \(name: step.to), \(count: step.staying, "member") stayed, \
      \(count: step.entering) entered and \(count: step.leaving) left.
      """)
  }

  private func tiesStatement(_ step: ChangeFinding.Step) -> Statement? {
    let all = step.all
    let pairs: Paragraph = "\(count: step.observedPairs, network.isDirected ? "ordered pair" : "pair")"
    let changed: Paragraph = """
      \(count: all.kept, "tie was", "ties were") kept, \(count: all.formed) formed and \(count: all.dissolved) dissolved \
      (Jaccard \(number: all.jaccard))
      """
    return Statement(
      .tiesChanged, on: Evidence(.pairsOfBothWaves, step.observedPairs),
      study.survey.wasAsked
        ? "Both waves observe \(pairs) of those who stayed: \(changed)."
        : """
        The ties were given as ties, so that what is not among them counts as no tie, of \(pairs) of those who stayed: \
        \(changed).
        """)
  }

  private func chanceStatement(_ step: ChangeFinding.Step) -> Statement? {
    let all = step.all
    let haveTies = all.kept + all.formed > 0 && all.kept + all.dissolved > 0
    return Statement(
      .tiesKeptByChance, if: haveTies, on: Evidence(.pairsOfBothWaves, step.observedPairs),
      """
      Were the ties of each wave on pairs drawn at random and independently from these, \
      \(number: step.expectedKept, decimals: 1) would be kept on average.
      """)
  }

  private func keptStatement(_ step: ChangeFinding.Step) -> Statement? {
    let kept = step.all.keptShare
    return kept.interval.flatMap { interval in
      Statement(
        .shareKept, on: Evidence(.pairsOfBothWaves, kept.total, interval: interval),
        """
        Of the earlier ties, \(share: kept.value) were kept (95 % confidence interval \(share: interval.lowerBound) to \
        \(share: interval.upperBound), taking ties as independent).
        """)
    }
  }

  /// What forgetting does to the counts, where they rest on answers.
  private func recallStatement(_ step: ChangeFinding.Step) -> Statement? {
    Statement(
      .changeByForgetting, if: study.survey.wasAsked, on: Evidence(.pairsOfBothWaves, step.observedPairs),
      "A tie that those who decide on it did not recall in one of the waves counts as formed or dissolved here.")
  }

  /// Ties on which the other wave is silent.
  private func silenceStatement(_ step: ChangeFinding.Step) -> Statement? {
    let (gone, new) = (step.all.noLongerObserved, step.all.newlyObserved)
    return Statement(
      .changeUnobserved, if: gone + new > 0, on: Evidence(.connectedPairs, gone + new),
      """
      \(count: gone, "tie") of wave \(name: step.from) and \(count: new) of wave \(name: step.to) are between actors on \
      whose pair the other wave lacks the answer that decides; they count neither as dissolved nor as formed.
      """)
  }

  private func changes(_ changes: [ChangeFinding.Change]) -> FindingsTable {
    FindingsTable(
      "tie-changes", rows: changes,
      .words("ties") { label(of: $0) },
      .count("kept") { $0.kept }, .count("formed") { $0.formed }, .count("dissolved") { $0.dissolved },
      .number("Jaccard") { $0.jaccard })
  }

  /// What people call what picks the ties of a change.
  func label(of change: ChangeFinding.Change) -> Paragraph {
    if let scope = change.scope { return scope.words }
    guard let one = change.kinds.first, let other = change.kinds.last else { return "all ties" }
    return network.isDirected
      ? "\(label(of: one)) to \(label(of: other))" : "\(label(of: one)) and \(label(of: other))"
  }

  /// A row a number and a column a wave: few waves have many numbers.
  private func sideBySide(_ waves: [Findings]) -> FindingsTable {
    typealias Figure = (name: Paragraph, value: @Sendable (Findings) -> Paragraph)
    let figures: [Figure] = [
      ("actors", { "\(count: $0.network.actorCount)" }), ("connected pairs", { "\(count: $0.network.pairCount)" }),
      ("observed pairs", { $0.observedPairs.map { "\(count: $0)" } ?? "not defined" }),
      ("density over observed pairs", { "\(share: $0.observedDensity)" }),
      ("density if unobserved pairs were absent", { "\(share: $0.cohesion.density)" }),
      ("ties returned", { "\(share: $0.returnedTies?.share)" }),
      ("two-step paths closed", { "\(share: $0.cohesion.transitivity.ratio)" }),
      ("actors in the largest component", { "\(count: $0.cohesion.weak.largest)" }),
      ("centralisation by betweenness", { "\(number: $0.cohesion.centralisation.betweenness)" }),
      ("E–I index", { "\(number: $0.mixing.splitTests?.symmetrised.observed)" }),
      ("local buzz", { "\(share: $0.buzzShare)" }),
    ]
    // Without direction an actor gives to whom it receives from.
    let both: [Figure] = [
      ("centralisation by number of receivers", { "\(number: $0.cohesion.centralisation.outDegree)" }),
      ("centralisation by number of givers", { "\(number: $0.cohesion.centralisation.inDegree)" }),
    ]
    let one: [Figure] = [
      ("centralisation by number of partners", { "\(number: $0.cohesion.centralisation.outDegree)" })
    ]
    let columns = waves.map { wave in
      TableColumn<Figure>.words("wave") { $0.value(wave) }.headed("wave \(name: wave.wave ?? "")")
    }
    return FindingsTable(
      "waves", rows: figures + (network.isDirected ? both : one), columns: [.words("number") { $0.name }], columns)
  }
}

internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// Of what the report is, and who answered.
  var lead: [Paragraph] {
    [
      [partStatement], [waveStatement, dayStatement, sizeStatement, kindResponseStatement],
      [buzzStatement, groupResponseStatement],
    ]
    .map { Paragraph(stating: $0) }.filter { !$0.isEmpty }
  }

  /// Which part of the study the report is of.
  private var partStatement: Statement? {
    guard let parts = selectedParts else { return nil }
    return Statement(.partOfStudy, on: allActors, "This is a part of the study: \(parts).")
  }

  /// What was selected, sort by sort; `nil` where everything is there.
  var selectedParts: Paragraph? {
    guard let selection = study.options.selection, !selection.isEverything else { return nil }
    func part(_ sort: (Int) -> Paragraph, _ names: [Paragraph]) -> Paragraph? {
      names.isEmpty ? nil : "\(sort(names.count)) \(names.listed())"
    }
    func named(_ names: [String]) -> [Paragraph] { names.map { "\(name: $0)" } }
    return [
      part({ "\(for: $0, "channel", "channels")" }, named(selection.channels)),
      part({ "\(for: $0, "cluster", "clusters")" }, named(selection.clusters.map(\.rawValue))),
      part({ "\(for: $0, "kind", "kinds")" }, selection.kinds.map { label(of: $0) }),
      part({ "\(for: $0, "scope", "scopes")" }, selection.scopes.sorted { $0.label < $1.label }.map(\.words)),
      part({ "\(for: $0, "topic", "topics")" }, named(selection.topics)),
      part({ "\(for: $0, "wave", "waves")" }, named(selection.waves)),
    ].compactMap(\.self).joined(by: "; ")
  }

  /// Which waves the report is of.
  private var waveStatement: Statement? {
    guard let wave else { return nil }
    guard earlier.isEmpty else {
      return Statement(
        .latestWave, on: allActors,
        """
        The study has the waves \(Paragraph.names(earlier.compactMap(\.wave) + [wave])). What follows is wave \
        \(name: wave), the latest, unless it says otherwise.
        """)
    }
    return Statement(
      .pooledWaves, on: allActors,
      """
      The waves \(Paragraph.names(study.survey.waves)) are taken together as one network, as was requested: a pair tied \
      in any of them counts as tied.
      """)
  }

  /// When the questions were answered, wave by wave.
  private var dayStatement: Statement? {
    let waves = earlier + [self]
    let stated = waves.compactMap { wave -> Paragraph? in
      guard let days = wave.study.survey.answerDays else { return nil }
      let span: Paragraph =
        days.lowerBound == days.upperBound
        ? "\(day: days.lowerBound)" : "\(day: days.lowerBound) to \(day: days.upperBound)"
      return waves.count > 1 ? wave.wave.map { "\(span) (wave \(name: $0))" } ?? span : span
    }
    let answers = waves.flatMap(\.study.survey.responses).filter(\.status.isAnswered)
    let isPart = answers.contains { $0.day == nil }
    return Statement(
      .daysOfAnswers, if: !stated.isEmpty, on: members,
      isPart
        ? "Dates of those answers that state one: \(stated.joined(by: ", "))."
        : "Dates of the answers: \(stated.joined(by: ", ")).")
  }

  private var sizeStatement: Statement? {
    let outsiders = network.actorCount - network.memberCount
    return Statement(
      .size, on: allActors,
      outsiders > 0
        ? """
        The study covers \(count: network.memberCount, "member"), \(count: outsiders, "outsider") named and not asked and \
        \(count: network.pairCount, "connected pair"), between which knowledge went at least once.
        """
        : """
        The study covers \(count: network.actorCount, "actor") and \(count: network.pairCount, "connected pair"), between \
        which knowledge went at least once.
        """)
  }

  private var buzzStatement: Statement? {
    guard let share = buzzShare else {
      return Statement(
        .scopesUnstated, if: network.pairCount > 0, on: connectedPairs,
        "The data do not say which ties stay inside a regional cluster.")
    }
    return Statement(
      .buzzShare, on: Evidence(.pairsOfKnownScope, scopes.buzz + scopes.pipelines),
      """
      Of the ties whose scope is known, \(share: share) stay inside a cluster (local buzz) and \
      \(count: scopes.pipelines, "tie leaves", "ties leave") it (global pipelines)\
      \(scopes.stated == nil ? "" : ", sources stated as counts aside").
      """)
  }

  /// Who answered, and how many pairs that leaves unseen.
  var responseStatements: [Statement?] {
    guard evidence.hasClaims, let own = ownCoverage else { return [] }
    let pairs: Paragraph = network.isDirected ? "ordered pairs of members" : "pairs of members"
    let response = own.response
    let evidence = Evidence(.members, own.members, interval: response.interval)
    let answered: Statement?
    if let partial = own.partial, let refused = own.refused, let absent = own.absent, let notAsked = own.notAsked {
      answered = Statement(
        .response, on: evidence,
        """
        \(count: response.count) of \(count: own.members, "member") answered (\(share: response.value)), \
        \(count: partial) of them in part; \(count: refused) refused, \(count: absent) were absent and \
        \(count: notAsked) were not asked.
        """)
    } else {
      answered = Statement(
        .response, if: !response.isWithheld, on: evidence,
        "\(count: response.count) of \(count: own.members, "member") answered (\(share: response.value)).")
    }
    guard let both = own.seenByBoth, let one = own.seenByOne, let nobody = own.seenByNobody else { return [answered] }
    let seen = Statement(
      .pairsSeen, on: Evidence(.pairsOfMembers, both + one + nobody),
      """
      Of the \(pairs), both sides reported on \(count: both), one side on \(count: one) and nobody on \(count: nobody).
      """)
    return [answered, seen]
  }

  /// The share of local buzz among ties of known scope.
  var buzzShare: Double? {
    let known = scopes.buzz + scopes.pipelines
    return known > 0 ? Double(scopes.buzz) / Double(known) : nil
  }

  var keyFigures: [ReportDocument.KeyFigure] {
    let pipelines = buzzShare.map { _ in scopes.pipelines }
    let gatekeepers = buzzShare.map { _ in positions.gatekeepers.gatekeepers.count }
    let figures: [ReportDocument.KeyFigure] = [
      .init(count: network.actorCount, "actors"), .init(count: network.pairCount, "connected pairs"),
      .init(share: buzzShare, "local buzz", note: "of ties with a known scope"),
      .init(count: pipelines, "global pipelines", note: scopes.stated == nil ? nil : "sources stated as counts aside"),
      .init(count: gatekeepers, "pipeline gatekeepers", note: "tied both inside and outside"),
    ]
    let returned = returnedShare.map { [$0] } ?? []
    let confirmed = evidence.reliability.overall.confirmationRate.map { rate -> [ReportDocument.KeyFigure] in
      [.init(share: rate, "confirmed", note: "by both sides, where both reported")]
    }
    return figures + returned + (confirmed ?? [])
  }

  /// The share of ties returned, of those whose opposite is observed where that can be told; `nil` without direction.
  private var returnedShare: ReportDocument.KeyFigure? {
    guard network.isDirected, network.pairCount > 0 else { return nil }
    guard let returned = returnedTies else { return .init(share: cohesion.dyads.arcReciprocity, "of ties returned") }
    return .init(share: returned.share, "of ties returned", note: "between members, where the opposite is observed")
  }
}

extension Findings {
  /// What statements rest on.
  var allActors: Evidence { Evidence(.actors, network.actorCount) }
  var members: Evidence { Evidence(.members, network.memberCount) }
  var connectedPairs: Evidence { Evidence(.connectedPairs, network.pairCount) }
}

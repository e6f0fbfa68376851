internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// What was computed in this study, as the methods of an article tell it.
  var methodsText: Paragraph {
    let sentences: [Paragraph?] = [
      networkSentence, selectionSentence, tieSentence, directionSentence, weightSentence, agreementSentence,
      actorSentence, holeSentence, cohesionSentence, groupSentence, testSentence, pipelineSentence, positionSentence,
      changeSentence, layerSentence, answerSentence, spreadSentence,
      """
      All numbers were computed with Buzzline \(verbatim: BuzzlineVersion.current), seed \
      \(verbatim: String(study.options.permutations.seed)).
      """,
    ]
    return sentences.compactMap(\.self).joined(by: " ")
  }

  private var networkSentence: Paragraph {
    let outsiders = network.actorCount - network.memberCount
    let actors: Paragraph =
      outsiders > 0
      ? "\(count: network.memberCount, "member") and \(count: outsiders, "outsider") that they name"
      : "\(count: network.actorCount, "actor")"
    let pairs: Paragraph = "\(count: network.pairCount, "connected pair")"
    guard let wave else { return "We analysed the knowledge network of \(actors) and \(pairs)." }
    return earlier.isEmpty
      ? """
      We analysed the knowledge network of \(actors) and \(pairs), the waves \(Paragraph.names(study.survey.waves)) taken \
      together.
      """
      : """
      We analysed the knowledge network of \(actors) and \(pairs) in wave \(name: wave), the latest of \
      \(count: earlier.count + 1), each of which was analysed as a network of its own.
      """
  }

  private var selectionSentence: Paragraph? {
    selectedParts.map { "It is a part of the study: \($0)." }
  }

  /// Where ties come from.
  private var tieSentence: Paragraph {
    guard !study.survey.isPacked else {
      return "Ties were given as a packed network, which does not keep answers or the rule by which they became ties."
    }
    guard study.survey.wasAsked else { return "Ties were given as such, not reported by givers and receivers." }
    let rule: Paragraph =
      switch reconciliation.rule {
      case .either: "a tie exists if either side affirms it"
      case .both: "a tie exists if both sides affirm it"
      case .giver: "a tie exists if the giver affirms it"
      case .receiver: "a tie exists if the receiver affirms it"
      }
    let missing: Paragraph =
      [.either, .both].contains(reconciliation.rule)
      ? "; where one of two reports is missing, the other decides (\(citing: .stork1992))" : ""
    let given: Paragraph = study.survey.ties.isEmpty ? "" : " Other ties were given as such."
    let rules: Paragraph =
      sensitivity == nil ? "" : " The main numbers were computed under all four rules of whose report counts."
    return """
      Reports of givers and receivers were reconciled: \(rule) (\(citing: .krackhardt1987))\(missing). Pairs on which the \
      report that decides is missing count as not tied, except where a number is said to be over observed pairs.\
      \(given)\(rules)
      """
  }

  private var agreementSentence: Paragraph? {
    guard evidence.hasClaims, evidence.reliability.overall.kappa != nil else { return nil }
    return "Agreement of both sides is measured by shares confirmed and by kappa (\(citing: .cohen1960))."
  }

  private var actorSentence: Paragraph {
    let distances: Paragraph
    if let sampling = study.options.sampling {
      distances = """
        betweenness (\(citing: .freeman1977)) and harmonic centrality (\(citing: .marchiori2000)), both estimated from \
        samples (\(citing: .borassi2019, .eppstein2004)) with ε = \(exact: sampling.epsilon) and \
        δ = \(exact: sampling.delta)
        """
    } else {
      distances = """
        betweenness (\(citing: .freeman1977)), closeness (\(citing: .freeman1978)), harmonic centrality \
        (\(citing: .marchiori2000))
        """
    }
    return """
      For each actor we computed degree and strength, \(distances), eigenvector scores (\(citing: .bonacich1972)), Katz status \
      (\(citing: .katz1953)), Bonacich power (\(citing: .bonacich1987)), PageRank with damping 0.85 (\(citing: .brin1998)), \
      hub and authority scores (\(citing: .kleinberg1999)), coreness (\(citing: .batagelj2011)) and local clustering \
      (\(citing: .watts1998)).
      """
  }

  private var holeSentence: Paragraph {
    """
    Constraint, effective size, efficiency and hierarchy (\(citing: .burt1992)) were taken over the whole network and \
    within ego networks.
    """
  }

  private var cohesionSentence: Paragraph {
    """
    Of the network we report density, the dyad census with reciprocity (\(citing: .holland1970)), the triad census \
    (\(citing: .holland1976)), transitivity (\(citing: .wasserman1994)), components, distances in steps and centralisation \
    (\(citing: .freeman1978)).
    """
  }

  private var groupSentence: Paragraph? {
    guard let grouping, !grouping.groups.isEmpty else { return nil }
    let losses: Paragraph =
      lossSection == nil
      ? "" : " What would be lost with a group was found by leaving it out (\(citing: .borgatti2006))."
    return """
      Actors were grouped by \(groupingName) (\(count: grouping.groups.count, "group")). Brokerage was counted in five \
      roles (\(citing: .gould1989)), ties between groups by the E–I index (\(citing: .krackhardtStern1988)), assortativity \
      (\(citing: .newman2003)) and modularity (\(citing: .leicht2008)).\(losses)
      """
  }

  private var pipelineSentence: Paragraph? {
    guard scopes.buzz + scopes.pipelines > 0 else { return nil }
    return """
      Ties inside a regional cluster are local buzz, ties between clusters global pipelines (\(citing: .bathelt2004)); \
      gatekeepers have ties of both sorts (\(citing: .graf2011)), and external reach is that over shortest paths \
      (\(citing: .breschi2015)). Participation in other clusters is measured by its coefficient (\(citing: .guimera2005)).
      """
  }

  private var positionSentence: Paragraph {
    "Cognitive positions (\(citing: .giuliani2005)) were separated by cut-offs of our own."
  }
}

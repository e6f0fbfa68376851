internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// What the network looks like and how it hangs together.
  var networkSection: ReportDocument.Section {
    ReportDocument.Section(
      "The network", id: "network",
      (network.actorCount > 0 ? [.picture(networkPicture)] : []) + [
        .paragraph(
          """
          Of all possible ties \(share: cohesion.density) exist. \(share: cohesion.dyads.arcReciprocity) of ties are \
          returned, and \(share: cohesion.transitivity.ratio) of the two-step ways are closed by a direct tie. \
          \(partsSentence)
          """),
        .paragraph(mixingSentence),
      ])
  }

  private var partsSentence: Paragraph {
    let isolates = cohesion.isolates
    let apart: Paragraph =
      isolates == 0
      ? "no actor is without a tie."
      : "\(count: isolates, "actor has", "actors have") no tie at all."
    return """
      The largest connected part holds \(count: cohesion.weak.largest) of \(count: network.actorCount, "actor"); \(apart) \
      Knowledge can travel between \(share: cohesion.distances.reachability) of the ordered pairs, in \
      \(number: cohesion.distances.meanDistance) steps on average.
      """
  }

  private var mixingSentence: Paragraph {
    guard let split = mixing.split, let test = mixing.splitTests?.symmetrised, test.isDefined else {
      return "Without groups, or without ties between grouped actors, mixing is not defined."
    }
    return """
      By \(name: split.grouping.name), the E–I index (ties between groups less ties inside, over all) is \
      \(number: test.observed); group sizes alone would give \(number: split.symmetrised.expected) (\(p: test.pTwoSided) \
      under permutation of the group labels).
      """
  }
}

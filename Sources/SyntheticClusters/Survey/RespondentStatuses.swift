internal import ClusterSurveys
internal import KnowledgeNetworks

/// What became of asking each actor in each wave.
struct RespondentStatuses: Sendable {
  /// By wave, then actor.
  let statuses: [[ResponseStatus]]

  init(of network: SyntheticNetwork, design: SurveyDesign) {
    var generator = SeededGenerator(seed: design.seed, stream: Purpose.respondents.stream(0))
    var statuses: [[ResponseStatus]] = []
    var asked = Array(0..<network.actorCount)
    for wave in 0..<design.waveCount {
      let answering =
        design.respondents.isEmpty
        ? asked.filter { generator.unit() >= design.nonResponse.share(of: network.kinds[$0]) }
        : Self.draw(design.respondents[wave], of: asked, in: network, design, &generator)
      // Whoever declined once is not asked again.
      var status = [ResponseStatus](repeating: .notAsked, count: network.actorCount)
      for actor in asked { status[actor] = wave == 0 ? .refused : .absent }
      for actor in answering { status[actor] = generator.unit() < design.partialShare ? .partial : .answered }
      statuses.append(status)
      asked = answering
    }
    self.statuses = statuses
  }

  /// Draws so many of those asked; who is of a kind that answers less is less likely to be drawn.
  private static func draw(
    _ count: Int, of asked: [Int], in network: SyntheticNetwork, _ design: SurveyDesign,
    _ generator: inout SeededGenerator
  ) -> [Int] {
    var order = asked
    generator.shuffle(&order)
    var willing: [Int] = []
    var others: [Int] = []
    for actor in order {
      let declines = generator.unit() < design.nonResponse.share(of: network.kinds[actor])
      if declines { others.append(actor) } else { willing.append(actor) }
    }
    return (willing + others).prefix(count).sorted()
  }
}

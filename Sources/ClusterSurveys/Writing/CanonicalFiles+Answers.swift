internal import DataFiles
internal import KnowledgeNetworks

// Ties that were given as ties, and answers that are not about partners.
extension Survey {
  func tiesFile() -> [UInt8] {
    let (ids, ties) = (actors.map(\.id), Array(ties))
    let keys: [[Int]] = [
      ranks(ties.map(\.wave)), ranks(ties.map { ids[$0.source] }), ranks(ties.map { ids[$0.target] }),
      ranks(ties.map(\.topic)), ranks(ties.map(\.channel)),
    ]
    let isWeighted = weightMeaning != .none || ties.contains { $0.weight != 1 }
    return CanonicalTable([
      .stated("wave") { ties[$0].wave }, .required("source") { ids[ties[$0].source] },
      .required("target") { ids[ties[$0].target] }, .stated("topic") { ties[$0].topic },
      .stated("channel") { ties[$0].channel }, .stated("weight") { isWeighted ? ties[$0].weight.shortest : nil },
      .stated("type") { _ in isDirected ? nil : "Undirected" },
    ]).bytes(order(ties.count, by: keys) { ties[$0].weight < ties[$1].weight })
  }

  func answersFile() -> [UInt8] {
    let ids = actors.map(\.id)
    let keys: [[Int]] = [
      ranks(answers.map(\.wave)), ranks(answers.map { ids[$0.respondent] }), ranks(answers.map(\.question)),
    ]
    return CanonicalTable([
      .stated("wave") { answers[$0].wave }, .required("respondent") { ids[answers[$0].respondent] },
      .required("question") { answers[$0].question }, .required("answer") { answers[$0].answer },
    ]).bytes(order(answers.count, by: keys))
  }

  func questionsFile() -> [UInt8] {
    CanonicalTable([
      .required("question") { questions[$0].question }, .stated("text") { questions[$0].text },
      // Without it the file would be no list of questions.
      .required("scale") { questions[$0].scale?.rawValue ?? "" },
      .stated("levels") { questions[$0].levels.isEmpty ? nil : questions[$0].levels.joined(separator: "|") },
    ]).bytes(order(questions.count, by: [ranks(questions.map(\.question))]))
  }
}

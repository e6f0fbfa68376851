internal import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Eigenvector, hub or authority scores: leading eigenvectors, whose residual is checked before they are given.
  func spectralScores(of measure: CentralityMeasure) throws(BuzzlineError) -> ActorScores {
    var remarks = remarks(onWeightsAs: .strength)
    let scores: [Double]?
    if pairCount == 0 {
      remarks.append("There are no ties, so all scores are equal.")
      scores = Array(repeating: 1, count: actorCount)
    } else if measure == .eigenvector || !isDirected {
      scores = try LeadingEigenvector(of: GiverRows(receivingIn: self)).scores()
      if scores?.allSatisfy({ $0 == 0 }) == true {
        remarks.append("Knowledge nowhere comes back to where it started, so all scores are 0.")
      }
    } else {
      let sides = try LeadingEigenvector(of: GiverRows(bothSidesOf: self)).scores()
      scores = sides.map { sides in
        LeadingEigenvector.scaled(Array(measure == .hubs ? sides.prefix(actorCount) : sides.suffix(actorCount)))
      }
    }
    guard let scores else {
      remarks.append("The \(measure.name) scores did not settle to a residual of 1e-9, so they are not defined.")
      return ActorScores(measure: measure.name, [Double](repeating: .nan, count: actorCount), remarks: remarks)
    }
    return ActorScores(measure: measure.name, scores, remarks: remarks)
  }
}

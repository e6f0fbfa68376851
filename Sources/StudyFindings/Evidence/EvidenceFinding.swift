public import ClusterSurveys
internal import KnowledgeNetworks

/// How far givers and receivers say the same.
public struct EvidenceFinding: StudyFinding, Hashable {
  /// How far they agree, over all and by wave, topic, actor and kind.
  public let reliability: Reliability
  /// Whether anybody was asked at all.
  public let hasClaims: Bool

  init(of survey: Survey) throws(BuzzlineError) {
    reliability = try survey.reliability()
    hasClaims = !survey.claims.isEmpty
  }

  var actorColumns: [TableColumn<Int>] {
    guard hasClaims else { return [] }
    let claims = reliability.byActor
    return [
      TableColumn("over_claiming", .share) { .number(claims[$0].total.overClaiming) },
      TableColumn("under_claiming", .share) { .number(claims[$0].total.underClaiming) },
    ]
  }

  var networkFigures: [NetworkFigure] {
    guard hasClaims else { return [] }
    return figures(of: reliability.overall, named: "")
      + reliability.byTopic.flatMap { figures(of: $0.agreement, named: "-topic-" + ($0.label ?? "unstated")) }
      + reliability.byWave.filter { $0.label != nil }.flatMap {
        figures(of: $0.agreement, named: "-wave-" + ($0.label ?? ""))
      }
  }

  private func figures(of agreement: ReportAgreement, named suffix: String) -> [NetworkFigure] {
    [
      NetworkFigure(
        name: "joint-pairs" + suffix, value: .count(agreement.jointPairs), note: "pairs on which both sides reported"),
      NetworkFigure(
        name: "confirmation-rate" + suffix, value: .number(agreement.confirmationRate),
        note: "both affirm, of pairs that at least one affirms"),
      NetworkFigure(
        name: "receiver-confirms-giver" + suffix, value: .number(agreement.giverConditional),
        note: "of what givers affirm"),
      NetworkFigure(
        name: "giver-confirms-receiver" + suffix, value: .number(agreement.receiverConditional),
        note: "of what receivers affirm"),
      NetworkFigure(
        name: "raw-agreement" + suffix, value: .number(agreement.rawAgreement), note: "inflated by absent ties"),
      NetworkFigure(name: "kappa" + suffix, value: .number(agreement.kappa), note: "Cohen"),
    ]
  }
}

public import DiffusionRoles
internal import KnowledgeNetworks

/// Who gives more than it takes, who links the cluster to the outside, and where that puts each actor.
public struct PositionFinding: StudyFinding, Hashable {
  /// What each actor gives and receives.
  public let giveTake: GiveTake
  /// Who is tied inside and outside its cluster.
  public let gatekeepers: Gatekeepers
  /// Where that puts each actor.
  public let positions: CognitivePositions

  init(of network: KnowledgeNetwork) throws(BuzzlineError) {
    giveTake = network.giveTake()
    gatekeepers = network.gatekeepers()
    positions = try network.cognitivePositions()
  }

  var remarks: [String] { gatekeepers.remarks + positions.remarks }

  var actorColumns: [TableColumn<Int>] {
    [
      TableColumn(giveTake.net), TableColumn(giveTake.balance), TableColumn(gatekeepers.internalRelations),
      TableColumn(gatekeepers.externalRelations),
    ] + statedColumns + [
      .yesOrNo("gatekeeper_graf") { gatekeepers.isGatekeeper($0) }, .yesOrNo("brings_in") { gatekeepers.bringsIn($0) },
      TableColumn(gatekeepers.intensity(.minimum)), TableColumn(gatekeepers.intensity(.geometricMean)),
      .word("cognitive_position") { positions[$0]?.rawValue },
    ]
  }

  /// What of external relations, and of the sources that bring in and make positions, is stated as counts.
  private var statedColumns: [TableColumn<Int>] {
    [gatekeepers.statedRelations, gatekeepers.statedSources].compactMap(\.self).map { TableColumn($0) }
  }

  private var statedFigures: [NetworkFigure] {
    guard gatekeepers.statedSources != nil else { return [] }
    let note = "only by sources that they state as counts"
    return [
      NetworkFigure("gatekeepers-graf-stated", gatekeepers.gatekeepersByCount.count, note),
      NetworkFigure("bring-in-stated", gatekeepers.bringersByCount.count, note),
    ]
  }

  var networkFigures: [NetworkFigure] {
    [
      NetworkFigure(
        "gatekeepers-graf", gatekeepers.gatekeepers.count,
        "actors with at least one tie inside their cluster and one that leaves it"),
      NetworkFigure("bring-in", gatekeepers.bringers.count, "actors that received from outside and gave inside"),
    ] + statedFigures
      + CognitivePosition.allCases.map { position in
        NetworkFigure(
          "position-" + position.rawValue, positions.counts[position],
          "operationalisation after Giuliani and Bell; cut-off mean, tolerance 0.2")
      }
  }
}

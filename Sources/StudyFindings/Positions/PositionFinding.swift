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
    [giveTake.net, giveTake.balance, gatekeepers.internalRelations, gatekeepers.externalRelations]
      .map { TableColumn($0) } + [
        TableColumn("gatekeeper_graf", .text) { .yesOrNo(gatekeepers.isGatekeeper($0)) },
        TableColumn("brings_in", .text) { .yesOrNo(gatekeepers.bringsIn($0)) },
        TableColumn(gatekeepers.intensity(.minimum)), TableColumn(gatekeepers.intensity(.geometricMean)),
        TableColumn("cognitive_position", .text) { actor in positions[actor].map { .word($0.rawValue) } ?? .undefined },
      ]
  }

  var networkFigures: [NetworkFigure] {
    [
      NetworkFigure(
        name: "gatekeepers-graf", value: .count(gatekeepers.gatekeepers.count),
        note: "actors with at least one tie inside their cluster and one that leaves it"),
      NetworkFigure(
        name: "bring-in", value: .count(gatekeepers.bringers.count),
        note: "actors that received from outside and gave inside"),
    ]
      + CognitivePosition.allCases.map { position in
        NetworkFigure(
          name: "position-" + position.rawValue, value: .count(positions.counts[position]),
          note: "operationalisation after Giuliani and Bell; cut-off mean, tolerance 0.2")
      }
  }
}

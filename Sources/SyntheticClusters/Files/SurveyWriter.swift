internal import ClusterSurveys
internal import DataFiles
internal import KnowledgeNetworks

/// How a survey becomes files: the canonical ones, or a dialect that some survey tool writes.
public protocol SurveyWriter: Sendable {
  /// The files of a survey: of the canonical ones those beside that of its actors; of a tool its export, which
  /// describes the actors, and the mapping that reads it.
  func files(of survey: SyntheticSurvey) -> [SyntheticFile]
}

/// Writes `claims.csv` and `responses.csv`, as `ClusterSurveys` reads them.
public struct CanonicalSurveyWriter: SurveyWriter {
  /// Makes the writer.
  public init() {}

  /// `claims.csv`: wave, respondent, item, partner, topic, channel, answer; and `responses.csv`: wave, respondent,
  /// item, status.
  public func files(of survey: SyntheticSurvey) -> [SyntheticFile] { [claims(of: survey), responses(of: survey)] }

  private func claims(of survey: SyntheticSurvey) -> SyntheticFile {
    let (labels, blocks) = (survey.network.labels, survey.tieBlocks)
    return SyntheticFile(
      name: "claims.csv", heading: "wave,respondent,item,partner,topic,channel,answer", blockCount: blocks.count
    ) { number in
      var bytes: [UInt8] = []
      for claim in survey.claims(in: blocks[number]) {
        bytes.append(text: claim.wave ?? "")
        bytes.endCell()
        labels.appendID(of: claim.respondent, to: &bytes)
        bytes.append(text: ",\(claim.item.rawValue),")
        switch claim.partner {
        case .actor(let partner): labels.appendID(of: partner, to: &bytes)
        case .group(let words), .text(let words): bytes.append(cell: words)
        }
        for cell in [claim.topic ?? "", claim.channel ?? "", claim.answer.rawValue] {
          bytes.endCell()
          bytes.append(cell: cell)
        }
        bytes.endRow()
      }
      return bytes
    }
  }

  private func responses(of survey: SyntheticSurvey) -> SyntheticFile {
    let labels = survey.network.labels
    let blocks = RowBlocks.ofActors(survey.network.actorCount, waves: survey.design.waveCount)
    return SyntheticFile(name: "responses.csv", heading: "wave,respondent,item,status", blocks: blocks) { block in
      let wave = survey.design.waveName(block.wave) ?? ""
      var bytes: [UInt8] = []
      for actor in block.rows {
        for item in SurveyItem.allCases {
          bytes.append(text: wave)
          bytes.endCell()
          labels.appendID(of: actor, to: &bytes)
          bytes.append(text: ",\(item.rawValue),\(survey.status(of: actor, wave: block.wave).rawValue)\n")
        }
      }
      return bytes
    }
  }
}

internal import ClusterSurveys
internal import DataFiles
internal import KnowledgeNetworks

/// How a survey becomes files: the canonical ones, or a dialect that some survey tool writes.
public protocol SurveyWriter: Sendable {
  /// The files of a survey, beside that of its actors.
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
    let labels = survey.network.labels
    return SyntheticFile(
      "claims.csv", heading: "wave,respondent,item,partner,topic,channel,answer", blockCount: survey.claimBlockCount
    ) { block in
      var bytes: [UInt8] = []
      for claim in survey.claims(inBlock: block) {
        bytes.append(text: claim.wave ?? "")
        bytes.endCell()
        labels.appendID(of: claim.respondent, to: &bytes)
        bytes.endCell()
        bytes.append(text: claim.item.rawValue)
        bytes.endCell()
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
    let blocks = BlockSize.count(of: survey.network.actorCount, by: BlockSize.actors)
    return SyntheticFile(
      "responses.csv", heading: "wave,respondent,item,status", blockCount: survey.design.waveCount * blocks
    ) { block in
      let (wave, part) = block.quotientAndRemainder(dividingBy: blocks)
      var bytes: [UInt8] = []
      for actor in BlockSize.rows(of: part, by: BlockSize.actors, in: survey.network.actorCount) {
        for item in SurveyItem.allCases {
          bytes.append(text: survey.design.waveName(wave) ?? "")
          bytes.endCell()
          labels.appendID(of: actor, to: &bytes)
          bytes.append(text: ",\(item.rawValue),\(survey.status(of: actor, wave: wave).rawValue)\n")
        }
      }
      return bytes
    }
  }
}

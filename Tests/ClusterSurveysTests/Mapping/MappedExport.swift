import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks

/// An export with its mapping, read.
struct MappedExport {
  let survey: Survey

  init(_ export: String, mapping: String, more: [String: String] = [:]) throws {
    let folder = try StudyFolder(more.merging(["export.csv": export, "mapping.yaml": mapping]) { first, _ in first })
    survey = try folder.survey(of: "mapping.yaml")
  }

  /// Every claim as one line: respondent, item, partner, topic, channel, answer, weight, with its wave in front.
  var claims: [String] {
    survey.claims.map { claim in
      let partner =
        switch claim.partner {
        case .actor(let position): survey.actors[position].id
        case .group(let name): "group:\(name)"
        case .text(let text): "text:\(text)"
        }
      let words = [
        claim.wave, survey.actors[claim.respondent].id, claim.item.rawValue, partner, claim.topic, claim.channel,
        claim.answer.rawValue, claim.weight.map { "\($0)" },
      ]
      return words.compactMap(\.self).joined(separator: " ")
    }.sorted()
  }

  /// Who answered, as lines.
  var responses: [String] {
    survey.responses.map { response in
      [response.wave, survey.actors[response.respondent].id, response.item.rawValue, response.status.rawValue]
        .compactMap(\.self).joined(separator: " ")
    }.sorted()
  }

  /// The account of the cells of each question: ties, denials, missing, ignored.
  var cells: [[Int]] { survey.accounts[0].cells.map { [$0.ties, $0.denials, $0.missing, $0.ignored] } }

  /// The accounts of the exports themselves, joined ones behind the others.
  var exports: [FileAccount] { survey.accounts.filter { ["export", "joined"].contains($0.role) } }

  func remark(_ reason: String) -> Remark? { survey.remarks.first { $0.reason == reason } }
}

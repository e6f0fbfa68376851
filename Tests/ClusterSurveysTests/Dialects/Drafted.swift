import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// A draft of some exports, in a folder with them.
struct Drafted {
  let draft: MappingDraft
  let folder: ScratchFolder

  init(_ files: [String: String], of names: [String]) throws {
    folder = try ScratchFolder(files)
    let url = folder.url
    draft = try MappingDraft(of: names.map { url.appending(path: $0) }, writtenTo: url)
  }

  init(_ export: String) throws { try self.init(["export.csv": export], of: ["export.csv"]) }

  var text: String { draft.text }

  func survey(filling: (String) -> String = { $0 }) throws -> Survey {
    let mapping = folder.url.appending(path: "draft.yaml")
    try Data(filling(draft.text).utf8).write(to: mapping)
    return try Survey(contentsOf: [mapping])
  }

  func file(_ name: String, of survey: Survey) throws -> String {
    let file = try #require(survey.canonicalFiles().first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self)
  }
}

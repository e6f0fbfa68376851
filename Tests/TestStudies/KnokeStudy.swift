internal import ClusterSurveys
internal import Foundation
public import KnowledgeNetworks
public import StudyFindings
internal import TestNetworks

/// The study of Knoke's organisations among the examples.
public enum KnokeStudy {
  /// Its findings, the organisations grouped by a column.
  public static func findings(
    by group: ActorColumn = .attribute("textbook_group"), seed: UInt64 = 1
  ) throws -> Findings {
    let survey = try Survey(contentsOf: [ReferenceFiles.examples.appending(path: "knoke")])
    let options = StudyOptions(group: group, permutations: PermutationOptions(seed: seed))
    return try Study(survey: survey, options: options).findings()
  }
}

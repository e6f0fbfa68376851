import ClusterSurveys
import KnowledgeNetworks
import TestNetworks
import Testing

/// Pairs of ties without direction that are listed, or claimed, from both ends.
@Suite struct MirroredTiesTests {
  private func survey(_ text: String, _ meaning: WeightMeaning = .none) throws -> Survey {
    try StudyFolder(["ties.csv": text]).survey(of: "ties.csv") {
      ($0.isDirected, $0.weightMeaning) = (false, meaning)
    }
  }

  @Test(arguments: ["source,target\na,b\nb,a\nb,c\n", "source,target,note\na,b,\nb,a,\nb,c,\n"])
  func aPairListedFromBothEndsIsOneTie(_ text: String) throws {
    let survey = try survey(text)
    #expect(survey.ties.count == 2 && survey.remarks.map(\.reason).contains("mirrored-tie"))
    #expect(try survey.reconciled().network.weight(from: 0, to: 1) == 1)
  }

  @Test func bothEndsAreTwoReportsOfOneWeight() throws {
    let text = "source,target,weight\na,b,2\nb,a,4\nb,c,3\n"
    #expect(try survey(text, .strength).ties.map(\.weight) == [3, 3])
    #expect(try survey(text, .distance).ties.map(\.weight) == [2, 3])
  }
}

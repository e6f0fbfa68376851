import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct KindSpellingsTests {
  private func kind(_ label: String, among kinds: [String]) -> String? {
    KindSpellings(of: kinds.map { NetworkActor(id: $0, kind: ActorKind(rawValue: $0)) }).kind(named: label)
  }

  @Test(arguments: [
    ("SMEs", "sme"), ("KMU", "sme"), ("Kleine & mittlere Unternehmen", "sme"), ("small firms", "sme"),
    ("Small or medium-sized enterprise", "sme"), ("Kleines oder mittleres Unternehmen", "sme"),
    ("Small and Medium-Sized Enterprises", "sme"), ("Grossunternehmen", "large_firm"),
    ("Großunternehmen", "large_firm"), ("large_firm", "large_firm"), ("Large companies", "large_firm"),
    ("Forschungseinrichtungen", "research_institute"), ("research organisations", "research_institute"),
    ("Cluster-Management", "cluster_management"), ("Clusterbuero", "cluster_management"),
    ("Hochschulen", "research_institute"), ("Universities", "research_institute"),
  ])
  func wordsNameTheSharedKinds(_ label: String, _ kind: String) {
    #expect(self.kind(label, among: ["sme", "large_firm"]) == kind)
  }

  @Test func theStudysOwnWordComesFirst() {
    #expect(kind("SMEs", among: ["KMU", "GU"]) == "KMU")
    #expect(kind("Großunternehmen", among: ["KMU", "GU"]) == "GU")
    #expect(kind("Hochschulen", among: ["university", "research_institute"]) == "university")
    #expect(kind("associations", among: ["association"]) == "association")
  }

  @Test func ofSeveralKindsOfOneSenseNoneIsGuessed() {
    #expect(kind("Forschungseinrichtungen", among: ["research centre", "research institution"]) == nil)
    #expect(kind("universities", among: ["Hochschule", "Universität"]) == nil)
  }

  @Test(arguments: ["SME GmbH", "KMU AG", "Institute", "institut", "various", "Mittelstand Digital", "", "AG"])
  func firmsAndOtherWordsAreNoKinds(_ label: String) {
    #expect(kind(label, among: ["sme", "large_firm"]) == nil)
  }
}

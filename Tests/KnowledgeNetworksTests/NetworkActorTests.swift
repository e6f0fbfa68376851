import KnowledgeNetworks
import Testing

struct ActorTests {
  @Test func `an actor without a name goes by its identifier and all else is unknown`() {
    let actor = NetworkActor(id: "x7")
    #expect(actor.name == "x7")
    #expect(actor.kind == nil && actor.cluster == nil && actor.region == nil && actor.country == nil)
    #expect(actor.attributes.isEmpty)
    #expect(NetworkActor(id: "x7", name: "Zeiss").name == "Zeiss")
  }

  @Test func `kinds are an open set of words, ordered by word`() {
    let kinds: [ActorKind] = [.sme, "university", .largeFirm, .researchInstitute, .clusterManagement]
    #expect(
      kinds.sorted().map(\.rawValue) == [
        "cluster_management", "large_firm", "research_institute", "sme", "university",
      ])
    #expect(ActorKind(rawValue: "sme") == .sme)
  }

  @Test func `clusters are ordered by name`() {
    #expect(([Cluster(rawValue: "Wels"), "Jena"] as [Cluster]).sorted() == ["Jena", "Wels"])
  }
}

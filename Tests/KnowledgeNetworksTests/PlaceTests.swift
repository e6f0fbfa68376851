import KnowledgeNetworks
import Testing

struct PlaceTests {
  @Test func `a place is written as far as it is known`() {
    #expect(Place().description.isEmpty)
    #expect(Place(file: "a.csv").description == "a.csv")
    #expect(Place(file: "a.csv", line: 3).description == "a.csv:3")
    #expect(Place(file: "a.csv", line: 3, column: 5).description == "a.csv:3:5")
    #expect(Place(actor: "ada", function: "igraph_degree").description == "actor ada, igraph_degree")
    #expect(Place(file: "a.csv", line: 3, actor: "ada").description == "a.csv:3, actor ada")
  }
}

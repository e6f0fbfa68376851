import Foundation
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

  @Test func `a place is stored under the names of what is known of it`() throws {
    let place = Place(file: "a.csv", line: 3, column: 5, actor: "ada")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let stored = try encoder.encode(place)
    #expect(String(decoding: stored, as: UTF8.self) == #"{"actor":"ada","column":5,"file":"a.csv","line":3}"#)
    #expect(try JSONDecoder().decode(Place.self, from: stored) == place)
  }

  @Test func `what is known of a place may be changed one by one`() {
    var place = Place(actor: "ada", function: "f")
    (place.actor, place.line) = (nil, 7)
    #expect(place == Place(line: 7, function: "f"))
    (place.function, place.line, place.column) = (nil, nil, 2)
    #expect(place == Place(column: 2))
  }
}

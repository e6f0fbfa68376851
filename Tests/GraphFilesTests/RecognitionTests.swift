import GraphFiles
import Testing

@Suite struct RecognitionTests {
  @Test(arguments: [
    ("a.graphml", GraphFormat.graphml), ("a.GEXF", .gexf), ("b.paj", .pajek), ("b.net", .pajek), ("c.dl", .dl),
    ("d.vna", .vna), ("e.json", .json), ("f.gml", .gml),
  ])
  func theEndingOfANameTells(_ name: String, _ format: GraphFormat) {
    #expect(GraphFormat.recognise([], fileName: name) == format)
  }

  @Test(arguments: ["ties.csv", "ties", "net", "x.graphml.csv"])
  func otherNamesDoNot(_ name: String) { #expect(GraphFormat.recognise([], fileName: name) == nil) }
}

import DataFiles
import GraphFiles
import KnowledgeNetworks
import Testing

/// Broken files: each is refused in one sentence that says where.
@Suite struct MalformedGraphTests {
  /// A file, and the line and the column where it is wrong.
  struct Broken: Sendable, CustomTestStringConvertible {
    let format: GraphFormat
    let text: String
    let line: Int?
    let column: Int?

    init(_ format: GraphFormat, _ text: String, _ line: Int?, _ column: Int? = nil) {
      (self.format, self.text, self.line, self.column) = (format, text, line, column)
    }

    var testDescription: String { "\(format): \(text.prefix(60))" }
  }

  static let xml = [
    Broken(.graphml, "", nil), Broken(.graphml, "no XML", 1), Broken(.graphml, "<graphml>\n<graph>", 2),
    Broken(.graphml, "<graphml>\n<graph></grap></graphml>", 2), Broken(.graphml, "<graphml/>", 1),
    Broken(.graphml, "<gexf/>", 1), Broken(.graphml, "<!DOCTYPE graphml>\n<graphml/>", 1),
    Broken(.graphml, "<graphml><graph>\n<node/></graph></graphml>", 2),
    Broken(.graphml, "<graphml><graph>\n<node id=''/></graph></graphml>", 2),
    Broken(.graphml, "<graphml><graph>\n<node id='a'/>\n<node id='a'/></graph></graphml>", 3),
    Broken(.graphml, "<graphml><graph><node id='a'/>\n\n<edge source='a' target='b'/></graph></graphml>", 3),
    Broken(.graphml, "<graphml><graph><node id='a'/>\n<edge source='a'/></graph></graphml>", 2),
    Broken(.graphml, "<graphml><graph><node id='a'/>\n<hyperedge/></graph></graphml>", 2),
    Broken(.graphml, "<graphml><graph><node id='a'>\n<data key='x'>1</data></node></graph></graphml>", 2),
    Broken(.graphml, "<graphml><graph>\n<node id='a'>&x;</node></graph></graphml>", 2),
    Broken(.graphml, "<graphml>\n<graph edgedefault='both'/></graphml>", 2),
    Broken(.graphml, "<graphml><graph><node id='a'/>\n<edge source='a' target='a' directed='x'/></graph></graphml>", 2),
    Broken(.graphml, "<graphml><graph/><graph>\n<node id='a' id='b'/></graph></graphml>", 2),
    Broken(.gexf, "<gexf/>", 1), Broken(.gexf, "<gexf>\n<graph defaultedgetype='up'/></gexf>", 2),
    Broken(.gexf, "<gexf><graph/>\n<graph/></gexf>", 2),
    Broken(.gexf, "<gexf><graph><nodes>\n<node label='a'/></nodes></graph></gexf>", 2),
    Broken(
      .gexf, "<gexf><graph><nodes><node id='a'/></nodes><edges>\n<edge source='a' target='b'/></edges></graph></gexf>",
      2),
    Broken(
      .gexf,
      "<gexf><graph><nodes><node id='a'>\n<attvalues><attvalue for='0' value='1'/></attvalues></node></nodes></graph></gexf>",
      2),
  ]

  static let texts = [
    Broken(.gml, "graph [\n node [ id 1 ]", 1, 1), Broken(.gml, "graph [ ] ]", 1, 11),
    Broken(.gml, "node [ id 1 ]", 1, 1),
    Broken(.gml, "graph [\n node [ label \"x\" ] ]", 2, 2), Broken(.gml, "graph [\n node 5 ]", 2, 2),
    Broken(.gml, "graph [ node [ id 1 ]\nnode [ id 1 ] ]", 2, 1),
    Broken(.gml, "graph [ node [ id\n1 label \"x ] ]", 2, 9),
    Broken(.gml, "graph [ node [ id 1 ]\n edge [ source 1 target 2 ] ]", 2, 2),
    Broken(.gml, "graph [ directed yes ]", 1, 18),
    Broken(.gml, "graph [ ]\ngraph [ ]", 2, 1), Broken(.gml, "graph [ node [ id 1 label ] ]", 1, 27),
    Broken(.pajek, "*Edges\n1 2\n", 1, 1), Broken(.pajek, "1 2\n", 1, 1), Broken(.pajek, "*Vertices\n", 1, 1),
    Broken(.pajek, "*Vertices x\n", 1, 1), Broken(.pajek, "*Vertices 10000000000\n", 1, 11),
    Broken(.pajek, "*Vertices 2\n1 a\n1 b\n", 3, 1), Broken(.pajek, "*Vertices 2\n3 a\n", 2, 1),
    Broken(.pajek, "*Vertices 2\n1 \"a\n", 2, 3), Broken(.pajek, "*Vertices 2\n*Arcs\n1 3\n", 3, 3),
    Broken(.pajek, "*Vertices 2\n*Arcs\n1\n", 3, 1), Broken(.pajek, "*Vertices 2\n*Arcs\n1 2 1 c\n", 3, 7),
    Broken(.pajek, "*Vertices 2\n*Matrix\n0 1\n1\n", 4, 1), Broken(.pajek, "*Vertices 2\n*Matrix\n0 1 1 0 1\n", 3, 9),
    Broken(.pajek, "*Vertices 2\n*Matrix\n0 x\n", 3, 3), Broken(.pajek, "*Vertices 2\n*Vertices 2\n", 2, 1),
    Broken(.pajek, "*Network a\n*Vertices 1\n*Network b\n", 3, 1), Broken(.pajek, "*Vertices 1\n*Signs\n", 2, 1),
    Broken(.pajek, "*Vertices 2 3\n", 1, 13), Broken(.pajek, "*Vertices 1\n*Partition p\n*Vertices 2\n", 3, 1),
    Broken(.dl, "n=3", 1, 1), Broken(.dl, "dl n=3", 1, 7), Broken(.dl, "dl n=3 format=tree data:", 1, 15),
    Broken(.dl, "dl n=10000000000 data:\n1 2", 1, 6), Broken(.dl, "dl n=x\ndata:", 1, 6),
    Broken(.dl, "dl\ndata:\n1", 2, 1), Broken(.dl, "dl n=2 labels:\na data:", 2, 3), Broken(.dl, "dl labels: a", 1, 4),
    Broken(.dl, "dl n=2 diagonal=maybe data:", 1, 17), Broken(.dl, "dl n=2\ndata:\n0 1\n1", 4, 2),
    Broken(.dl, "dl n=2\ndata:\n0 1\n1 0 1", 4, 5), Broken(.dl, "dl n=2\ndata:\n0 b\n", 3, 3),
    Broken(.dl, "dl n=2 format=edgelist1\ndata:\n1 3", 3, 3), Broken(.dl, "dl n=2 format=edgelist1\ndata:\n1", 3, 1),
    Broken(.dl, "dl n=2 format=edgelist1\ndata:\n1 2 x", 3, 5),
    Broken(.dl, "dl n=2 format=edgelist1\ndata:\n1 2 1 1", 3, 7),
    Broken(.dl, "dl n=1 format=edgelist1 labels embedded\ndata:\na b", 3, 3),
    Broken(.dl, "dl n=2 format=edgelist1\ndata:\n1 2\n!\n2 1", 4, 1), Broken(.dl, "dl n=2 speed=9 data:", 1, 8),
    Broken(.dl, "dl nr=2 nc=2 format=upperhalf data:", 1, 31),
    Broken(.vna, "a b\n", 1, 1), Broken(.vna, "*Node data\nID\n\"a\n", 3, 1),
    Broken(.vna, "*Node data\nID x\na 1 2\n", 3, 5),
    Broken(.vna, "*Tie data\nFROM TO\na\n", 3, 1), Broken(.vna, "*Tie data\nFROM\n", 2, 1),
    Broken(.vna, "*Node data\nID x x\n", 2, 6), Broken(.vna, "*Node data\nID\na\na\n", 4, 1),
    Broken(.vna, "*Dyad data\n", 1, 1),
    Broken(.json, "[]", 1, 1), Broken(.json, "{\"nodes\": []}", 1, 1),
    Broken(.json, "{\"nodes\": [],\n\"links\": {}}", 2, 10),
    Broken(.json, "{\"nodes\": [\n1], \"links\": []}", 2, 1),
    Broken(.json, "{\"nodes\": [{\"id\": 1}, {\"id\": 1}], \"links\": []}", 1, 23),
    Broken(.json, "{\"nodes\": [{\"id\": \"a\"}],\n\"links\": [{\"source\": \"a\", \"target\": \"b\"}]}", 2, 11),
    Broken(.json, "{\"nodes\": [{\"id\": \"a\"}],\n\"links\": [{\"source\": \"a\"}]}", 2, 11),
    Broken(.json, "{\"nodes\": [{\"id\": [1]}], \"links\": []}", 1, 19), Broken(.json, "{\"nodes\": [", 1, 12),
    Broken(.json, "{\"nodes\": [] \"links\": []}", 1, 14), Broken(.json, "{\"nodes\": [], \"links\": []} x", 1, 28),
    Broken(.json, "{\"nodes\": [{\"id\": 01}], \"links\": []}", 1, 19), Broken(.json, "{\"a\": \"\\q\"}", 1, 9),
    Broken(.json, "{\"a\": 1, \"a\": 2}", 1, 10),
    Broken(.json, "{\"nodes\": [{}], \"links\": [{\"source\": 0, \"target\": 1}]}", 1, 27),
    Broken(.json, "{\"nodes\": [], \"links\": [], \"edges\": []}", 1, 37),
  ]

  @Test(arguments: xml + texts) func isRefusedWhereItIsWrong(_ broken: Broken) throws {
    let refusal = try #require(broken.format.refusal(of: broken.text))
    #expect(refusal.place.line == broken.line, "\(refusal)")
    if let column = broken.column { #expect(refusal.place.column == column, "\(refusal)") }
    #expect(refusal.place.file == "net" && refusal.code.category == .data)
    #expect(refusal.message.hasSuffix(".") && !refusal.message.contains("\n"))
  }

  @Test func depthHasABound() throws {
    let lists = "graph " + String(repeating: "[ a ", count: 100_000)
    #expect(GraphFormat.gml.refusal(of: lists)?.code == .malformed)
    #expect(GraphFormat.json.refusal(of: String(repeating: "[", count: 100_000))?.code == .malformed)
  }
}

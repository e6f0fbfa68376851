import DataFiles
import GraphFiles
import KnowledgeNetworks
import Testing

@Suite struct GraphMLTests {
  private func graph(_ body: String, keys: String = "", direction: String = "directed") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">\(keys)<graph id="G" edgedefault="\(direction)">
    \(body)
    </graph></graphml>
    """
  }

  @Test func nodesTiesAndValuesAreRead() throws {
    let keys = """
      <key id="k" for="node" attr.name="kind" attr.type="string"/>
      <key id="w" for="edge" attr.name="weight" attr.type="double"/>
      """
    let document = try GraphFormat.graphml.read(
      text: graph(
        """
        <edge source="A" target="B"><data key="w"> 1.50 </data></edge>
        <node id="A"><data key="k">R&amp;D <![CDATA[<x>]]></data></node><node id="B"/>
        """, keys: keys))
    #expect(document.isDirected)
    #expect(document.shownNodes == ["A kind=R&D <x>", "B"])
    #expect(document.shownTies == ["A>B weight=1.50"])
    #expect(document.nodeAttributes == [.init("kind", .string)] && document.tieAttributes == [.init("weight", .real)])
    #expect(document.nodes[0].line == 5 && document.ties[0].line == 4)
  }

  @Test func keysForAllWithoutNameAndWithDefault() throws {
    let keys = """
      <key id="topic" for="all"/>
      <key id="d" for="node" attr.name="size" attr.type="int"><default>7</default></key>
      <key id="f" for="node" attr.name="asked" attr.type="boolean"/>
      """
    let document = try GraphFormat.graphml.read(
      text: graph(
        """
        <node id="A"><data key="topic">law</data><data key="f">True</data></node><node id="B"><data key="d">1</data></node>
        <edge source="B" target="A"><data key="topic">tax</data></edge>
        """, keys: keys))
    #expect(document.shownNodes == ["A topic=law size=7 asked=true", "B size=1"])
    #expect(document.shownTies == ["B>A topic=tax"])
    #expect(document.nodeAttributes.map(\.type) == [.string, .integer, .boolean])
  }

  @Test func aTieWithoutDirectionAmongOthersIsTwo() throws {
    let body = """
      <node id="A"/><node id="B"/><edge source="A" target="B"/><edge source="A" target="A" directed="false"/>
      <edge source="B" target="A" directed="false"/>
      """
    #expect(try GraphFormat.graphml.read(text: graph(body)).shownTies == ["A>B", "A>A", "B>A", "A>B"])
    let undirected = try GraphFormat.graphml.read(text: graph("<node id=\"A\"/>", direction: "undirected"))
    #expect(!undirected.isDirected && undirected.ties.isEmpty)
  }

  @Test func whatYEdDrawsWithAndItsGroupsDoNotDisturb() throws {
    let document = try GraphFormat.graphml.read(
      text: """
        <graphml xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="port" id="p" yfiles.type="portgraphics"/><key for="node" id="d" yfiles.type="nodegraphics"/>
        <key attr.name="url" attr.type="string" for="node" id="u"/>
        <graph edgedefault="directed" id="G">
        <node id="n0"><port name="x"/><data key="d"><y:ShapeNode><y:data key="u">no</y:data>A</y:ShapeNode></data>
        <graph edgedefault="directed" id="n0:"><node id="n0::n0"><data key="u">yes</data></node></graph></node>
        <edge id="e" source="n0" target="n0::n0" sourceport="x"/></graph></graphml>
        """)
    #expect(document.shownNodes == ["n0", "n0::n0 url=yes"])
    #expect(document.shownTies == ["n0>n0::n0"])
    #expect(document.remarks.map(\.reason) == ["nested-graph"])
  }

  @Test func theLabelOfYEdIsTheNameWhereThereIsNoOther() throws {
    func nodes(_ key: String) throws -> [String] {
      try GraphFormat.graphml.read(
        text: """
          <graphml xmlns:y="http://www.yworks.com/xml/graphml">\(key)<key for="node" id="d" yfiles.type="nodegraphics"/>
          <key for="edge" id="e" yfiles.type="edgegraphics"/><graph edgedefault="directed">
          <node id="n0"><data key="d"><y:ShapeNode><y:data key="x">no</y:data><y:NodeLabel/><y:NodeLabel>Beta &amp;
          Co<y:LabelModel><y:SmartNodeLabelModel/></y:LabelModel></y:NodeLabel><y:NodeLabel>2</y:NodeLabel></y:ShapeNode></data>
          <graph><node id="n1"><data key="d"><y:NodeLabel>n1</y:NodeLabel></data></node></graph></node>
          <edge source="n0" target="n1"><data key="e"><y:NodeLabel>no</y:NodeLabel></data></edge></graph></graphml>
          """
      ).shownNodes
    }
    #expect(try nodes("") == ["n0 name=Beta & Co", "n1"])
    #expect(try nodes("<key for='node' id='l' attr.name='Label'/>") == ["n0", "n1"])
    #expect(try nodes("<key for='edge' id='l' attr.name='label'/>") == ["n0 name=Beta & Co", "n1"])
  }

  /// Which end comes first says nothing in a network file, as it does in a table of answers.
  @Test func endsWithoutDirectionStandInOneOrder() throws {
    let body = "<node id='B'/><node id='A'/><edge source='A' target='B'/><edge source='B' target='A'/>"
    func rows(_ direction: String) throws -> [String] {
      let ties = try GraphFormat.graphml.read(text: graph(body, direction: direction)).tables(file: "net").ties
      return (1..<ties.rowCount).map { ties.text($0, 0) + ties.text($0, 1) }
    }
    #expect(try rows("undirected") == ["AB", "AB"])
    #expect(try rows("directed") == ["AB", "BA"])
  }

  @Test func sessionsOfNetworkCanvasAreOneNetwork() throws {
    let document = try GraphFormat.graphml.read(
      text: """
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:nc="http://schema.networkcanvas.com/xmlns">
        <key id="n" attr.name="name" attr.type="string" for="all"/>
        <graph edgedefault="undirected" id="s1" nc:caseId="7"><node id="1"><data key="n">Ann</data></node><node id="2"/>
        <edge source="1" target="2"/></graph>
        <graph edgedefault="undirected" id="s2" nc:caseId="8"><node id="3"/></graph></graphml>
        """)
    #expect(document.shownNodes == ["1 name=Ann graph=s1", "2 graph=s1", "3 graph=s2"])
    #expect(document.shownTies == ["1-2"])
  }

  @Test func otherEncodingsAndByteOrderMarks() throws {
    let text =
      "<?xml version='1.0' encoding='ISO-8859-1'?>\n<graphml><graph edgedefault='directed'><node id='M\u{FC}ller'/></graph></graphml>"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try GraphFormat.graphml.read(latin, file: "net").shownNodes == ["Müller"])
    let wide = text.replacing("ISO-8859-1", with: "UTF-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try GraphFormat.graphml.read([0xFF, 0xFE] + wide, file: "net").shownNodes == ["Müller"])
    #expect(try GraphFormat.graphml.read(text: "\u{FEFF}" + graph("<node id='ä'/>")).shownNodes == ["ä"])
    #expect(GraphFormat.graphml.refusal(of: "<?xml version='1.0' encoding='KOI8-R'?><graphml/>")?.place.line == 1)
  }

  @Test func largeFilesAreRead() throws {
    let name = String(repeating: "x", count: 1 << 20)
    let nodes = (0..<11).map { "<node id=\"\($0)\"><data key=\"k\">\(name)</data></node>\n" }
    let document = try GraphFormat.graphml.read(text: graph(nodes.joined(), keys: "<key id=\"k\"/>"))
    #expect(document.nodes.count == 11 && document.nodes[10].attributes["k"] == name)
  }

  @Test func whatXMLForbidsIsRefused() throws {
    let declared = Array("<?xml version='1.0' encoding='UTF-8'?><graphml><graph><node id='".utf8)
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let refusal = #expect(throws: BuzzlineError.self) {
        try GraphFormat.graphml.read(mark + declared + [0xFF, 0xFE] + Array("'/></graph></graphml>".utf8), file: "net")
      }
      #expect(refusal?.message == "The byte 0xFF here is not UTF-8." && refusal?.place.column == 65)
    }
    #expect(try GraphFormat.graphml.read(text: "\n" + graph("<?xml-x?><!-- - -->")).nodes.isEmpty)
    for (body, column, sentence) in [
      ("<node id='a\u{1}b'/>", 12, "it holds the control character 1, which XML forbids"),
      ("<?xml version='1.0'?>", 1, "it is declared to be XML here, not at its beginning"),
      ("<!-- a -- b -->", 10, "a comment holds '--'"), ("<!-- ", 1, "a comment is not closed"),
      ("<![CDATA[ ", 1, "literal text (CDATA) is not closed"), ("<?x ", 1, "an instruction is not closed"),
    ] {
      let refusal = try #require(GraphFormat.graphml.refusal(of: graph(body)))
      #expect(refusal.message == "The file is not well-formed XML: \(sentence).")
      #expect(refusal.place.line == 3 && refusal.place.column == column, "\(refusal)")
    }
    #expect(GraphFormat.graphml.refusal(of: graph("<node id='&#x1;'/>"))?.message.contains("no character") == true)
  }

  @Test func hostileFilesAreRefused() throws {
    let entities = "<!DOCTYPE graphml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;'>]>\n<graphml>&b;</graphml>"
    #expect(GraphFormat.graphml.refusal(of: "<?xml version=\"1.0\"?>\n<!-- x -->\n\(entities)")?.place.line == 3)
    let declared = GraphFormat.graphml.refusal(of: "<!DOCTYPE graphml>\n<graphml/>")
    #expect(
      declared?.message
        == "The file declares a document type or entities, which are not read; take the declaration out.")
    let deep = String(repeating: "<graph>", count: 100_000)
    let refusal = try #require(GraphFormat.graphml.refusal(of: "<graphml>\(deep)"))
    #expect(refusal.code == .malformed)
  }
}

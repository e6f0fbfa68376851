import GraphFiles
import KnowledgeNetworks
import Testing

@Suite struct GEXFTests {
  private func read(_ graph: String) throws -> GraphDocument {
    try GraphFormat.gexf.read(
      text:
        "<?xml version=\"1.0\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\">"
        + graph + "</gexf>")
  }

  @Test func asGephiWritesIt() throws {
    let document = try read(
      """
      <meta><creator>x</creator></meta><graph defaultedgetype="directed" mode="static">
      <attributes class="node"><attribute id="k" title="kind" type="string"><default>sme</default></attribute>
      <attribute id="1" title="size" type="integer"/></attributes>
      <attributes class="edge"><attribute id="1" title="since" type="float"/></attributes>
      <nodes><node id="1" label="Ann &amp; Co"><attvalues><attvalue for="1" value="5"/></attvalues><viz:size value="2"/></node>
      <node id="2" label="2"><attvalues><attvalue id="k" value="office"/></attvalues></node></nodes>
      <edges><edge id="0" source="1" target="2" weight="2.0" label="buys"><attvalues><attvalue for="1" value="1.5"/></attvalues></edge>
      <edge id="1" source="2" target="1" type="undirected"/><edge id="2" source="2" target="1" type="mutual"/></edges></graph>
      """)
    #expect(document.shownNodes == ["1 name=Ann & Co kind=sme size=5", "2 kind=office"])
    #expect(
      document.shownTies == ["1>2 weight=2.0 since=1.5 label=buys", "2>1", "1>2", "2>1", "1>2"])
    #expect(document.tieAttributes.first == .init("weight", .real))
  }

  @Test func edgesAreMutualWhereTheFileSaysSo() throws {
    let document = try read(
      """
      <graph defaultedgetype="mutual"><nodes><node id="a"/><node id="b"/><node id="c"/></nodes>
      <edges><edge source="a" target="b" weight="2"/><edge source="b" target="c" type="directed"/></edges></graph>
      """)
    #expect(document.isDirected && document.shownTies == ["a>b weight=2", "b>a weight=2", "b>c"])
  }

  @Test func nodesWithinNodesAndTimes() throws {
    let document = try read(
      """
      <graph mode="dynamic"><nodes><node id="a" start="2001" end="2005"><nodes><node id="b"/></nodes></node></nodes>
      <edges><edge source="a" target="b"><spells><spell start="1" end="2"/><spell start="4"/></spells></edge></edges></graph>
      """)
    #expect(!document.isDirected && document.shownNodes == ["a start=2001 end=2005", "b"])
    #expect(document.shownTies == ["a-b spells=1..2; 4.."])
  }

  @Test func severalValuesInTimeAreRefused() throws {
    #expect(throws: BuzzlineError.self) {
      try read(
        """
        <graph><attributes class="node" mode="dynamic"><attribute id="0" title="size" type="long"/></attributes><nodes>
        <node id="a"><attvalues><attvalue for="0" value="1" end="3"/><attvalue for="0" value="2" start="3"/></attvalues></node>
        </nodes></graph>
        """)
    }
  }
}

@Suite struct GMLTests {
  @Test func asOthersWriteIt() throws {
    let document = try GraphFormat.gml.read(
      text: """
        Creator "igraph version 0.10"
        # a comment
        graph
        [
          directed 1
          node [ id 5 label "M&#252;ller &amp; &quot;Co&quot;" size 3 graphics [ x 1.5 type "o" ] ]
          node [ id 7 label "B" size 4.5 code "007" tag "x" tag "y" ]
          edge [ source 5 target 7 value 2 ]
        ]
        """)
    #expect(
      document.shownNodes == ["Müller & \"Co\" size=3 graphics_x=1.5 graphics_type=o", "B size=4.5 code=007 tag=x; y"])
    #expect(document.shownTies == ["Müller & \"Co\">B value=2"])
    #expect(document.nodeAttributes.first == .init("size", .real))
    #expect(document.nodeAttributes.contains(.init("code", .string)))
    #expect(document.nodes.map(\.line) == [6, 7])
  }

  @Test func withoutLabelsNumbersAreIdentifiers() throws {
    let document = try GraphFormat.gml.read(
      text: "graph [ node [ id 1 name \"a\" ] node [ id 2 label \"b\" ] edge [ source 2 target 1 ] ]")
    #expect(document.shownNodes == ["1 name=a", "2 name=b"] && document.shownTies == ["2-1"])
  }
}

@Suite struct VNATests {
  @Test func tablesOfNodesAndTies() throws {
    let document = try GraphFormat.vna.read(
      text: """
        *Node data
        ID, gender, "years here"
        "van Dyk" f 12
        HOLLY m ""
        *Node properties
        ID x y
        HOLLY 10 20
        *Tie data
        FROM TO Strength advice
        HOLLY "van Dyk" 2 1
        HOLLY pat 1 0
        """)
    #expect(document.isDirected)
    #expect(document.shownNodes == ["van Dyk gender=f years here=12", "HOLLY gender=m x=10 y=20", "pat"])
    #expect(document.shownTies == ["HOLLY>van Dyk weight=2 advice=1", "HOLLY>pat weight=1 advice=0"])
    #expect(document.nodeAttributes[1] == .init("years here", .integer))
  }
}

@Suite struct NodeLinkJSONTests {
  private func read(_ text: String) throws -> GraphDocument { try GraphFormat.json.read(text: text) }

  @Test func asNetworkXWritesIt() throws {
    let document = try read(
      """
      {"directed": true, "multigraph": true, "graph": {"name": "x"},
       "nodes": [{"id": 1, "kind": "s\\u00e4ge \\ud83d\\ude00", "size": 1.50, "asked": false, "tags": ["a", 1]}, {"id": "b", "kind": null}],
       "edges": [{"source": "b", "target": 1, "weight": 2, "key": 0}]}
      """)
    #expect(document.shownNodes == ["1 kind=säge 😀 size=1.50 asked=false tags=[\"a\", 1]", "b"])
    #expect(document.shownTies == ["b>1 weight=2 key=0"])
    #expect(document.nodeAttributes.map(\.type) == [.string, .real, .boolean, .string])
    #expect(document.nodes.map(\.line) == [2, 2] && document.ties[0].line == 3)
  }

  @Test func asD3WritesIt() throws {
    let positions = try read(
      #"{"nodes":[{"name":"Ann","group":1},{"name":"Bob"}],"links":[{"source":1,"target":0,"value":3}]}"#)
    #expect(positions.shownNodes == ["Ann group=1", "Bob"] && positions.shownTies == ["Bob-Ann value=3"])
    let drawn = try read(
      #"{"nodes":[{"id":"a","x":0.5},{"id":"b"}],"links":[{"source":{"id":"a","x":0.5},"target":{"id":"b"},"index":0}]}"#
    )
    #expect(drawn.shownTies == ["a-b index=0"])
    #expect(try read(#"{"graph":{"directed":true,"nodes":[{"id":"a"}],"edges":[]}}"#).isDirected)
  }
}

@Suite struct DOTTests {
  @Test func namesAreQuoted() throws {
    let document = try GraphDocument(
      isDirected: true, nodes: [.init("a \"b\"\\N", attributes: ["name": "A\nB"]), .init("node")],
      ties: [.init(from: 0, to: 1, attributes: ["weight": "2"])])
    #expect(
      String(decoding: GraphFormat.dot.write(document), as: UTF8.self) == #"""
        digraph {
          "a \"b\"\\N" [label="A\nB", "name"="A\nB"];
          "node";
          "a \"b\"\\N" -> "node" ["weight"="2"];
        }

        """#)
    #expect(GraphFormat.dot.refusal(of: "digraph {}") != nil && !GraphFormat.dot.isReadable)
  }
}

@Suite struct RecognitionTests {
  @Test(arguments: [
    ("x.GraphML", "", GraphFormat.graphml), ("x.xml", "<?xml?>\n<graphml>", .graphml), ("x.xml", "<gexf>", .gexf),
    ("x.net", "", .pajek), ("x.txt", "\u{FEFF}*Vertices 3", .pajek), ("x.txt", "DL n=3", .dl),
    ("-", "*Node data", .vna), ("a/x.json", "", .json), ("x", "{\"nodes\": []}", .json), ("x.gv", "", .dot),
    ("x", "graph [", .gml), ("x", "Creator \"y\"\ngraph [", .gml), ("x", "graph {", .dot),
  ])
  func endingOrBeginningTells(_ name: String, _ text: String, _ format: GraphFormat) {
    #expect(GraphFormat.recognise(Array(text.utf8), fileName: name) == format)
  }

  @Test(arguments: ["source,target\na,b\n", "<html>", "{}", "dlr,b", ""]) func othersAreNotTaken(_ text: String) {
    #expect(GraphFormat.recognise(Array(text.utf8), fileName: "x.txt") == nil)
  }
}

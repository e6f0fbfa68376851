import GraphFiles
import KnowledgeNetworks
import TestNetworks
import Testing

/// Files with faults put in at random: each is refused in one sentence, or is a document that holds together.
@Suite struct MutatedGraphTests {
  private static let files: [GraphFormat: String] = [
    .graphml: """
    <graphml><key id="k" for="all" attr.name="kind"/><key id="w" for="edge" attr.name="weight" attr.type="double"><default>1</default></key>
    <graph edgedefault="directed"><node id="A"><data key="k">a &amp; b</data></node><node id="B"/>
    <edge source="A" target="B" directed="false"><data key="w">2</data></edge></graph></graphml>
    """,
    .gexf: """
    <gexf><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
    <nodes><node id="a" label="A"><attvalues><attvalue for="0" value="x"/></attvalues></node><node id="b"/></nodes>
    <edges><edge source="a" target="b" weight="2" type="mutual"/></edges></graph></gexf>
    """,
    .gml:
      "graph [ directed 1\nnode [ id 1 label \"a &amp; b\" g [ x 1 ] ]\nnode [ id 2 ]\nedge [ source 1 target 2 w 1.5 ] ]\n",
    .pajek: """
    *Network x
    *Vertices 4 2
    1 "a b" 0.1 0.2 box kind "x y"
    2 b
    *Arcs :1 "r"
    1 2 1.5 l "z"
    *Edgeslist
    2 1 3
    *Matrix
    1 0 0 1
    *Partition p
    *Vertices 4
    1 \n2 \n1 \n2
    """,
    .dl: "dl n=3, nm=2 format = edgelist1\nlabels:\n\"a b\",b c\nmatrix labels: x y\ndata:\n1 2 3\n2 3\n!\nb 1 0.5\n",
    .vna: "*Node data\nID kind\n\"a b\" x\nb \"y z\"\n*Tie data\nFROM TO strength\n\"a b\" b 2\nb c 1\n",
    .json:
      #"{"directed":true,"nodes":[{"id":"a","x":1.5},{"id":2,"t":null}],"links":[{"source":"a","target":2,"l":[1]}]}"#,
  ]

  /// Bytes that mean something to a reader.
  private static let telling = Array("<>/&;\"'=[]{}:,*!#\\\n\r .-e0129naN\u{FEFF}\u{0}é".utf8) + [0xC3, 0xFF, 0x80]

  /// A hundred times as many by `make fuzz`: 50,000 files a format.
  @Test(arguments: GraphFormat.allCases.filter(\.isReadable)) func isRefusedOrHoldsTogether(_ format: GraphFormat)
    throws
  {
    let text = try #require(Self.files[format])
    var (read, refused) = (0, 0)
    for seed in searchSeeds(500) {
      var generator = SeededGenerator(seed: seed)
      let bytes = damaged(text.utf8, Self.telling, &generator)
      let shown = Comment(rawValue: "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      do {
        let document = try format.read(bytes, file: "net")
        try #require(Set(document.nodes.map(\.id)).count == document.nodes.count, shown)
        let names = Set(document.tieAttributes.map(\.name))
        for tie in document.ties {
          try #require(
            document.nodes.indices.contains(tie.source) && document.nodes.indices.contains(tie.target), shown)
          try #require(names.isSuperset(of: tie.attributes.keys), shown)
        }
        try #require((document.firstModeCount ?? 0) <= document.nodes.count, shown)
        let again = try format.readBack(document)
        try #require(again.nodes.count == document.nodes.count, shown)
        try #require(again.ties.count >= document.ties.count, shown)
        read += 1
      } catch let error as BuzzlineError {
        try #require(error.code.category == .data && error.place.file == "net", shown)
        try #require(!error.message.isEmpty && !error.message.contains("\n"), "\(error) \(shown)")
        refused += 1
      }
    }
    #expect(read > 10 && refused > 10, "\(read) read, \(refused) refused")
  }
}

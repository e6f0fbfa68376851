import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@testable import GraphFiles

@Suite struct RoundTripTests {
  private static let nastyNames = [
    "plain", "two words", "quote\"mark", "R&D <x> & 'y'", "&#34; &amp;", "line\nbreak\tand tab", "Jörg Müßig 😀",
    "\u{FEFF}mark", "*Arcs", "!", "data:", "%", "1", "-", "back\\slash\\n", "a,b;c", "[1-2]", "</node>", "]]>", "#5",
  ]

  private static func document(isDirected: Bool) throws -> GraphDocument {
    let nodes = nastyNames.enumerated().map { position, name in
      var values = ["kind": position % 3 == 0 ? name : "sme", "size": "\(position * 7)"]
      if position % 2 == 0 { values["share"] = "\(Double(position) / 8)" }
      if position % 5 == 0 { values["asked"] = position == 0 ? "true" : "false" }
      if position == 3 { values["name"] = "Name of \(name)" }
      return GraphDocument.Node(name, attributes: values)
    }
    let ties = (0..<30).map { number in
      let (source, target) = (number % nodes.count, (number * 7 + 1) % nodes.count)
      var values = ["weight": number % 2 == 0 ? "1" : "2.50"]
      if number % 3 == 0 { values["since"] = "\(2000 + number)" }
      if number % 4 == 0 { values["topic"] = nastyNames[number % nastyNames.count] }
      return GraphDocument.Tie(from: source, to: target, attributes: values)
    }
    return try GraphDocument(
      isDirected: isDirected, nodes: nodes, ties: ties,
      nodeAttributes: [
        .init("name"), .init("kind"), .init("size", .integer), .init("share", .real), .init("asked", .boolean),
      ],
      tieAttributes: [.init("weight", .real), .init("since", .integer), .init("topic")])
  }

  @Test(arguments: [GraphFormat.graphml, .gexf, .json, .gml, .pajek], [true, false])
  func everythingComesBack(_ format: GraphFormat, isDirected: Bool) throws {
    let document = try Self.document(isDirected: isDirected)
    let back = try format.readBack(document)
    #expect(back.isDirected == isDirected)
    #expect(back.nodes == document.nodes)
    #expect(back.ties == document.ties)
    #expect(back.nodeAttributes == document.nodeAttributes && back.tieAttributes == document.tieAttributes)
    #expect(back == document && back.remarks.isEmpty)
  }

  @Test func everythingComesBackFromVNA() throws {
    let document = try Self.document(isDirected: true)
    #expect(try GraphFormat.vna.readBack(document) == document)
    let undirected = try Self.document(isDirected: false)
    let loops = undirected.ties.count { $0.source == $0.target }
    #expect(try GraphFormat.vna.readBack(undirected).ties.count == 2 * undirected.ties.count - loops)
  }

  @Test func identifiersWeightsAndRelationsComeBackFromDL() throws {
    let document = try GraphDocument(
      isDirected: true, nodes: Self.nastyNames.map { .init($0) },
      ties: [
        .init(from: 0, to: 1, attributes: ["weight": "2.50", "relation": "advice & \"trust\""]),
        .init(from: 3, to: 0, attributes: ["weight": "1", "relation": "advice & \"trust\""]),
        .init(from: 2, to: 2, attributes: ["relation": "money"]),
      ], tieAttributes: [.init("weight", .real), .init("relation")])
    #expect(try GraphFormat.dl.readBack(document) == document)
    #expect(try GraphFormat.pajek.readBack(document) == document)
  }

  @Test(arguments: [GraphFormat.dl, .pajek]) func twoModesComeBack(_ format: GraphFormat) throws {
    let document = try GraphDocument(
      isDirected: false, nodes: ["a", "b", "x", "y", "z"].map { .init($0) },
      ties: [.init(from: 0, to: 2), .init(from: 1, to: 4)], firstModeCount: 2)
    #expect(try format.readBack(document) == document)
  }

  @Test(arguments: GraphFormat.allCases.filter(\.isReadable)) func networksOfNobodyComeBack(_ format: GraphFormat)
    throws
  {
    let nobody = try GraphDocument(isDirected: true, nodes: [], ties: [])
    #expect(try format.readBack(nobody) == nobody)
    let isolates = try GraphDocument(isDirected: true, nodes: [.init("a"), .init("b")], ties: [])
    #expect(try format.readBack(isolates) == isolates)
  }

  /// XML has no control characters, and names of attributes are words in GML and Pajek.
  @Test func whatAFormatCannotSpellIsReplaced() throws {
    let document = try GraphDocument(
      isDirected: true, nodes: [.init("a\u{1}", attributes: ["id": "x", "Größe (m)": "1", "Gr__e__m_": "2"])], ties: [])
    #expect(try GraphFormat.graphml.readBack(document).nodes[0].id == "a\u{FFFD}")
    #expect(try GraphFormat.json.readBack(document).nodes[0].attributes["id_2"] == "x")
    #expect(try GraphFormat.gml.readBack(document).shownNodes == ["a\u{1} Gr__e__m_=2 Gr__e__m__2=1 id_2=x"])
  }

  @Test func networksStateAllTheyKnow() throws {
    var actors = [
      NetworkActor(id: "a", name: "A & Co", kind: .sme, cluster: "north", attributes: ["size": "5", "kind": "odd"]),
      NetworkActor(id: "b", region: "r", country: "c"), NetworkActor(id: "out"),
    ]
    actors[1].statedPipelines = PipelineCounts(regional: 2)
    actors[2].isMember = false
    let network = try KnowledgeNetwork(
      actors: actors,
      ties: [Tie(source: 0, target: 1, weight: 2, topic: "law"), Tie(source: 1, target: 0, channel: "fair", wave: "1")])
    let folder = try ScratchFolder()
    let url = folder.url.appending(path: "x.graphml")
    try network.write(to: url, as: .graphml)
    let document = try GraphDocument(contentsOf: url)
    #expect(
      document.shownNodes == [
        "a name=A & Co kind=sme cluster=north member=true kind_2=odd size=5",
        "b region=r country=c member=true pipelines_regional=2", "out member=false",
      ])
    #expect(document.shownTies == ["a>b weight=2 topic=law", "b>a weight=1 channel=fair wave=1"])
    let document2 = try GraphDocument(network: network)
    #expect(document2 == document)
  }

  @Test func tablesHaveHeadingsAndLines() throws {
    let document = try GraphFormat.json.read(
      text: """
        {"nodes": [{"id": "a", "label": "A"},
        {"id": "b", "size": 3}], "directed": true,
        "links": [{"source": "a", "target": "b", "weight": 2}]}
        """)
    let (nodes, ties) = document.tables(file: "x.json")
    func rows(_ sheet: Sheet) -> [[String]] {
      (0..<sheet.rowCount).map { row in (0..<sheet.width).map { sheet.text(row, $0) } }
    }
    #expect(rows(nodes) == [["id", "name", "size"], ["a", "A", ""], ["b", "", "3"]])
    #expect(rows(ties) == [["source", "target", "weight"], ["a", "b", "2"]])
    #expect(nodes.place(2).line == 2 && ties.place(1).line == 3)
    #expect(nodes.isUnstated(1, 2))
  }
}

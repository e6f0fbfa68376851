import Foundation
import GraphFiles
import KnowledgeNetworks
import TestNetworks
import Testing

@Suite struct PajekTests {
  private func read(_ text: String) throws -> GraphDocument { try GraphFormat.pajek.read(text: text) }

  @Test func labelsAreIdentifiers() throws {
    let document = try read("\u{FEFF}*Vertices 3\r\n1 \"A b\"\r\n2 B\r\n3 \"C\"\r\n*Arcs\r\n1 2 1\r\n2 3 0.5\r\n")
    #expect(document.isDirected && document.firstModeCount == nil)
    #expect(document.shownNodes == ["A b", "B", "C"])
    #expect(document.shownTies == ["A b>B weight=1", "B>C weight=0.5"])
    #expect(document.ties.map(\.line) == [6, 7])
  }

  @Test func withoutLabelsOfTheirOwnNumbersAreIdentifiers() throws {
    #expect(try read("*vertices 3\n1 \"A\"\n3 \"A\"\n*edges\n1 3\n").shownNodes == ["1 name=A", "2", "3 name=A"])
    #expect(try read("*vertices 2\n*edges\n1 2\n").shownTies == ["1-2"])
  }

  @Test func lineEndsOfOldMacintoshes() throws {
    #expect(try read("*Vertices 2\r1 \"a\"\r2 \"b\"\r*Edges\r1 2\r").shownTies == ["a-b"])
  }

  @Test func arcsAndEdgesInOneFile() throws {
    let document = try read("% made by hand\n*Vertices 3\n*Arcs\n1 2\n*Edges\n2 3 2\n")
    #expect(document.shownTies == ["1>2", "2>3 weight=2", "3>2 weight=2"])
  }

  @Test func relations() throws {
    let document = try read(
      "*Vertices 2\n*Arcs :1 \"advice seeking\"\n1 2 1\n*Arcs :2\n2 1 1\n*Edges\n7: 1 2 3\n")
    #expect(
      document.shownTies == [
        "1>2 weight=1 relation=advice seeking", "2>1 weight=1 relation=2", "1>2 weight=3 relation=7",
        "2>1 weight=3 relation=7",
      ])
  }

  @Test func listsOfNeighbours() throws {
    #expect(try read("*Vertices 3\n*Arcslist\n1 2 3\n3 1\n").shownTies == ["1>2", "1>3", "3>1"])
    #expect(try read("*Vertices 3\n*Edgeslist\n2 1 3\n").shownTies == ["2-1", "2-3"])
  }

  @Test func matricesOfOneModeAndTwo() throws {
    #expect(try read("*Vertices 2\n*Matrix\n0 2\n-1 0\n").shownTies == ["1>2 weight=2", "2>1 weight=-1"])
    let twoModes = try read("*Vertices 5 2\n*Matrix\n1 0 1\n0\n1 0\n")
    #expect(twoModes.firstModeCount == 2)
    #expect(twoModes.shownTies == ["1-3", "1-5", "2-4"])
    #expect(twoModes.ties.map(\.line) == [3, 3, 5])
  }

  @Test func coordinatesShapesAndParameters() throws {
    let document = try read(
      """
      *Vertices 2
      1 "a" 0.1 0.2 0.5 box ic Red kind "large firm"
      2 "b" 0.3 0.4 [5-10,12]
      *Edges
      1 2 2 w 3 l "joint work" [7]
      """)
    #expect(
      document.shownNodes == ["a x=0.1 y=0.2 z=0.5 shape=box ic=Red kind=large firm", "b x=0.3 y=0.4 time=[5-10,12]"])
    #expect(document.shownTies == ["a-b weight=2 time=[7] w=3 label=joint work"])
  }

  /// NetworkX puts these before values of its own.
  @Test func placesThatSayNothingAreLeftOut() throws {
    #expect(
      try read("*vertices 2\n1 a 0.0 0.0 ellipse kind sme\n2 b 0.0 0.0 ellipse\n*arcs\n1 2 1.0\n").shownNodes
        == ["a kind=sme", "b"])
  }

  @Test func partitionsOfAProject() throws {
    let document = try read(
      """
      *Network trade
      *Vertices 2
      1 "a"
      2 "b"
      *Arcs
      1 2
      *Partition kinds of firms
      *Vertices 2
      1
      2
      *Vector size
      *Vertices 2
      0.5
      1.5
      """)
    #expect(document.shownNodes == ["a kinds of firms=1 size=0.5", "b kinds of firms=2 size=1.5"])
  }

  @Test func partitionsBesideANetwork() throws {
    let folder = try ScratchFolder(["x.net": "*Vertices 2\n*Arcs\n1 2\n", "x.clu": "*Vertices 2\n3\n4\n"])
    let document = try GraphDocument(contentsOf: folder.url.appending(path: "x.net"))
    #expect(document.shownNodes == ["1 partition=3", "2 partition=4"])
    try folder.write("x.clu", "*Vertices 2\n3\n")
    #expect(throws: BuzzlineError.self) { try GraphDocument(contentsOf: folder.url.appending(path: "x.net")) }
  }
}

import GraphFiles
import KnowledgeNetworks
import Testing

@Suite struct DLTests {
  private func ties(_ text: String) throws -> [String] { try GraphFormat.dl.read(text: text).shownTies }

  @Test(arguments: [
    "dl n=3 format=edgelist1\nlabels:\nA,B,C\ndata:\n1 2\n2 3\n",
    "DL N = 3, FORMAT = EDGELIST1\nLABELS:\nA\nB C\nDATA:\n1 2\n2 3\n",
    "dl\nn=3\nformat = edgelist1\nlabels embedded\ndata:\nA B\nB C\n",
    "dl n=3 format=edgelist1 labels: A,B,C labels embedded: data: A B\r\nB C\r\n",
    "dl n=3 format=nodelist1\nlabels embedded:\ndata:\nA B\nB C\n",
    "dl n=3\nlabels:\n\"A\" \"B\" \"C\"\ndata:\n0 1 0 0 0\n1 0 0 0\n",
    "dl n=3 format=fullmatrix labels embedded\ndata:\nA B C\nA 0 1 0\nb 0 0 1\nC 0 0 0\n",
    "dl n=3 diagonal=absent\nrow labels:\nA B C\ndata:\n1 0\n0 1\n0 0\n",
    "dl n=3 diagonal absent column labels: A B C data: 1 0 0 1 na 0",
  ])
  func oneNetworkWrittenInManyWays(_ text: String) throws {
    let document = try GraphFormat.dl.read(text: text)
    #expect(document.isDirected && document.shownNodes == ["A", "B", "C"])
    #expect(document.shownTies == ["A>B", "B>C"])
  }

  @Test func strengths() throws {
    #expect(try ties("dl n=2 format=edgelist1\ndata:\n1 2 0.5\n2 1\n") == ["1>2 weight=0.5", "2>1"])
    #expect(try ties("dl n=2\ndata:\n0 3\n1 0\n") == ["1>2 weight=3", "2>1 weight=1"])
    #expect(try ties("dl n=2\ndata:\n0 1\n1 0\n") == ["1>2", "2>1"])
  }

  @Test func halvesOfMatricesHaveNoDirection() throws {
    #expect(try ties("dl n=3 format=lowerhalf diagonal=absent\ndata:\n1\n0 1\n") == ["2-1", "3-2"])
    #expect(try ties("dl n=3 format=upperhalf\ndata:\n0 1 0\n0 1\n0\n") == ["1-2", "2-3"])
  }

  @Test func twoModes() throws {
    let document = try GraphFormat.dl.read(
      text: "dl nr=2, nc=3\nrow labels:\nann\nbob\ncolumn labels:\nx y z\ndata:\n1 0 1\n0 1 0\n")
    #expect(document.firstModeCount == 2 && !document.isDirected)
    #expect(document.shownTies == ["ann-x", "ann-z", "bob-y"])
    let list = try GraphFormat.dl.read(
      text: "dl nr=2 nc=2 format=nodelist2\nrow labels embedded\ncol labels embedded\ndata:\nann x y\nbob y\n")
    #expect(list.shownTies == ["ann-x", "ann-y", "bob-y"])
    #expect(list.shownNodes == ["ann", "bob", "x", "y"])
  }

  @Test func aNameInBothModesIsNoIdentifier() throws {
    let document = try GraphFormat.dl.read(
      text: "dl nr=1 nc=2 format=edgelist2\nrow labels: a\ncolumn labels: a,b\ndata:\n1 1\n1 2\n")
    #expect(document.shownNodes == ["1 name=a", "2 name=a", "3 name=b"])
    #expect(document.shownTies == ["1-2", "1-3"])
  }

  @Test func severalRelations() throws {
    let matrices = "dl n=2 nm=2\nmatrix labels:\nadvice,trust\ndata:\n0 1\n0 0\n\n0 0\n1 0\n"
    #expect(try ties(matrices) == ["1>2 relation=advice", "2>1 relation=trust"])
    #expect(try ties("dl n=2 nm=2 format=edgelist1\ndata:\n1 2\n!\n2 1\n") == ["1>2 relation=1", "2>1 relation=2"])
  }

  @Test func cellsThatAreNotKnownAreCounted() throws {
    let document = try GraphFormat.dl.read(text: "dl n=2\ndata:\nna 1\n. 0\n")
    #expect(document.shownTies == ["1>2"])
    #expect(document.remarks.first?.message.hasPrefix("2 cells") == true)
  }
}

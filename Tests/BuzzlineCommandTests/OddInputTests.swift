import Foundation
import TestNetworks
import Testing

/// Odd but usable input goes the whole way, with a remark where one is due.
@Suite struct OddInputTests {
  @Test(arguments: [
    ("one value in the group", "source,target\na,b\nb,c\n", "id,kind\na,x\nb,x\nc,x\n"),
    ("one actor", "source,target\n", "id,kind\na,x\n"),
    ("no ties", "source,target\n", "id,kind\na,x\nb,y\n"),
    ("no kind", "source,target\na,b\n", "id\na\nb\n"),
    ("a self-tie", "source,target\na,a\na,b\n", "id,kind\na,x\nb,y\n"),
    ("two of one name", "source,target\na,b\n", "id,name,kind\na,Same,x\nb,Same,y\n"),
    (
      "awkward ids", "source,target\n\"a, \"\"b\"\"\",Jörg 🐝\n'=1+1,\"a, \"\"b\"\"\"\n",
      "id,kind\n\"a, \"\"b\"\"\",x\nJörg 🐝,y\n'=1+1,<script>alert(1)</script>\n"
    ),
  ])
  func goesTheWholeWay(_ name: String, _ ties: String, _ actors: String) throws {
    let folder = try ScratchFolder()
    let output = folder.url.appending(path: "out")
    let run = try CommandRun([
      "analyze", try folder.write("ties.csv", ties), "--actors", try folder.write("actors.csv", actors), "--output",
      output.path,
    ])
    #expect(run.status == 0, "\(run.errors)")
    let files = try ScratchFolder.contents(of: output)
    #expect(files.count == 14)
    for (file, data) in files {
      let text = String(decoding: data, as: UTF8.self).lowercased()
      #expect(!text.isEmpty, "\(file)")
      // No number is ever printed as what it is not.
      if file.hasSuffix(".csv") || file.hasSuffix(".json") {
        #expect(!text.contains("nan,") && !text.contains(",inf") && !text.contains(" : \"nan"), "\(file)")
      }
      if file.hasPrefix("report") { #expect(!text.contains("<script>alert"), "\(file)") }
    }
  }

  @Test func aCellOfAHundredThousandCharacters() throws {
    let folder = try ScratchFolder()
    let long = String(repeating: "ä", count: 100_000)
    let run = try CommandRun([
      "measures", try folder.write("ties.csv", "source,target\n\(long),b\n"), "--measure", "out-degree",
    ])
    #expect(run.status == 0)
    #expect(run.output == "actor,out_degree\n\(long),1\nb,0\n")
  }

  @Test func formulasAreMaskedAndReadBack() throws {
    let folder = try ScratchFolder()
    let ties = try folder.write("ties.csv", "source,target\n=1+1,@x\n")
    let run = try CommandRun(["measures", ties, "--measure", "out-degree"])
    #expect(run.output == "actor,out_degree\n'=1+1,1\n'@x,0\n")
    let masked = try folder.write("masked.csv", "source,target\n'=1+1,'@x\n")
    #expect(try CommandRun(["measures", masked, "--measure", "out-degree"]).output == run.output)
  }

  @Test func everySetAsideRowIsListed() throws {
    let folder = try ScratchFolder()
    let ties = try folder.write("ties.csv", "source,target,weight\na,a,1\na,b,0\na,b,1\n")
    let run = try CommandRun(["check", ties])
    #expect(run.output.contains("3 rows read = 1 used + 2 set aside"))
    #expect(run.output.contains("set aside [self-tie] ties.csv:2:1: 'a' is tied to itself."))
    #expect(run.output.contains("set aside [zero-weight] ties.csv:3:1:"))
  }
}

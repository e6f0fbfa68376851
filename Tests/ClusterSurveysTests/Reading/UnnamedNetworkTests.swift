import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Network files where a file or a folder of a study is read.
@Suite struct UnnamedNetworkTests {
  @Test(arguments: [
    ("GraphML", ".graphml", "<?xml version='1.0'?>\n<graphml>\n<graph edgedefault='directed'>\n</graph>\n</graphml>\n"),
    ("GEXF", ".gexf", "\u{FEFF}<gexf version='1.3'><graph></graph></gexf>\n"),
  ])
  func aNetworkUnderAnotherNameIsToldByHowItBegins(_ format: String, _ ending: String, _ text: String) throws {
    let folder = try StudyFolder(["network.csv": text])
    let error = try #require(throws: BuzzlineError.self) { _ = try folder.survey(of: "network.csv") }
    #expect(error.code == .malformed && error.message.contains("in \(format),") && error.message.contains(ending))
  }

  @Test func aFolderOfNetworkFilesSaysHowTheyAreRead() throws {
    let folder = try StudyFolder(["a.graphml": "", "b.net": ""])
    let error = try #require(throws: BuzzlineError.self) { _ = try folder.survey() }
    #expect(error.message.contains("'a.graphml', 'b.net' are network files") && error.message.contains("a.graphml'."))
  }
}

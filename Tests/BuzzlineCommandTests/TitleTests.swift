import Foundation
import TestNetworks
import Testing

/// What the study is called in its report.
@Suite struct TitleTests {
  @Test func theReportIsCalledSo() throws {
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    let study = ReferenceFiles.examples.appending(path: "knoke").path
    let output = folder.url.appending(path: "out")
    let run = try CommandRun(
      ["analyze", study, "--draws", "9", "--title", "Indianapolis <1978>", "--output", output.path])
    try #require(run.status == 0, "\(run.errors)")
    let markdown = try String(contentsOf: output.appending(path: "report.md"), encoding: .utf8)
    #expect(markdown.hasPrefix("# Indianapolis &lt;1978>\n\nWho carries knowledge in the cluster\n"))
    let page = try String(contentsOf: output.appending(path: "report.html"), encoding: .utf8)
    #expect(page.contains("<title>Indianapolis &lt;1978&gt;</title>") && !page.contains("<1978>"))
  }
}

import Foundation
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// The page opened once in a browser without a window.
@Suite struct BrowserTests {
  private static let browser: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    return names.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  @Test(.enabled(if: BrowserTests.browser != nil)) func thePageOpensWithoutAConsoleError() throws {
    let browser = try #require(Self.browser)
    let scratch = try ScratchFolder()
    defer { withExtendedLifetime(scratch) {} }
    let folder = scratch.url
    let page = folder.appending(path: "report.html")
    try Data(HTMLReport(try KnokeStudy.findings().report).text.utf8).write(to: page)
    let log = folder.appending(path: "log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
      "--user-data-dir=\(folder.path)/profile",
      "--dump-dom", page.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    // The page came to life: the browser closed the tree and kept the drawings.
    #expect(dom.contains("<svg") && dom.hasSuffix("</html>\n"))
    let console = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").filter { $0.contains("CONSOLE") }
    #expect(console.isEmpty, "\(console.joined(separator: "\n"))")
  }
}

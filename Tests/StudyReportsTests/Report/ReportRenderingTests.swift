import Foundation
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

@Suite struct ReportRenderingTests {
  private var document: ReportDocument {
    let table = FindingsTable(
      "names", columns: [.init("name"), .init("value", .number)],
      rows: HostileNames.all.map { [.text($0), .number(nil)] })
    return ReportDocument(
      title: "A report", lead: HostileNames.all.map { "On \(name: $0), \(stressed: "mark")." },
      keyFigures: [.init(count: 1_234, "actors")],
      sections: [
        .init("One", [.paragraph("Text"), .list(["point"]), .note("doubt"), .table(table, caption: "caption")]),
        .init("One", [.picture(picture)]),
      ])
  }

  private var picture: ReportDocument.Picture {
    let spots = HostileNames.all.enumerated().map { index, name in
      NetworkPicture.Spot(
        point: index == 0 ? nil : .init(x: Double(index), y: Double(index * index % 7)), label: name,
        detail: "\(name: name)",
        group: index,
        size: Double(index) / 20)
    }
    let drawing = NetworkPicture(
      spots: spots, strokes: [.init(1, 2, .buzz), .init(2, 3, .pipeline), .init(3, 1, .unknown)], isDirected: true,
      groups: HostileNames.all.map { "\(name: $0)" })
    return .init(.network(drawing), alternative: "network", caption: "")
  }

  @Test func thePageIsWellFormedAndHoldsNoForeignElement() {
    let page = HTMLReport(document).text
    let check = XMLCheck(page)
    #expect(check.error == nil)
    // The page's own with its words, and the data of the network.
    #expect(check.elements["script"] == 3)
    #expect(check.elements["img"] == nil)
    #expect(check.elements["tr"] == HostileNames.all.count + 1)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func thePageAsksForNothingFromOutside() {
    let page = HTMLReport(document).text
    for word in ["src=", "@import", "url(http", "<link"] {
      // Names from the data may hold such words, but escaped.
      let ours = page.replacing("&gt;&lt;img src=x", with: "").replacing("\\u003e\\u003cimg src=x", with: "")
      #expect(!ours.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test(arguments: HostileNames.all) func noTitleBreaksOutOfTheStyleSheet(title: String) throws {
    var document = document
    document.title = "\(name: title)"
    let page = HTMLReport(document).text
    #expect(XMLCheck(page).error == nil)
    let head = try #require(page.split(separator: "@top-left { content: \"").dropFirst().first)
    let text = head.prefix { $0 != "\"" }
    #expect(text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "\\" || !$0.isASCII })
    #expect(head.dropFirst(text.count).hasPrefix("\"; } }"))
  }

  @Test func markdownReadsNamesLiterally() {
    let text = MarkdownReport(document).text
    #expect(!text.contains("<script>"))
    #expect(text.contains("&lt;script>alert(1)&lt;/script>"))
    #expect(text.contains("a\\|b\\`c\\`\\[d\\](e)"))
    #expect(text.contains("1,234"))
    // A row stays a row: no name breaks the table.
    #expect(text.split(separator: "\n").count { $0.hasPrefix("| ") } == HostileNames.all.count + 2)
  }

  @Test func theSameDocumentGivesTheSameText() {
    #expect(HTMLReport(document).text == HTMLReport(document).text)
    #expect(MarkdownReport(document).text == MarkdownReport(document).text)
  }
}

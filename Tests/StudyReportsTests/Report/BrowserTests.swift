import Foundation
import TestNetworks
import Testing

@testable import StudyReports

/// The page as people use it, in a browser without a window.
@Suite(.serialized, .enabled(if: Browser.path != nil)) struct BrowserTests {
  private func opened(
    _ page: Result<String, any Error>, width: Int = 1280, isDark: Bool = false
  ) throws -> (Browser, ScratchFolder) {
    let scratch = try ScratchFolder()
    let path = try scratch.write("report.html", try page.get())
    let browser = try Browser(try #require(Browser.path))
    try browser.load(URL(filePath: path), width: width, isDark: isDark)
    return (browser, scratch)
  }

  @Test(arguments: [400, 1280], [false, true])
  func thePageOpensQuietlyAndFitsTheWindow(width: Int, isDark: Bool) throws {
    let (browser, scratch) = try opened(ExamplePages.interspin, width: width, isDark: isDark)
    defer { withExtendedLifetime(scratch) {} }
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
    #expect(browser.requests.allSatisfy { $0.hasPrefix("file:") }, "\(browser.requests)")
    #expect(try browser.number("document.documentElement.scrollWidth") <= Double(width))
  }

  @Test(arguments: [400, 1280]) func theGermanPageSpeaksGermanThroughout(width: Int) throws {
    let (browser, scratch) = try opened(ExamplePages.german, width: width)
    defer { withExtendedLifetime(scratch) {} }
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
    #expect(try browser.number("document.documentElement.scrollWidth") <= Double(width))
    #expect(try browser.text("document.documentElement.lang") == "de")
    // What the script says, beside what the page holds.
    #expect(try browser.text("document.querySelector('.search input').placeholder") == "Akteur suchen")
    #expect(try browser.text("document.querySelector('.table .tools').textContent").contains("Als CSV kopieren"))
    #expect(try browser.text("document.querySelector('.badge').textContent").hasSuffix("Belege"))
  }

  @Test func theFirstScreenAnswersWithItsEvidence() throws {
    let (browser, scratch) = try opened(ExamplePages.interspin)
    defer { withExtendedLifetime(scratch) {} }
    let answers = "document.querySelectorAll('.answers > li')"
    #expect(try browser.number("\(answers).length") == 3)
    #expect(try browser.number("\(answers)[2].getBoundingClientRect().bottom") < 900)
    #expect(try !browser.holds("\(answers)[0].querySelector('ul').checkVisibility()"))
    try browser.click(".answers summary")
    #expect(try browser.holds("\(answers)[0].querySelector('ul').checkVisibility()"))
    #expect(try browser.text("\(answers)[0].textContent").contains("of the pairs of members"))
  }

  @Test func onAPhoneTheAnswersStandOnTheFirstScreen() throws {
    let (browser, scratch) = try opened(ExamplePages.interspin, width: 400)
    defer { withExtendedLifetime(scratch) {} }
    #expect(try browser.number("document.querySelectorAll('.answers > li')[2].getBoundingClientRect().bottom") < 900)
  }

  @Test func longTablesShowTenRowsThenAllAndAreFiltered() throws {
    let (browser, scratch) = try opened(ExamplePages.interspin)
    defer { withExtendedLifetime(scratch) {} }
    let table = "document.querySelector('section > .table table.long')"
    let shown = "[...\(table).tBodies[0].rows].filter(row => !row.hidden).length"
    let rows = try browser.number("\(table).tBodies[0].rows.length")
    #expect(rows > 10)
    #expect(try browser.number(shown) == 10)
    try browser.evaluate("\(table).closest('.table').querySelector('.tools button').id = 'more'")
    try browser.click("#more")
    #expect(try browser.number(shown) == rows)
    let word = try browser.text("\(table).tBodies[0].rows[0].cells[0].textContent")
    try browser.evaluate("\(table).closest('.table').querySelector('input').id = 'find'")
    try browser.click("#find")
    try browser.type(word)
    #expect(try browser.number(shown) < rows)
    #expect(try browser.number(shown) > 0)
  }

  @Test func tablesSortByAClickOnTheHeading() throws {
    let (browser, scratch) = try opened(ExamplePages.interspin)
    defer { withExtendedLifetime(scratch) {} }
    try browser.evaluate("document.querySelector('section > .table table.long thead th.n button').id = 'sort'")
    for isDescending in [true, false] {
      try browser.click("#sort")
      let values = try browser.evaluate(
        """
        (() => { const head = document.querySelector('#sort').parentElement, rows = head.closest('table').tBodies[0].rows;
        return [...rows].map(row => row.cells[head.cellIndex].dataset.value).filter(value => value !== undefined).map(Number); })()
        """)
      let numbers = (values as? [Any] ?? []).compactMap { ($0 as? NSNumber)?.doubleValue }
      #expect(numbers.count > 1)
      #expect(numbers == numbers.sorted { isDescending ? $0 > $1 : $0 < $1 })
    }
  }

  @Test func withoutScriptNothingIsHidden() throws {
    let page = try ExamplePages.interspin.get()
    #expect(!page.contains("<tr hidden"))
    let (browser, scratch) = try opened(ExamplePages.knoke)
    defer { withExtendedLifetime(scratch) {} }
    #expect(try browser.number("document.querySelectorAll('figure svg').length") > 0)
  }
}

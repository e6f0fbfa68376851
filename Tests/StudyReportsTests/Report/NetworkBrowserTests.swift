import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// The picture of the network as people explore it, in a browser without a window.
@Suite(.serialized, .enabled(if: Browser.path != nil)) struct NetworkBrowserTests {
  private func opened(_ fragment: String = "", width: Int = 1280) throws -> (Browser, ScratchFolder) {
    let scratch = try ScratchFolder()
    let path = try scratch.write("report.html", try ExamplePages.interspin.get())
    let browser = try Browser(try #require(Browser.path))
    try browser.load(try #require(URL(string: URL(filePath: path).absoluteString + fragment)), width: width)
    try browser.wait(for: "document.querySelector('figure.explored canvas')")
    return (browser, scratch)
  }

  private static let card = "document.querySelector('figure.explored .card')"
  private static let name = "\(card).querySelector('h3').textContent"

  @Test func anActorIsFoundByNameAndItsCardOpens() throws {
    let (browser, scratch) = try opened()
    defer { withExtendedLifetime(scratch) {} }
    #expect(try browser.holds("\(Self.card).hidden"))
    try browser.click("figure.explored .search input")
    try browser.type("Large firm 147")
    try browser.press("Enter")
    try browser.wait(for: "!\(Self.card).hidden")
    #expect(try browser.text(Self.name) == "Large firm 147")
    try browser.wait(for: "location.hash.includes('actor=')")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test func aLinkOpensTheCardItNames() throws {
    let (first, scratch) = try opened()
    defer { withExtendedLifetime(scratch) {} }
    let ids = "JSON.parse(document.querySelector('script.network-data').textContent).actors"
    let id = try first.text("\(ids).id[7]")
    let name = try first.text("\(ids).name[7]")
    let (second, other) = try opened("#actor=\(id)")
    defer { withExtendedLifetime(other) {} }
    try second.wait(for: "!\(Self.card).hidden")
    #expect(try second.text(Self.name) == name)
  }

  @Test func theLegendHidesAKindAndTheAddressKeepsIt() throws {
    let (browser, scratch) = try opened()
    defer { withExtendedLifetime(scratch) {} }
    let picture = "document.querySelector('figure.explored canvas').toDataURL()"
    try browser.evaluate("window.before = \(picture)")
    try browser.click("figure.explored .legend button")
    try browser.wait(for: "location.hash.includes('hide=')")
    try browser.wait(for: "\(picture) !== window.before")
    #expect(try browser.text("document.querySelector('figure.explored .legend button').ariaPressed") == "false")
  }

  @Test func theSliderShowsAnotherWave() throws {
    let (browser, scratch) = try opened()
    defer { withExtendedLifetime(scratch) {} }
    let picture = "document.querySelector('figure.explored canvas').toDataURL()"
    try browser.evaluate("window.before = \(picture)")
    try browser.evaluate(
      """
      (() => { const slider = document.querySelector('figure.explored input[type=range]'); slider.value = 0;
      slider.dispatchEvent(new Event('input', { bubbles: true })); })()
      """)
    try browser.wait(for: "location.hash.includes('wave=0')")
    try browser.wait(for: "\(picture) !== window.before")
  }

  @Test func theKeyboardGoesFromActorToActor() throws {
    let (browser, scratch) = try opened()
    defer { withExtendedLifetime(scratch) {} }
    try browser.evaluate("document.querySelector('figure.explored canvas').focus()")
    for key in ["ArrowRight", "ArrowRight", "Enter"] { try browser.press(key) }
    try browser.wait(for: "!\(Self.card).hidden")
    #expect(try browser.holds("document.querySelector('figure.explored .said').textContent.length > 10"))
    try browser.press("Escape")
    try browser.wait(for: "\(Self.card).hidden")
  }

  @Test func everyActorStandsInAListForScreenReaders() throws {
    let (browser, scratch) = try opened()
    defer { withExtendedLifetime(scratch) {} }
    try browser.click("details.actors summary")
    try browser.wait(for: "document.querySelectorAll('details.actors li').length > 0")
    let actors = "JSON.parse(document.querySelector('script.network-data').textContent).actors.id.length"
    #expect(try browser.number("document.querySelectorAll('details.actors li').length") == browser.number(actors))
  }

  @Test func theNetworkFitsAPhone() throws {
    let (browser, scratch) = try opened(width: 400)
    defer { withExtendedLifetime(scratch) {} }
    #expect(try browser.number("document.documentElement.scrollWidth") <= 400)
    #expect(try browser.number("document.querySelector('figure.explored canvas').getBoundingClientRect().width") > 300)
  }
}

/// Pages that several suites open, made once.
enum ExamplePages {
  /// The report of a study of two waves; few draws, as no number is looked at.
  private static let report = Result {
    let survey = try Survey(contentsOf: [ReferenceFiles.examples.appending(path: "interspin")])
    let options = StudyOptions(permutations: PermutationOptions(draws: 99))
    return try Study(survey: survey, options: options).findings().report
  }

  static let interspin = report.map { HTMLReport($0).text }

  /// The same report in German.
  static let german = report.map { report in
    var report = report
    report.language = Language(code: "de") ?? .english
    return HTMLReport(report).text
  }

  static let knoke = Result { HTMLReport(try KnokeStudy.findings().report).text }
}

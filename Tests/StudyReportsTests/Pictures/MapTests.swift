import Buzzline
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

/// Links between countries on a map.
@Suite struct MapTests {
  @Test func countriesAreKnownByCodeAndName() throws {
    let names = ["DE", "de", "DEU", "Germany", "deutschland", "Deutschland"]
    #expect(Set(names.map(WorldMap.place)).count == 1)
    #expect(WorldMap.countries[try #require(WorldMap.place(of: "Deutschland"))].code == "DE")
    // The European Union has codes of its own.
    #expect(
      WorldMap.place(of: "UK") == WorldMap.place(of: "GB") && WorldMap.place(of: "EL") == WorldMap.place(of: "GR"))
    #expect(WorldMap.place(of: "Country 1") == nil)
    #expect(WorldMap.countries.count > 170)
  }

  @Test func everyCountryStandsOnTheMap() {
    for country in WorldMap.countries {
      #expect((0...4_000).contains(country.point.x) && (0...1_947).contains(country.point.y), "\(country.code)")
      #expect(country.outline.wholeMatch(of: /(M[0-9]+ [0-9]+l[-0-9 ]+z)+/) != nil, "\(country.code)")
    }
  }

  @Test func linksAreDrawnBothWaysTogether() {
    let map = MapPicture(
      links: [.init("DE", "FR", count: 5), .init("France", "Germany", count: 2), .init("DE", "US", count: 1)],
      homes: ["DE", "FR", "US"], isDirected: true)
    let page = map.html(in: .english)
    let check = XMLCheck(page)
    #expect(check.error == nil)
    // Europe and the world, each a drawing in a drawing, each with two curves.
    #expect(check.elements["svg"] == 4)
    #expect(page.matches(of: /class="link"/).count == 4)
    #expect(page.contains(">DE</text>") && map.unknown.isEmpty)
  }

  @Test func hostileCountriesAreInert() {
    let links = HostileNames.all.map { MapPicture.Link($0, "DE", count: 1) }
    let map = MapPicture(links: links, homes: HostileNames.all + ["DE"], isDirected: false)
    #expect(map.unknown.count == HostileNames.all.count)
    let picture = ReportDocument.Picture(.map(map), alternative: "map", caption: "")
    let page = HTMLReport(ReportDocument(title: "t", sections: [.init("s", [.picture(picture)])])).text
    let check = XMLCheck(page)
    #expect(check.error == nil && check.elements["img"] == nil && check.elements["script"] == 2)
  }

  @Test func aStudyOfTwoCountriesHasAMap() throws {
    let actors = [("a", "DE"), ("b", "FR"), ("c", "Atlantis")].map { id, country in
      NetworkActor(id: id, cluster: Cluster(rawValue: country), country: country)
    }
    let ties = [Tie(source: 0, target: 1), Tie(source: 1, target: 0), Tie(source: 0, target: 2)]
    let survey = Survey(actors: actors, ties: ties)
    let report = try Study(survey: survey).findings().report
    let maps = report.sections.flatMap(\.blocks).compactMap { block -> ReportDocument.Picture? in
      if case .picture(let picture) = block, case .map = picture.drawing { picture } else { nil }
    }
    #expect(maps.count == 1)
    #expect(maps.first?.caption.text.contains("Not on the map: Atlantis.") == true)
  }
}

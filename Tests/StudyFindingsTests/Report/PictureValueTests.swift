import ClusterSurveys
import DiffusionRoles
import KnowledgeDiffusion
import KnowledgeNetworks
import Testing

@testable import StudyFindings

/// What pictures show is what the findings found.
@Suite struct PictureValueTests {
  private static func findings(_ study: StatedStudy) throws -> Findings {
    try Study(survey: study.survey, options: study.options).findings()
  }

  private static let interspin = Result { try findings(StatedStudy.interspin()) }

  private static func pictures(_ findings: Findings) -> [ReportDocument.Picture] {
    findings.report.sections.flatMap(\.blocks).compactMap { block in
      if case .picture(let picture) = block { picture } else { nil }
    }
  }

  @Test func everyPictureSaysWhatItShowsAndWhereItsDataAre() throws {
    for study in [try StatedStudy.interspin(), .surveyed(), try .institutes(), try .knoke(), .rings()] {
      let findings = try Self.findings(study)
      let names = Set(findings.tables.map(\.name))
      for picture in Self.pictures(findings) {
        #expect(!picture.alternative.isEmpty && !picture.caption.isEmpty)
        #expect(!picture.files.isEmpty)
        for file in picture.files { #expect(names.contains(file), "\(file) of \(picture.alternative)") }
        if case .network = picture.drawing { continue }
        #expect(picture.data?.rows.isEmpty == false, "\(picture.alternative)")
      }
    }
  }

  @Test func theExampleHasAPictureOfEachTopic() throws {
    let pictures = Self.pictures(try Self.interspin.get())
    func count(_ isIt: (ReportDocument.Picture.Drawing) -> Bool) -> Int { pictures.count { isIt($0.drawing) } }
    #expect(pictures.count <= 12)
    #expect(count { if case .matrix = $0 { true } else { false } } == 1)
    #expect(count { if case .scatter = $0 { true } else { false } } == 2)
    #expect(count { if case .dots = $0 { true } else { false } } == 3)
    #expect(count { if case .bars = $0 { true } else { false } } == 2)
    #expect(count { if case .stacks = $0 { true } else { false } } == 2)
    #expect(count { if case .curves = $0 { true } else { false } } == 1)
  }

  @Test func brokerageIsOverThePermutedMean() throws {
    let findings = try Self.interspin.get()
    guard case .dots(let dots) = try #require(findings.profilePicture).drawing else {
      Issue.record("drawn otherwise"); return
    }
    let grouping = try #require(findings.grouping)
    #expect(dots.panels.map(\.title.text) == BrokerageRole.allCases.map(\.rawValue))
    for (role, panel) in zip(BrokerageRole.allCases, dots.panels) {
      #expect(panel.rows.count == grouping.groups.count)
      for (group, row) in panel.rows.enumerated() {
        let members = grouping.members(of: group)
        let observed = members.reduce(0) { $0 + (findings.brokerage.observed?[$1]?[role] ?? 0) }
        let mean = members.reduce(0) { $0 + (findings.brokerage.test?[$1]?[role].mean ?? 0) }
        if let value = row.value { #expect(abs(value * mean - Double(observed)) < 1e-6 * max(1, mean)) }
        #expect(row.isSmall == (mean < 5))
        #expect(row.null.map { $0.lowerBound <= 1 && 1 <= $0.upperBound } ?? (mean == 0))
      }
    }
  }

  @Test func matricesHoldEveryPairOfGroupedActors() throws {
    let findings = try Self.interspin.get()
    guard case .matrix(let matrix) = try #require(findings.mixingPicture).drawing else {
      Issue.record("drawn otherwise"); return
    }
    #expect(matrix.panels.map(\.title.text) == ["by kind", "by cluster"])
    for panel in matrix.panels {
      let cells = panel.cells.flatMap(\.self)
      #expect(cells.reduce(0) { $0 + $1.observed } == Double(findings.network.pairCount))
      let expected = cells.reduce(0) { $0 + ($1.expected ?? 0) }
      #expect(abs(expected - Double(findings.network.pairCount)) < 1e-6)
    }
  }

  @Test func withoutDirectionEveryPairCountsOnce() throws {
    var study = StatedStudy(ties: "ab", "bc", "cd", "da", "ac")
    for actor in study.survey.actors.indices { study.survey.actors[actor].kind = actor < 2 ? .sme : .largeFirm }
    study.survey.isDirected = false
    let findings = try Self.findings(study)
    guard case .matrix(let matrix) = findings.mixingPicture?.drawing else {
      Issue.record("no matrix")
      return
    }
    let cells = matrix.panels[0].cells
    #expect(cells[0][0].observed + cells[1][1].observed + cells[0][1].observed == Double(findings.network.pairCount))
    #expect(cells[0][1] == cells[1][0])
  }

  @Test func pointsStandForEveryMember() throws {
    let findings = try Self.interspin.get()
    guard case .scatter(let scatter) = try #require(findings.giveTakePicture).drawing else {
      Issue.record("drawn otherwise"); return
    }
    let places = scatter.points.filter { $0.group == nil }
    #expect(places.reduce(0) { $0 + $1.count } == findings.network.memberCount)
    let received = places.reduce(0) { $0 + $1.x * Double($1.count) } / Double(findings.network.memberCount)
    #expect(abs(received - scatter.cut.x) < 1e-9)
    #expect(Set(scatter.points.compactMap(\.group)).count == findings.grouping?.groups.count)
  }

  @Test func changesAreThoseCounted() throws {
    let findings = try Self.interspin.get()
    guard case .stacks(let stacks) = try #require(findings.changePicture).drawing else {
      Issue.record("drawn otherwise"); return
    }
    let step = try #require(findings.change?.steps.first)
    #expect(stacks.panels.count == 2)
    #expect(stacks.panels[0].rows[0].counts == [step.staying, step.entering, step.leaving])
    #expect(stacks.panels[1].rows[0].counts == [step.all.kept, step.all.formed, step.all.dissolved])
  }

  @Test func topicsAreMirroredByItem() throws {
    let findings = try Self.interspin.get()
    let topics = try #require(findings.survey?.topics?.rows)
    guard case .bars(let bars) = try #require(findings.survey?.topicPicture).drawing else {
      Issue.record("drawn otherwise"); return
    }
    #expect(bars.left == "gave" && bars.right == "received" && bars.series.map(\.text) == ["wave 1", "wave 2"])
    for row in bars.panels[0].rows {
      for line in row.lines {
        let found = try #require(
          topics.first {
            $0.topic == .named(row.label.text) && $0.kind == .all && $0.partner == .all
              && $0.wave == ["1", "2"][line.series]
          })
        #expect(line.left?.share == found.shared.value && line.left?.interval == found.shared.interval)
        #expect(line.right?.share == found.received.value && line.right?.isSmall == found.received.isSmall)
      }
    }
  }

  @Test func curvesEndAtTheReachOfTheChosen() throws {
    let findings = try Self.interspin.get()
    let spread = try #require(findings.spread)
    guard case .curves(let curves) = try #require(findings.curvePicture(spread)).drawing else {
      Issue.record("drawn otherwise"); return
    }
    #expect(abs((curves.panels[0].curve.last ?? 0) - spread.seeds.expectedReach.mean) < 1e-9)
    for panel in curves.panels {
      #expect(panel.curve == panel.curve.sorted())
      #expect(zip(panel.without, panel.curve).allSatisfy { $0 <= $1 + 1e-9 })
      #expect((panel.curve.last ?? 0) <= panel.most)
    }
  }

  @Test func answersAndTiesAreDrawnWhereTheyAreAsked() throws {
    let survey = try #require(try Self.findings(.surveyed()).survey)
    guard case .bars(let ties) = try #require(survey.tiePicture).drawing,
      case .bars(let items) = try #require(survey.itemPicture).drawing
    else {
      Issue.record("drawn otherwise")
      return
    }
    #expect(ties.panels.map(\.title.text) == ["effect of the programme", "experience with the partner before"])
    #expect(items.panels.map(\.title.text) == ["benefit"] && items.panels[0].rows.map(\.label.text) == ["1", "5"])
    #expect(items.panels[0].rows[0].lines[0].right?.share == 0.5)
  }
}

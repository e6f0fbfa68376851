import Foundation
import KnowledgeNetworks
import TestStudies
import Testing

@testable import StudyFindings
@testable import StudyReports

@Suite struct NetworkPictureTests {
  /// Clusters of ten in a row, as many ties as requested, each of its own topic, channel and wave.
  private func picture(actors: Int, ties: Int, hulls: Int = 0) -> NetworkPicture {
    var generator = SeededGenerator(seed: 5)
    let spots = (0..<actors).map { actor in
      NetworkPicture.Spot(
        point: .init(x: 100 * generator.unit(), y: 60 * generator.unit()), id: "A\(actor)", label: "Actor \(actor)",
        detail: "d", group: actor % 9, hull: hulls > 0 ? actor % hulls : nil, size: generator.unit())
    }
    let strokes = (0..<ties).map { _ in
      NetworkPicture.Stroke(
        generator.below(actors), generator.below(actors), .buzz,
        strands: [.init(topic: generator.below(5), channel: generator.below(4), wave: generator.below(3), evidence: 0)])
    }
    var picture = NetworkPicture(spots: spots, strokes: strokes, isDirected: true, groups: ["one", "two"])
    (picture.width, picture.height) = (100, 60)
    picture.hulls = (0..<hulls).map { hull in
      .init(name: "C\(count: hull)", center: .init(x: Double(hull * 100) / Double(hulls), y: 30), radius: 2, count: 10)
    }
    (picture.topics, picture.channels) = (["t1", "t2", "t3", "t4", "t5"], ["c1", "c2", "c3", "c4"])
    (picture.waves, picture.evidence) = (["1", "2", "3"], ["both sides"])
    return picture
  }

  private func decoded(_ picture: NetworkPicture) throws -> [String: Any] {
    let text = NetworkData(NetworkFrame(picture), .english).inertJSON
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func dataHoldEveryPairWithItsTies() throws {
    let picture = picture(actors: 40, ties: 200)
    let data = try decoded(picture)
    let rows = try #require(data["ties"] as? [[Int]])
    let sets = try #require(data["sets"] as? [[Int]])
    let strands = try #require(data["strands"] as? [[Int]])
    var found: [NetworkPicture.Stroke] = []
    for (source, row) in rows.enumerated() {
      for place in stride(from: 0, to: row.count, by: 2) {
        let words = sets[row[place + 1] / 3].map { strands[$0] }
        found.append(
          .init(
            source, row[place], NetworkPicture.Line.allCases[row[place + 1] % 3],
            strands: words.map { .init(topic: $0[0], channel: $0[1], wave: $0[2], evidence: $0[3]) }))
      }
    }
    #expect(found.count == 200)
    #expect(Set(found) == Set(picture.strokes))
  }

  @Test func hostileNamesAreInertInTheData() throws {
    var picture = picture(actors: HostileNames.all.count, ties: 5, hulls: 1)
    for (actor, name) in HostileNames.all.enumerated() {
      (picture.spots[actor].id, picture.spots[actor].label) = (name, name)
      picture.hulls[0].name = "\(name: name)"
      picture.topics[0] = name
      picture.cards = [.init(lines: [.init(label: "\(name: name)", text: "\(name: name)")])]
      let text = NetworkData(NetworkFrame(picture), .english).inertJSON
      #expect(!text.contains { "<>&".contains($0) })
      #expect(XMLCheck("<div>\(picture.html(in: .english))</div>").error == nil)
      #expect(try decoded(picture)["topics"] as? [String] == picture.topics.map { SafeText.name($0) })
    }
  }

  @Test(arguments: [5, 60, 300, 2_000]) func marksAreLargeEnoughToSee(_ actors: Int) {
    let frame = NetworkFrame(picture(actors: actors, ties: 10))
    let natural = frame.picture.spots.indices.map { 2 * frame.radius(of: $0) }
    // The page presses the drawing to four fifths at most.
    #expect(frame.picture.html(in: .english).contains("--least:\(Int((0.8 * frame.width).rounded()))px"))
    #expect(natural.allSatisfy { 0.8 * $0 >= 7 })
  }

  @Test func twoThousandActorsTakeLessThanThreeMegabytes() {
    let picture = picture(actors: 2_000, ties: 20_000, hulls: 20)
    #expect(!picture.isFolded)
    #expect(picture.html(in: .english).utf8.count < 2_500_000)
  }

  @Test func above2000ActorsClustersStandForThem() throws {
    var picture = picture(actors: 2_001, ties: 4_000, hulls: 30)
    picture.bundles = [.init(0, 1, count: 7), .init(1, 2, count: 3)]
    let check = XMLCheck(picture.svg(in: .english))
    #expect(check.error == nil)
    #expect(check.elements["circle"] == 30)
    #expect(check.elements["path"] == 2)
    // The script can open them.
    let data = try decoded(picture)
    #expect(data["folded"] as? Bool == true)
    #expect((data["ties"] as? [[Int]])?.joined().count == 2 * 4_000)
  }

  @Test func manyCurvesBetweenClustersAreDrawnAsBundles() {
    var picture = picture(actors: 100, ties: 0, hulls: 2)
    picture.strokes = (0..<100).flatMap { source in
      (0..<30).map { .init(source, (source + 1 + 2 * $0) % 100, .pipeline) }
    }
    picture.bundles = [.init(0, 1, count: 1_500), .init(1, 0, count: 1_500)]
    #expect(picture.isBundled && !picture.isFolded)
    #expect(XMLCheck(picture.svg(in: .english)).elements["path"] == 2 + 100)
    #expect(picture.svg(in: .english).contains(">1,500</text>"))
  }

  @Test func isolatesAreBoxedAndNamed() {
    var picture = picture(actors: 12, ties: 4)
    for actor in [3, 7] { picture.spots[actor].point = nil }
    #expect(picture.svg(in: .english).contains(">No ties: 2</text>"))
    #expect(
      picture.svg(in: .english).contains(">Actor 3</text>") && picture.svg(in: .english).contains(">Actor 7</text>"))
    let frame = NetworkFrame(picture)
    let box = frame.box
    #expect(box.map { frame.places[3].y > $0.top && frame.places[7].y < $0.top + $0.height } == true)
  }

  @Test func theDrawingShowsItsWaveAndTheDataAll() throws {
    var picture = picture(actors: 30, ties: 90)
    picture.shownWave = 2
    picture.spots[4].absentIn = [2]
    let shown = picture.strokes.count { $0.strands[0].wave == 2 }
    #expect(XMLCheck(picture.svg(in: .english)).elements["path"] == 3 + shown + 29)
    let data = try decoded(picture)
    #expect((data["ties"] as? [[Int]])?.joined().count == 2 * 90)
    #expect((data["actors"] as? [String: Any])?["absent"] as? [[Int]] == [[], [], [4]])
  }

  @Test func namesCoverNeitherMarksNorOneAnother() throws {
    let picture = picture(actors: 150, ties: 30)
    let frame = NetworkFrame(picture)
    let pattern = /class="name" x="([0-9.]+)" y="([0-9.]+)"[^>]*>([^<]+)</
    let boxes = picture.svg(in: .english).matches(of: pattern).map { match in
      let (x, y, half) = (Double(match.1) ?? 0, Double(match.2) ?? 0, Double(match.3.count) * 3.2)
      return (left: x - half, right: x + half, top: y - 10, bottom: y + 3)
    }
    #expect(boxes.count > 10)
    for (place, box) in boxes.enumerated() {
      for other in boxes[..<place] {
        #expect(
          box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top)
      }
      for mark in frame.places {
        #expect(!(box.left..<box.right).contains(mark.x) || !(box.top..<box.bottom).contains(mark.y))
      }
    }
  }

  @Test func theScriptOfAPageIsSmall() { #expect(PageParts.script.utf8.count < 40_000) }
}

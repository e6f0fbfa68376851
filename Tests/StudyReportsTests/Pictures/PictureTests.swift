import KnowledgeNetworks
import Testing

@testable import StudyFindings
@testable import StudyReports

@Suite struct PictureTests {
  private func network(actors: Int, ties: Int, isDirected: Bool = true) -> NetworkPicture {
    var generator = SeededGenerator(seed: 2)
    let spots = (0..<actors).map { actor in
      NetworkPicture.Spot(
        point: .init(x: generator.unit(), y: generator.unit()), label: "Actor \(actor)", detail: "", group: actor % 9,
        size: generator.unit())
    }
    let strokes = (0..<ties).map { _ in
      NetworkPicture.Stroke(generator.below(actors), generator.below(actors), .buzz)
    }
    return NetworkPicture(spots: spots, strokes: strokes, isDirected: isDirected)
  }

  @Test func fewTiesAreDrawnOneByOneWithArrows() {
    let check = XMLCheck(network(actors: 20, ties: 50).svg(in: .english))
    #expect(check.error == nil)
    #expect(check.elements["marker"] == 3)
    #expect(check.elements["path"] == 3 + 50 + 20)
  }

  @Test func manyTiesShareOnePathWithoutArrows() {
    let picture = network(actors: 2_500, ties: 10_000)
    let check = XMLCheck(picture.svg(in: .english))
    #expect(!picture.hasArrows)
    #expect(check.elements["marker"] == nil)
    #expect(check.elements["path"] == 1 + 2_500)
    #expect(picture.svg(in: .english).utf8.count < 2_000_000)
  }

  @Test func someActorsAreNamed() {
    let check = XMLCheck(network(actors: 300, ties: 10).svg(in: .english))
    #expect((1...250).contains(check.elements["text"] ?? 0))
  }

  @Test(arguments: [0, 1, 2]) func smallNetworksAreDrawn(_ actors: Int) {
    let spots = (0..<actors).map { _ in
      NetworkPicture.Spot(point: .init(x: 0.5, y: 0.5), label: "a", detail: "", group: nil, size: 0)
    }
    let check = XMLCheck(NetworkPicture(spots: spots, strokes: [], isDirected: true).svg(in: .english))
    #expect(check.error == nil)
    #expect(check.elements["title"] ?? 0 == actors)
  }

  @Test func groupsDifferInShapeAndColour() {
    let marks = (0..<GroupMark.count).map { GroupMark(of: $0) }
    #expect(Set(marks.map(\.className)).count == GroupMark.count)
    #expect(Set(marks.map { $0.path(x: 0, y: 0, radius: 5) }).count >= 7)
    #expect(GroupMark(of: 99).className == GroupMark(of: nil).className)
  }
}

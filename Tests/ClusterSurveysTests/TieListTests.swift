import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct TieListTests {
  private let plain = TieList(PlainTies(sources: [0, 2, 1], targets: [1, 0, 2]))
  private let ties = [Tie(source: 0, target: 1), Tie(source: 2, target: 0), Tie(source: 1, target: 2)]

  @Test func `two lists are equal if their ties are, however they are kept`() {
    #expect(plain == TieList(ties) && plain.hashValue == TieList(ties).hashValue)
    #expect(plain != TieList(ties.reversed()) && Array(plain) == ties)
  }

  @Test func changesTakeEffect() {
    var list = plain
    list[1].weight = 3
    list.append(Tie(source: 0, target: 2, topic: "steel"))
    list.remove(at: 0)
    #expect(
      Array(list) == [Tie(source: 2, target: 0, weight: 3), ties[2], Tie(source: 0, target: 2, topic: "steel")])
    #expect(list.plain == nil && plain.plain != nil)
  }

  @Test func plainTiesStayPlainWhenJoinedAndMoved() throws {
    var list = TieList()
    list.append(plain)
    list.append(plain)
    #expect(list.plain?.count == 6 && Array(list) == ties + ties)
    let moved = try list.moved(to: [2, 0, 1], workers: .all)
    #expect(moved.plain != nil && moved.first == Tie(source: 2, target: 0))
    list.append(TieList([Tie(source: 0, target: 1, weight: 2)]))
    #expect(list.count == 7 && list.last?.weight == 2)
    #expect(try list.moved(to: [2, 0, 1], workers: .all).last == Tie(source: 2, target: 0, weight: 2))
  }
}

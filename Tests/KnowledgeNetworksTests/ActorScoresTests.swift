import KnowledgeNetworks
import Testing

struct ActorScoresTests {
  static let scores = ActorScores(measure: "reach", [2, .nan, 5, 2, 0, 5], remarks: ["a doubt"])

  @Test func `a NaN is not defined`() {
    #expect(Array(Self.scores) == [2, nil, 5, 2, 0, 5])
    #expect(Self.scores.count == 6)
    #expect(Self.scores[1] == nil)
    #expect(Self.scores.remarks == ["a doubt"])
  }

  @Test func `the highest come first, equal ones in roster order, undefined ones never`() {
    #expect(Self.scores.highest(3) == [2, 5, 0])
    #expect(Self.scores.highest(99) == [2, 5, 0, 3, 4])
    #expect(Self.scores.highest(0).isEmpty)
    #expect(ActorScores(measure: "none", []).highest(3).isEmpty)
  }

  @Test func `scores that leave the same actors undefined are equal, whatever the remarks`() {
    let same = ActorScores(measure: "reach", [2, .signalingNaN, 5, 2, -0.0, 5])
    #expect(Self.scores == same)
    #expect(Self.scores.hashValue == same.hashValue)
    #expect(Self.scores != ActorScores(measure: "other", [2, .nan, 5, 2, 0, 5]))
    #expect(Self.scores != ActorScores(measure: "reach", [2, 0, 5, 2, 0, 5]))
    #expect(Self.scores != ActorScores(measure: "reach", [2, .nan, 5, 2, 0]))
  }
}

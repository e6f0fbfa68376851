import ClusterSurveys
import KnowledgeNetworks
import Testing

struct ReliabilityTests {
  /// A survey of two actors a pair, whose pairs fall into the four cells as told.
  static func agreement(both: Int, giverOnly: Int, receiverOnly: Int, neither: Int) throws -> ReportAgreement {
    var claims: [Claim] = []
    let cells: [(count: Int, giver: Answer, receiver: Answer)] = [
      (both, .yes, .yes), (giverOnly, .yes, .no), (receiverOnly, .no, .yes), (neither, .no, .no),
    ]
    var pair = 0
    for cell in cells {
      for _ in 0..<cell.count {
        claims.append(Claim(respondent: pair, item: .shared, partner: .actor(pair + 1), answer: cell.giver))
        claims.append(Claim(respondent: pair + 1, item: .received, partner: .actor(pair), answer: cell.receiver))
        pair += 2
      }
    }
    let actors = (0..<max(pair, 1)).map { NetworkActor(id: "a\($0)") }
    // Everybody answered in part, so that only the rows count.
    let responses = [Response(respondent: 0, item: .shared, status: .partial)]
    return try Survey(actors: actors, claims: claims, responses: responses).reliability().overall
  }

  /// Cohen's (1960) definition, from shares.
  static func naiveKappa(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double? {
    let n = a + b + c + d
    let observed = (a + d) / n
    let expected = ((a + b) * (a + c) + (c + d) * (b + d)) / (n * n)
    return n == 0 || expected == 1 ? nil : (observed - expected) / (1 - expected)
  }

  @Test func `a table worked by hand`() throws {
    let table = try Self.agreement(both: 20, giverOnly: 5, receiverOnly: 10, neither: 15)
    #expect(table.jointPairs == 50)
    #expect(table.confirmationRate == 20.0 / 35)
    #expect(table.giverConditional == 20.0 / 25)
    #expect(table.receiverConditional == 20.0 / 30)
    #expect(table.rawAgreement == 0.7)
    // The textbook table: observed .7, expected .5.
    #expect(abs(try #require(table.kappa) - 0.4) < 1e-12)
  }

  @Test func `kappa is Cohen's for every small table`() throws {
    for both in 0...3 {
      for giverOnly in 0...2 {
        for receiverOnly in 0...2 {
          for neither in 0...3 {
            let table = try Self.agreement(
              both: both, giverOnly: giverOnly, receiverOnly: receiverOnly, neither: neither)
            let naive = Self.naiveKappa(Double(both), Double(giverOnly), Double(receiverOnly), Double(neither))
            #expect(
              [table.both, table.giverOnly, table.receiverOnly, table.neither] == [
                both, giverOnly, receiverOnly, neither,
              ])
            #expect((table.kappa == nil) == (naive == nil))
            if let kappa = table.kappa, let naive { #expect(abs(kappa - naive) < 1e-12) }
          }
        }
      }
    }
  }

  @Test func `what would divide by nothing is not defined`() throws {
    let none = try Self.agreement(both: 0, giverOnly: 0, receiverOnly: 0, neither: 0)
    #expect(none.confirmationRate == nil && none.giverConditional == nil && none.receiverConditional == nil)
    #expect(none.rawAgreement == nil && none.kappa == nil)
    let silent = try Self.agreement(both: 0, giverOnly: 0, receiverOnly: 0, neither: 4)
    #expect(silent.confirmationRate == nil && silent.kappa == nil && silent.rawAgreement == 1)
    let full = try Self.agreement(both: 4, giverOnly: 0, receiverOnly: 0, neither: 0)
    #expect(full.confirmationRate == 1 && full.kappa == nil)
  }
}

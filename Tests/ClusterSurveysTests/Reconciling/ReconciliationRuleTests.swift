import ClusterSurveys
import Testing

struct ReconciliationRuleTests {
  /// Affirmed, denied, silent, not asked by the giver in rows and the receiver in columns: + tie, - none, ? unobserved.
  static let tables: [(ReconciliationRule, LoneDenial, String)] = [
    (.either, .absent, "++++ +--- +-?? +-??"),
    (.either, .unobserved, "++++ +-?? +??? +???"),
    (.both, .absent, "+-++ ---- +-?? +-??"),
    (.both, .unobserved, "+-++ ---- +-?? +-??"),
    (.giver, .absent, "++++ ---- ???? ????"),
    (.receiver, .absent, "+-?? +-?? +-?? +-??"),
  ]

  @Test(arguments: tables.indices)
  func `each rule decides as its truth table says`(table: Int) {
    let (rule, lone, expected) = Self.tables[table]
    let rows = SideReport.allCases.map { giver in
      SideReport.allCases.map { receiver in
        switch rule.decision(giver: giver, receiver: receiver, loneDenial: lone) {
        case .tie: "+"
        case .noTie: "-"
        case .unobserved: "?"
        }
      }.joined()
    }
    #expect(rows.joined(separator: " ") == expected)
  }

  @Test func `either and both treat the two sides alike`() {
    for rule in [ReconciliationRule.either, .both] {
      for giver in SideReport.allCases {
        for receiver in SideReport.allCases {
          #expect(
            rule.decision(giver: giver, receiver: receiver) == rule.decision(giver: receiver, receiver: giver))
        }
      }
    }
  }
}

internal import ClusterSurveys
internal import KnowledgeNetworks

extension Findings {
  /// What would be found if answers became ties by another rule; `nil` where nobody was asked.
  var sensitivitySection: ReportDocument.Section? {
    guard let sensitivity else { return nil }
    let rules = ReconciliationRule.allCases
    let words: [SensitivityFinding.Quantity: String] = [
      .connectedPairs: "connected pairs", .observedDensity: "density over observed pairs", .localBuzz: "local buzz",
      .gatekeepers: "pipeline gatekeepers", .give: "given per actor", .receive: "received per actor",
      .broker: "brokered per actor", .letIn: "share of what pipelines bring in",
    ]
    let own = sensitivity.rows.filter { $0.rule == rules[0].rawValue }
    let table = FindingsTable(
      "rules", rows: own,
      columns: [
        .word("number") { words[$0.quantity] },
        .words("group") { $0.group.map { label(ofGroup: groupNumber($0)) } ?? "whole network" },
      ],
      rules.map { rule in
        TableColumn(rule.rawValue, .number) { row in
          let found = sensitivity.rows.first {
            $0.rule == rule.rawValue && $0.quantity == row.quantity && $0.group == row.group
          }
          return row.quantity.isCount ? .count(found?.value.map { Int($0) }) : .number(found?.value)
        }.headed("\(verbatim: rule.rawValue)")
      })
    return ReportDocument.Section(
      "How far findings depend on whose word counts", id: "rules",
      [
        """
        Two organisations may report differently on the same tie. *either* takes one yes for a tie, *both* asks for two \
        where both reported, *giver* and *receiver* hear one side only. This report uses \
        '\(verbatim: reconciliation.rule.rawValue)'; a finding that another rule turns round rests on whom one believes.
        """,
        .table(table, caption: "The main numbers under each rule, from the same answers. Nothing is tested here."),
      ])
  }

  private func groupNumber(_ name: String) -> Int { grouping?.groups.firstIndex(of: name) ?? 0 }
}

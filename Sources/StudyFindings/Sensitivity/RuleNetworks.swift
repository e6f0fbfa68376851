internal import ClusterSurveys
internal import DiffusionRoles
internal import KnowledgeNetworks

/// The networks that the same answers make under each of the four rules, with the pairs that are brokered in them.
///
/// Where nobody was asked no rule decides anything, and there is the network of the study alone.
struct RuleNetworks {
  /// What one rule made of the answers.
  struct Settled {
    let reconciliation: Reconciliation
    /// `nil` where nothing groups the actors.
    let brokerage: Brokerage?

    var network: KnowledgeNetwork { reconciliation.network }
  }

  /// What the rule of the study made.
  let own: Settled
  /// What each rule made, in the order of the rules.
  let all: [Settled]

  /// - Complexity: That of reconciling and of counting brokerage four times.
  init(of findings: Findings, workers: Workers) throws(BuzzlineError) {
    let (survey, settled) = (findings.study.survey, findings.reconciliation)
    func counted(_ made: Reconciliation) throws(BuzzlineError) -> Settled {
      let brokerage = try findings.grouping.map { groups throws(BuzzlineError) in
        try made.network.brokerage(by: groups, workers: workers)
      }
      return Settled(reconciliation: made, brokerage: brokerage)
    }
    let own = try counted(settled)
    self.own = own
    guard findings.evidence.hasClaims else {
      all = [own]
      return
    }
    all = try ReconciliationRule.allCases.map { rule throws(BuzzlineError) in
      guard rule != settled.rule else { return own }
      return try counted(try survey.reconciled(by: rule, loneDenial: settled.loneDenial, workers: workers))
    }
  }
}

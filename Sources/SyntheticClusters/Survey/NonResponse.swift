internal import KnowledgeNetworks

/// The share of the actors of each kind that do not answer.
public struct NonResponse: Hashable, Sendable {
  /// Small and medium-sized enterprises.
  public var sme: Double
  /// Large firms.
  public var largeFirm: Double
  /// Universities and research organisations.
  public var researchInstitute: Double
  /// Cluster offices.
  public var clusterManagement: Double

  /// Takes a share for each kind.
  public init(
    sme: Double = 0.35, largeFirm: Double = 0.3, researchInstitute: Double = 0.2, clusterManagement: Double = 0
  ) {
    self.sme = sme
    self.largeFirm = largeFirm
    self.researchInstitute = researchInstitute
    self.clusterManagement = clusterManagement
  }

  /// The same share for all kinds.
  public init(all share: Double) {
    self.init(sme: share, largeFirm: share, researchInstitute: share, clusterManagement: share)
  }

  func share(of kind: SyntheticKind) -> Double {
    switch kind {
    case .sme: sme
    case .largeFirm: largeFirm
    case .researchInstitute: researchInstitute
    case .clusterManagement: clusterManagement
    }
  }

  func check() throws(BuzzlineError) {
    for kind in SyntheticKind.allCases {
      try checkShare(share(of: kind), of: "The share of '\(kind.actorKind.rawValue)' that does not answer")
    }
  }
}

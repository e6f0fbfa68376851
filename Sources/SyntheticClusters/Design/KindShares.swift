internal import KnowledgeNetworks

/// Which share of the actors is of which kind; the office that runs a cluster comes on top, one a cluster.
public struct KindShares: Hashable, Sendable {
  /// Small and medium-sized enterprises.
  public var sme: Double
  /// Large firms.
  public var largeFirm: Double
  /// Universities and research organisations.
  public var researchInstitute: Double

  /// Takes shares, which must add up to 1.
  public init(sme: Double = 0.7, largeFirm: Double = 0.12, researchInstitute: Double = 0.18) {
    self.sme = sme
    self.largeFirm = largeFirm
    self.researchInstitute = researchInstitute
  }

  func check() throws(BuzzlineError) {
    try requireShares([
      "the kind '\(ActorKind.sme.rawValue)'": sme, "the kind '\(ActorKind.largeFirm.rawValue)'": largeFirm,
      "the kind '\(ActorKind.researchInstitute.rawValue)'": researchInstitute,
    ])
    let sum = sme + largeFirm + researchInstitute
    try require(
      abs(sum - 1) < 1e-9,
      "The shares of the kinds add up to \((sum * 1e6).rounded() / 1e6); they must add up to 1.")
  }

  /// The kind that a number from 0 to 1 falls on.
  func kind(at position: Double) -> SyntheticKind {
    if position < sme { return .sme }
    return position < sme + largeFirm ? .largeFirm : .researchInstitute
  }
}

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
      try requireShares(["'\(kind.actorKind.rawValue)' that does not answer": share(of: kind)])
    }
  }
}

/// The kinds of synthetic actors, in one byte.
enum SyntheticKind: UInt8, CaseIterable, Sendable {
  case sme, largeFirm, researchInstitute, clusterManagement

  var actorKind: ActorKind { traits.kind }

  /// How much more than a small firm it gives and takes inside its cluster.
  var activity: Double {
    switch self {
    case .sme: 1
    case .largeFirm: 1.5
    case .researchInstitute: 2
    case .clusterManagement: 3
    }
  }

  /// Its kind, and what its names begin with.
  var traits: (kind: ActorKind, noun: String) {
    switch self {
    case .sme: (.sme, "Small firm")
    case .largeFirm: (.largeFirm, "Large firm")
    case .researchInstitute: (.researchInstitute, "Institute")
    case .clusterManagement: (.clusterManagement, "Cluster office")
    }
  }
}

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

  private var all: [(kind: SyntheticKind, share: Double)] {
    [(.sme, sme), (.largeFirm, largeFirm), (.researchInstitute, researchInstitute)]
  }

  func check() throws(BuzzlineError) {
    for (kind, share) in all { try checkShare(share, of: "The share of the kind '\(kind.actorKind.rawValue)'") }
    let sum = sme + largeFirm + researchInstitute
    guard abs(sum - 1) < 1e-9 else {
      throw BuzzlineError(
        .invalidDesign, "The shares of the kinds add up to \((sum * 1e6).rounded() / 1e6); they must add up to 1.")
    }
  }

  /// The kind that a number from 0 to 1 falls on.
  func kind(at position: Double) -> SyntheticKind {
    if position < sme { return .sme }
    return position < sme + largeFirm ? .largeFirm : .researchInstitute
  }
}

/// The kinds of synthetic actors, in one byte.
enum SyntheticKind: UInt8, CaseIterable, Sendable {
  case sme, largeFirm, researchInstitute, clusterManagement

  var actorKind: ActorKind {
    switch self {
    case .sme: .sme
    case .largeFirm: .largeFirm
    case .researchInstitute: .researchInstitute
    case .clusterManagement: .clusterManagement
    }
  }

  /// How much more than a small firm it gives and takes inside its cluster.
  var activity: Double {
    switch self {
    case .sme: 1
    case .largeFirm: 1.5
    case .researchInstitute: 2
    case .clusterManagement: 3
    }
  }

  /// What names of such actors begin with.
  var noun: String {
    switch self {
    case .sme: "Small firm"
    case .largeFirm: "Large firm"
    case .researchInstitute: "Institute"
    case .clusterManagement: "Cluster office"
    }
  }
}

/// Refuses a share outside 0...1.
func checkShare(_ share: Double, of what: String) throws(BuzzlineError) {
  guard (0...1).contains(share) else {
    throw BuzzlineError(.invalidDesign, "\(what) is \(share); it must lie between 0 and 1.")
  }
}

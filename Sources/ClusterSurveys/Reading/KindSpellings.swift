internal import KnowledgeNetworks

/// The words by which people name a kind of actor instead of an actor, in singular and plural, English and German: the
/// one list of them.
///
/// A word means the study's own kind of that sense (`KMU`, where the actor file writes so), else the kind that cluster
/// studies share. Universities are research institutes where the study has no kind for them, as in studies that tell
/// firms from research alone. Where a study has several kinds of one sense the word names none of them.
struct KindSpellings {
  /// The study's kinds by their plain spelling.
  private let own: [String: String]
  private let bySense: [Sense: String]

  init(of actors: [NetworkActor]) {
    let kinds = Set(actors.compactMap(\.kind)).sorted().map(\.rawValue)
    own = Dictionary(kinds.map { (ActorKind.plainSpelling(of: $0), $0) }) { first, _ in first }
    var bySense: [Sense: String] = [:]
    for sense in Sense.allCases {
      let known = kinds.filter { Sense(of: $0) == sense }
      let shared = sense.kind.rawValue
      if known.contains(shared) || (known.isEmpty && sense != .university) {
        bySense[sense] = shared
      } else if known.isEmpty {
        bySense[sense] = bySense[.researchInstitute]
      } else if known.count == 1 {
        bySense[sense] = known[0]
      }
    }
    self.bySense = bySense
  }

  /// The kind of actor a label names: `SME`, `large firms`, `Forschungseinrichtungen`.
  func kind(named label: String) -> String? {
    let word = ActorKind.plainSpelling(of: label)
    var spellings = [word]
    if word.hasSuffix("s") { spellings.append(String(word.dropLast())) }
    if word.hasSuffix("ies") { spellings.append(word.dropLast(3) + "y") }
    return spellings.lazy.compactMap { own[$0] }.first ?? Sense(of: label).flatMap { bySense[$0] }
  }

  /// Whether a label is the very word for a kind, so that nobody needs to look at it.
  static func isWord(_ label: String, for kind: String) -> Bool {
    ActorKind.plainSpelling(of: label) == ActorKind.plainSpelling(of: kind)
  }
}

/// What words for kinds mean; universities come behind the research institutes that stand in for them.
private enum Sense: CaseIterable {
  case sme, largeFirm, researchInstitute, university, clusterManagement

  /// What a label means.
  ///
  /// A legal form counts, for "SME GmbH" is a firm.
  init?(of label: String) {
    guard let sense = Self.senses[NormalisedName(label, keepsLegalForm: true)] else { return nil }
    self = sense
  }

  /// The kind that cluster studies share.
  var kind: ActorKind {
    switch self {
    case .sme: .sme
    case .largeFirm: .largeFirm
    case .researchInstitute: .researchInstitute
    case .university: "university"
    case .clusterManagement: .clusterManagement
    }
  }

  private static let senses: [NormalisedName: Sense] = Dictionary(
    allCases.flatMap { sense in sense.words.map { (NormalisedName($0, keepsLegalForm: true), sense) } }
  ) { first, _ in first }

  /// Their spellings; letter case, hyphens, `&` and the accents of umlauts do not count.
  private var words: [String] {
    switch self {
    case .sme:
      [
        "sme", "smes", "small and medium-sized enterprise", "small and medium-sized enterprises",
        "small or medium-sized enterprise", "small or medium-sized enterprises", "small and medium enterprises",
        "small and medium-sized firms", "small and medium-sized companies", "small firm", "small firms", "KMU", "KMUs",
        "kleine und mittlere Unternehmen", "kleines oder mittleres Unternehmen", "kleine oder mittlere Unternehmen",
        "kleine und mittelgroße Unternehmen", "kleine und mittelständische Unternehmen",
        "Klein- und Mittelunternehmen", "Klein- und Mittelbetriebe", "mittelständische Unternehmen", "Mittelstand",
      ]
    case .largeFirm:
      [
        "large firm", "large firms", "lf", "large company", "large companies", "large enterprise", "large enterprises",
        "big firms", "big companies", "GU", "Großunternehmen", "große Unternehmen", "Großbetrieb", "Großbetriebe",
        "große Firmen",
      ]
    case .researchInstitute:
      [
        "research institute", "research institutes", "research institution", "research institutions",
        "research organisation", "research organisations", "research organization", "research organizations",
        "research centre", "research centres", "research center", "research centers", "Forschungseinrichtung",
        "Forschungseinrichtungen", "Forschungsinstitut", "Forschungsinstitute", "Forschungsinstitution",
        "Forschungsinstitutionen", "Forschungszentrum", "Forschungszentren",
        "außeruniversitäre Forschungseinrichtungen",
        "Hochschulen und Forschungseinrichtungen", "universities and research institutes",
      ]
    case .university:
      [
        "university", "universities", "college", "colleges", "higher education", "Hochschule", "Hochschulen",
        "Universität", "Universitäten", "Fachhochschule", "Fachhochschulen", "Universitäten und Hochschulen",
      ]
    case .clusterManagement:
      [
        "cluster management", "cluster managements", "cluster manager", "cluster managers", "cluster office",
        "cluster offices", "cluster organisation", "cluster organisations", "cluster organization",
        "cluster organizations", "cluster management organisation", "cluster management organisations",
        "Clustermanagement", "Clustermanagements", "Clustermanager", "Clusterbüro", "Clustergeschäftsstelle",
        "Clusterorganisation", "Clusterorganisationen",
      ]
    }
  }
}

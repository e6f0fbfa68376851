internal import ClusterSurveys
internal import KnowledgeNetworks

/// A kind, topic, channel or range by which a table of the survey is broken down; `(all)` for all of them together.
public enum SurveyCategory: Hashable, Sendable {
  /// All together, those that are not stated included.
  case all
  /// One that the data name.
  case named(String)
  /// Not stated.
  case unstated

  /// The most of one sort that tables break down by; of more, those that most respondents name.
  public static let mostShown = 30

  static let allLabel = "(all)"

  init(_ name: String?) { self = name.map(Self.named) ?? .unstated }

  /// What the data call it; `nil` for all and for what is not stated.
  var name: String? { if case .named(let name) = self { name } else { nil } }

  /// What a picture or a report calls it.
  var words: Paragraph {
    switch self {
    case .all: "all"
    // What the library itself calls answers and ranges is words of ours.
    case .named(let name) where SurveyTieFinding.isKnown(name): Paragraph(ours: name)
    case .named(let name): TieScope.allScopes.first { $0.label == name }?.words ?? "\(name: name)"
    case .unstated: "not stated"
    }
  }

  /// The cell that names it: empty where nothing is stated.
  var cell: Cell { self == .all ? .word(Self.allLabel) : .text(name) }

  /// All, then those named in their order, then what is not stated.
  static func precedes(_ left: SurveyCategory, _ right: SurveyCategory) -> Bool {
    if let one = left.name, let other = right.name { return NaturalOrder.precedes(one, other) }
    return left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .all: 0
    case .named: 1
    case .unstated: 2
    }
  }

  /// What a table is broken down by: all together and, where any is named, each one, of more than ``mostShown`` those that
  /// occur most often.
  static func shown(_ counts: [SurveyCategory: Int]) -> (categories: [SurveyCategory], leftOut: Int) {
    let named = counts.filter { $0.key.name != nil }
    guard !named.isEmpty else { return ([.all], 0) }
    let most = named.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostShown).map(\.key).sorted()
    return ([.all] + most + (counts[.unstated] == nil ? [] : [.unstated]), named.count - most.count)
  }
}

extension SurveyCategory: Comparable {
  /// All, then those named in natural order, then what is not stated.
  public static func < (left: SurveyCategory, right: SurveyCategory) -> Bool { precedes(left, right) }
}

extension SurveyCategory: Codable {
  /// Reads its name, `(all)`, or nothing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = container.decodeNil() ? nil : try container.decode(String.self)
    self = name == Self.allLabel ? .all : SurveyCategory(name)
  }

  /// Writes its name, `(all)`, or nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let name = self == .all ? Self.allLabel : name { try container.encode(name) } else { try container.encodeNil() }
  }
}

extension TableColumn {
  static func category(_ heading: String, _ category: @escaping @Sendable (Row) -> SurveyCategory?) -> Self {
    Self(heading, .text) { category($0)?.cell ?? .undefined }
  }

  /// A share that was counted, each heading after a prefix: how many, of how many, the share with Wilson's 95 % interval,
  /// and whether so few stand behind it that readers may recognise them; empty where it is withheld.
  static func shares(_ prefix: String = "", _ share: @escaping @Sendable (Row) -> ObservedShare?) -> [Self] {
    let share = { @Sendable (row: Row) in share(row)?.shown }
    return [
      .count(prefix + "n") { share($0)?.count }, .count(prefix + "of") { share($0)?.total },
      .share(prefix + "share") { share($0)?.value }, .share(prefix + "from") { share($0)?.interval?.lowerBound },
      .share(prefix + "to") { share($0)?.interval?.upperBound }, .yesOrNo(prefix + "small") { share($0)?.isSmall },
    ]
  }
}

extension NetworkActor {
  /// Its kind, as tables of the survey are broken down by it.
  var kindCategory: SurveyCategory { SurveyCategory(kind?.rawValue) }
}

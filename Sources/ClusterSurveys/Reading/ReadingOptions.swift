public import DataFiles
public import Foundation
public import KnowledgeNetworks

/// Which side of a square matrix knowledge comes from.
public enum MatrixRows: String, Hashable, Codable, Sendable, CaseIterable {
  /// The actor of a row gives to those of the columns.
  case give
  /// The actor of a row receives from those of the columns, as where rows say whom their actors ask.
  case receive
}

/// How files are read where they do not follow the canonical headings, and what their numbers mean.
public struct ReadingOptions: Hashable, Sendable {
  /// The actor file, where it does not lie in the study folder.
  public var actorsFile: URL?
  /// The heading of the giver in the file of ties.
  public var sourceColumn: String?
  /// The heading of the receiver in the file of ties.
  public var targetColumn: String?
  /// The heading of the weight in the file of ties.
  public var weightColumn: String?
  /// The heading of the identifier in the actor file.
  public var idColumn: String?
  /// The heading of the name in the actor file.
  public var nameColumn: String?
  /// The heading of the kind in the actor file.
  public var kindColumn: String?
  /// The heading of the cluster in the actor file.
  public var clusterColumn: String?
  /// The heading of the region in the actor file.
  public var regionColumn: String?
  /// The heading of the country in the actor file.
  public var countryColumn: String?
  /// Whether the first line holds headings; a list without is one of ties: giver, receiver and, if there is a third
  /// column, weight.
  public var hasHeading = true
  /// Which side of a square matrix knowledge comes from.
  public var matrixRows = MatrixRows.give
  /// Whether ties run from source to target only.
  public var isDirected = true
  /// What weights say.
  public var weightMeaning = WeightMeaning.none
  /// How ties are made of a list of members; by default, co-membership where a study has no ties and claims of its own,
  /// else none.
  public var membershipTies: MembershipTies?
  /// What separates cells; detected file by file if `nil`.
  public var delimiter: Delimiter?
  /// How bytes are letters; detected file by file if `nil`.
  public var encoding: TextEncoding?
  /// The decimal sign; detected column by column if `nil`.
  public var decimalSign: DecimalSign?

  /// Makes options that detect everything and expect canonical headings.
  public init() {}

  private static let columns: [String: any KeyPath<ReadingOptions, String?> & Sendable] = [
    "source": \.sourceColumn, "target": \.targetColumn, "weight": \.weightColumn, "id": \.idColumn,
    "name": \.nameColumn, "kind": \.kindColumn, "cluster": \.clusterColumn, "region": \.regionColumn,
    "country": \.countryColumn,
  ]

  /// Whether a heading can be chosen for a canonical column.
  static func canName(_ column: String) -> Bool { columns[column] != nil }

  /// The heading chosen for a canonical column.
  func heading(for column: String) -> String? { Self.columns[column].flatMap { self[keyPath: $0] } }
}

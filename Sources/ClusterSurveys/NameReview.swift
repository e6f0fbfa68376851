internal import DataFiles
public import KnowledgeNetworks

/// The labels of a study that a person should look at: unmatched names, near matches, and what was taken for a group or
/// for an actor without being plainly one.
///
/// Nothing is joined by it. Filled in and put into the study folder as `name-review.csv` (or given beside the other
/// files), it is read as aliases: under `decision` stands
///
/// - `same`: the label means the actor under `actor`;
/// - `different`: it does not mean that actor;
/// - `several`: it means the actors under `actor`, their identifiers separated by `|`, and each becomes a claim;
/// - `group`: it names the kind under `actor`;
/// - `none`: it means nobody known and stays text for good;
/// - nothing: that is still open.
///
/// Where `actor` is left empty, `same`, `different` and `several` mean what stands under `nearest`, and `group` what
/// stands under `stands_for`. Labels that were decided are not listed again, unless they are still text.
///
/// Properties:
/// - The entries are the same for any order of the rows, but for their lines.
/// - A review in which nothing is filled in changes nothing.
public struct NameReview: Hashable, Codable, Sendable {
  /// What a label was read as.
  public enum Reading: String, Hashable, Codable, Sendable, CaseIterable {
    /// Words that match no actor and no group.
    case text
    /// A kind of actor, named in the plural or by another word.
    case group
    /// An actor: one whose normalised name is equal, or one of its own though another is spelt nearly the same.
    case actor
  }

  /// One label.
  public struct Entry: Hashable, Codable, Sendable {
    /// The label as it stands in the data.
    public let label: String
    /// Where it stands first.
    public let place: Place
    /// How many claims or ties name it.
    public let count: Int
    /// What it was read as.
    public let reading: Reading
    /// The kind or the identifier of the actor that it was read as; `nil` for text.
    public let standsFor: String?
    /// The identifier of the most similar actor; `nil` where there is none.
    ///
    /// Where the label consists of the identifiers of several, between `;`, `,`, `/`, `|`, `+` or `&`: all of them,
    /// with `|` between.
    public let nearest: String?
    /// The name of that actor.
    public let nearestName: String?
    /// How similar the label is to its identifier or name, from 0 to 1, in thousandths.
    ///
    /// The Jaro–Winkler similarity of the normalised names with their words in ascending order. No value is safe:
    /// different firms reach 0.9, and one known by its initials stays below 0.6.
    public let score: Double?
  }

  /// The labels, ascending.
  public let entries: [Entry]

  init(entries: [Entry] = []) { self.entries = entries }

  /// Whether no label needs to be looked at.
  public var isEmpty: Bool { entries.isEmpty }

  /// What the file is called in a study folder.
  public static let fileName = "name-review.csv"

  /// The headings of the file.
  public static let headings = [
    "label", "file", "line", "claims", "read_as", "stands_for", "nearest", "nearest_name", "score", "actor", "decision",
  ]

  /// The file, with the last two columns empty, ready to be filled in: CSV (RFC 4180), UTF-8, comma, LF.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var csv: String {
    var bytes: [UInt8] = []
    bytes.append(row: Self.headings)
    for entry in entries {
      let texts = [entry.label, entry.place.file ?? ""].map(\.maskedFormula)
      let numbers = ["\(entry.place.line ?? 0)", "\(entry.count)", entry.reading.rawValue]
      let names = [entry.standsFor, entry.nearest, entry.nearestName].map { ($0 ?? "").maskedFormula }
      bytes.append(row: texts + numbers + names + [entry.score.map { "\($0)" } ?? "", "", ""])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

public import ClusterSurveys
internal import DataFiles
public import StudyFindings

/// What went into an output folder: enough to make the same bytes again.
///
/// It holds no time, no machine and no path but those the user gave, so the same input gives the same manifest.
public struct Manifest: Hashable, Sendable {
  /// The file's name in an output folder.
  public static let fileName = "manifest.json"
  /// What ``program`` says in every manifest of ours.
  static let program = "buzzline"

  /// How claims became ties, where claims were read.
  public var rule: String?
  /// The options that had a say, in the order the command lists them.
  public var options: [JSONValue.Member]
  /// The seed of all chance.
  public var seed: UInt64
  /// The files read, with digest and rows.
  public var inputs: [FileAccount]
  /// The version of igraph that computed; `nil` where it had no part.
  public var igraphVersion: String?
  /// The names of the files beside the manifest; filled in when they are written.
  public internal(set) var outputs: [String] = []

  /// Makes a manifest.
  public init(
    rule: String? = nil, options: [JSONValue.Member] = [], seed: UInt64, inputs: [FileAccount],
    igraphVersion: String? = nil
  ) {
    self.rule = rule
    self.options = options
    self.seed = seed
    self.inputs = inputs
    self.igraphVersion = igraphVersion
  }

  /// The manifest as a JSON value.
  public var json: JSONValue {
    [
      "program": .text(Self.program),
      "version": .text(BuzzlineVersion.current),
      "igraph": JSONValue(igraphVersion),
      "rule": JSONValue(rule),
      "seed": JSONValue(seed: seed),
      "options": .object(options),
      "inputs": .list(inputs.map(Self.json)),
      "outputs": .list(outputs.map(JSONValue.text)),
    ]
  }

  private static func json(_ account: FileAccount) -> JSONValue {
    let reasons = account.rowsSetAside.sorted { $0.key < $1.key }
    return [
      "file": .text(account.file),
      "role": .text(account.role),
      "sha256": .text(account.digest),
      "rows": .count(account.rowsRead),
      "rowsUsed": .count(account.rowsUsed),
      "rowsSetAside": .object(reasons.map { JSONValue.Member($0.key, .count($0.value)) }),
      "encoding": .text(account.format.encoding.rawValue),
      "delimiter": JSONValue(account.format.delimiter?.rawValue),
      "decimalSign": JSONValue(account.format.decimalSign?.rawValue),
      "unreadColumns": .list(account.format.unreadColumns.map(JSONValue.text)),
    ]
  }
}

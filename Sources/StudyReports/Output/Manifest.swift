public import ClusterSurveys
internal import DataFiles
public import StudyFindings

/// What went into an output folder: enough to make the same bytes again.
///
/// It holds no time, no machine and no path but those the user gave, so the same input gives the same manifest.
public struct Manifest: Hashable, Codable, Sendable {
  /// The file's name in an output folder.
  public static let fileName = "manifest.json"
  /// What ``program`` says in every manifest of ours.
  static let ownProgram = "buzzline"

  /// Which program wrote the folder.
  public let program: String
  /// The version of the program.
  public let version: String
  /// How claims became ties, where claims were read.
  public var rule: String?
  /// The options that had a say.
  public var options: [String: JSONValue]
  /// The seed of all chance.
  public var seed: UInt64
  /// The files read, with digest and rows.
  public var inputs: [FileAccount]
  /// The version of igraph that computed; `nil` where it had no part.
  public var igraph: String?
  /// The names of the files beside the manifest; filled in when they are written.
  public internal(set) var outputs: [String] = []

  /// Makes a manifest.
  public init(
    rule: String? = nil, options: [String: JSONValue] = [:], seed: UInt64, inputs: [FileAccount],
    igraph: String? = nil
  ) {
    (program, version) = (Self.ownProgram, BuzzlineVersion.current)
    self.rule = rule
    self.options = options
    self.seed = seed
    self.inputs = inputs
    self.igraph = igraph
  }
}

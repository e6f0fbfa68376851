public import ClusterSurveys
internal import DataFiles
internal import Foundation
public import KnowledgeNetworks
public import StudyFindings

/// One file to be written: its name and its text.
public struct OutputFile: Hashable, Sendable {
  /// The name in the folder; no path.
  public let name: String
  /// The text, written as UTF-8.
  public let contents: String

  /// Makes a file.
  public init(_ name: String, _ contents: String) {
    precondition(Self.isPlain(name), "'\(name)' is no plain file name")
    (self.name, self.contents) = (name, contents)
  }

  fileprivate static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
  }
}

/// One file to be written piece by piece, because it may be too large to stand in memory.
public struct StreamedFile: Sendable {
  /// Takes the next bytes of the file.
  public typealias Sink = (_ bytes: [UInt8]) -> Void

  /// The name in the folder; no path.
  public let name: String
  /// Hands the file over from its first byte to its last.
  let pour: @Sendable (Sink) throws(BuzzlineError) -> Void

  /// Makes a file.
  ///
  /// - Parameters:
  ///   - name: The name in the folder.
  ///   - pour: Hands all bytes to the sink, in order.
  public init(_ name: String, pour: @escaping @Sendable (Sink) throws(BuzzlineError) -> Void) {
    precondition(OutputFile.isPlain(name), "'\(name)' is no plain file name")
    (self.name, self.pour) = (name, pour)
  }

  init(_ file: OutputFile) { self.init(file.name) { sink in sink(Array(file.contents.utf8)) } }
}

/// A file that takes bytes one piece after the other; from the first refusal on it only counts them.
struct FileStream {
  /// How many bytes were taken, written or not.
  private(set) var size = 0
  private var descriptor: Int32 = -1
  private var failure: SystemReason?

  /// Opens a new or existing file, or only counts.
  init(_ path: String, isCounting: Bool = false) {
    guard !isCounting else { return }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { failure = .last }
  }

  mutating func take(_ bytes: [UInt8]) {
    size += bytes.count
    guard descriptor >= 0, failure == nil else { return }
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let step = write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
        if step >= 0 {
          written += step
        } else if errno != EINTR {
          failure = .last
          return
        }
      }
    }
  }

  /// Closes the file; why it could not be written, if so.
  mutating func finish() -> SystemReason? {
    if descriptor >= 0 && close(descriptor) != 0 && failure == nil { failure = .last }
    descriptor = -1
    return failure
  }
}

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
    rule: String? = nil, options: [String: JSONValue] = [:], seed: UInt64, inputs: [FileAccount], igraph: String? = nil
  ) {
    (program, version) = (Self.ownProgram, BuzzlineVersion.current)
    (self.rule, self.options, self.seed, self.inputs, self.igraph) = (rule, options, seed, inputs, igraph)
  }
}

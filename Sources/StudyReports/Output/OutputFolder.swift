internal import Foundation
public import KnowledgeNetworks
internal import StudyFindings

/// A folder of findings that is there whole or not at all.
///
/// The files are written into a hidden folder beside the target, on the same file system, which then takes the
/// target's name. An empty folder or an earlier output of Buzzline is replaced; anything else is left alone and is an
/// error. After an error or a cancelled task the target is as it was, and nothing of ours is left beside it.
public struct OutputFolder: Hashable, Sendable {
  /// The path as the user gave it.
  public let path: String

  /// Names a folder; nothing is touched yet.
  public init(_ path: String) { self.path = path }

  /// Makes sure that the folder may be made or replaced, so that long work does not end in an avoidable error.
  ///
  /// - Throws: `BuzzlineError` with code `.cannotWrite` if the path is a file, holds what Buzzline did not write, or
  ///   lies below a file; with `.invalidOptions` if it is empty or a folder the process works in.
  public func validate() throws(BuzzlineError) {
    guard !path.isEmpty else { throw BuzzlineError(.invalidOptions, "The name of the output folder is empty.") }
    let target = TargetPath(path)
    if target.holdsWorkingFolder {
      throw BuzzlineError(
        .invalidOptions, "Cannot replace '\(path)', as it is or holds the folder you work in; name a folder inside it.")
    }
    if let file = target.fileInTheWay { throw .cannotWrite(file, because: SystemReason(number: ENOTDIR)) }
    if let stranger = target.stranger {
      throw BuzzlineError(
        .cannotWrite,
        "Cannot replace '\(path)', as it holds '\(SafeText.name(stranger))', which Buzzline did not write.")
    }
  }

  /// Writes the files and their manifest, all or nothing.
  ///
  /// - Throws: `BuzzlineError` as ``validate()`` does, with code `.cannotWrite` if the system refuses
  ///   (of a full disk the message says how much room all files need), and with `.cancelled` if the task is cancelled.
  /// - Complexity: O(size of the files) time.
  public func write(_ files: [OutputFile], manifest: Manifest) throws(BuzzlineError) {
    try write(streamed: files.map(StreamedFile.init), manifest: manifest)
  }

  /// Writes files that are made while they are written, and their manifest, all or nothing.
  ///
  /// - Throws: As ``write(_:manifest:)``.
  /// - Complexity: O(size of the files) time, O(the largest piece) space.
  public func write(streamed files: [StreamedFile], manifest: Manifest) throws(BuzzlineError) {
    try validate()
    var manifest = manifest
    manifest.outputs = files.map(\.name) + [Manifest.fileName]
    precondition(Set(manifest.outputs).count == manifest.outputs.count, "two output files have the same name")
    let staging = try StagingFolder(for: TargetPath(path), shownAs: path, in: .shared)
    do {
      try staging.write(files + [StreamedFile(OutputFile(Manifest.fileName, manifest.jsonText))])
      try staging.takeName()
    } catch {
      staging.abandon()
      throw error
    }
  }

  /// Removes what every unfinished ``write(_:manifest:)`` of the process has staged.
  ///
  /// For the last moments of a process that was told to stop. A folder that is just being put in place is waited for.
  /// It takes a lock and memory, so call it from an ordinary thread such as a dispatch source's, not from inside a
  /// signal handler.
  public static func abandonAll() { StagingRegistry.shared.abandonAll() }
}

/// Where an output folder goes, free of symbolic links, and what is there already.
struct TargetPath {
  let path: String

  init(_ path: String) { self.path = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path }

  var parent: String { URL(filePath: path).deletingLastPathComponent().path }
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether replacing the folder would pull the ground from under the process.
  var holdsWorkingFolder: Bool {
    let working = TargetPath(FileManager.default.currentDirectoryPath).path
    return exists && (working == path || working.hasPrefix(path.hasSuffix("/") ? path : path + "/"))
  }

  /// The file that stands where a folder of the path should be.
  var fileInTheWay: String? {
    var folder = path
    while folder != "/" {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
        return isFolder.boolValue ? nil : folder
      }
      folder = URL(filePath: folder).deletingLastPathComponent().path
    }
    return nil
  }

  /// The first entry of the folder that no manifest of ours lists; `nil` where the folder may be replaced.
  var stranger: String? {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return Set(entries).subtracting(earlierOutputs + [".DS_Store"]).min()
  }

  private var earlierOutputs: [String] {
    guard let bytes = FileManager.default.contents(atPath: path + "/" + Manifest.fileName),
      let earlier = try? JSONDecoder().decode(EarlierManifest.self, from: bytes),
      earlier.program == Manifest.ownProgram
    else { return [] }
    return earlier.outputs
  }
}

/// What an earlier manifest says of its folder.
private struct EarlierManifest: Decodable {
  let program: String
  let outputs: [String]
}

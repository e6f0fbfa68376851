internal import Foundation

/// Where an output folder goes, free of symbolic links, and what is there already.
struct TargetPath: Hashable {
  let path: String

  /// Follows the links of the part of a path that exists.
  init(_ path: String) {
    self.path = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

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
    let ours = Set(earlierOutputs).union([".DS_Store"])
    return entries.filter { !ours.contains($0) }.min()
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

internal import Foundation

/// Every staging folder that exists now, so that a process that must stop can remove them all.
///
/// `@unchecked Sendable` holds because the only stored state that changes is read and written under the lock. Putting
/// a finished folder in place happens under it too: an emergency exit comes before or after, never between.
final class StagingRegistry: @unchecked Sendable {
  /// The registry of the process.
  static let shared = StagingRegistry()

  private let lock = NSLock()
  /// Each staging folder with the parents made for it, outermost first.
  private var folders: [String: [String]] = [:]
  private var lastNumber = 0

  /// Whether a folder is still waiting, neither placed nor abandoned.
  func holds(_ folder: String) -> Bool { lock.withLock { folders[folder] != nil } }

  /// Makes a hidden folder inside a parent, and the parent where it is missing.
  func makeFolder(in parent: String) throws(SystemReason) -> String {
    lock.lock()
    defer { lock.unlock() }
    let parents = try Self.makeFolders(downTo: parent)
    do {
      let folder = try makeUnusedFolder(in: parent)
      folders[folder] = parents
      return folder
    } catch {
      Self.removeEmpty(parents)
      throw error
    }
  }

  /// Moves a finished folder to its target.
  ///
  /// - Returns: Whether the folder was still there to be moved.
  func place(_ folder: String, at target: TargetPath) throws(SystemReason) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    guard folders[folder] != nil else { return false }
    if target.exists {
      try replace(target, with: folder)
    } else if rename(folder, target.path) != 0 {
      throw .last
    }
    folders[folder] = nil
    return true
  }

  /// Removes a folder and the parents made for it, if it still waits.
  func abandon(_ folder: String) { lock.withLock { discard(folder) } }

  /// Removes every waiting folder; whoever still writes into one fails with an interruption.
  func abandonAll() { lock.withLock { folders.keys.sorted().forEach(discard) } }
}

// Called with the lock held.
extension StagingRegistry {
  /// Moves the old folder out of the way, the new one in, and deletes the old; if the second step fails, the first is
  /// taken back.
  private func replace(_ target: TargetPath, with folder: String) throws(SystemReason) {
    let aside = try makeUnusedFolder(in: target.parent)
    guard rename(target.path, aside) == 0 else {
      let reason = SystemReason.last
      rmdir(aside)
      throw reason
    }
    guard rename(folder, target.path) == 0 else {
      let reason = SystemReason.last
      rename(aside, target.path)
      throw reason
    }
    try? FileManager.default.removeItem(atPath: aside)
  }

  private func discard(_ folder: String) {
    guard let parents = folders.removeValue(forKey: folder) else { return }
    // A writer that is not done finds no folder under the old name and cannot fill it while it is being emptied.
    let doomed = folder + "-gone"
    try? FileManager.default.removeItem(atPath: rename(folder, doomed) == 0 ? doomed : folder)
    Self.removeEmpty(parents)
  }

  private func makeUnusedFolder(in parent: String) throws(SystemReason) -> String {
    while true {
      lastNumber += 1
      let folder = "\(parent)/.buzzline-\(getpid())-\(lastNumber)"
      if mkdir(folder, 0o777) == 0 { return folder }
      guard errno == EEXIST else { throw .last }
    }
  }

  private static func makeFolders(downTo folder: String) throws(SystemReason) -> [String] {
    var missing: [String] = []
    var next = folder
    while !FileManager.default.fileExists(atPath: next), next != "/" {
      missing.append(next)
      next = URL(filePath: next).deletingLastPathComponent().path
    }
    var made: [String] = []
    for folder in missing.reversed() {
      if mkdir(folder, 0o777) == 0 {
        made.append(folder)
      } else if errno != EEXIST {
        let reason = SystemReason.last
        removeEmpty(made)
        throw reason
      }
    }
    return made
  }

  private static func removeEmpty(_ folders: [String]) {
    for folder in folders.reversed() { rmdir(folder) }
  }
}

internal import Foundation
internal import KnowledgeNetworks

/// A hidden folder beside the target in which files wait until all are written.
struct StagingFolder {
  private let target: TargetPath
  private let shownPath: String
  private let path: String
  private let registry: StagingRegistry

  /// Makes the folder, and the target's parents where they are missing.
  init(for target: TargetPath, shownAs shownPath: String, in registry: StagingRegistry) throws(BuzzlineError) {
    (self.target, self.shownPath, self.registry) = (target, shownPath, registry)
    do { path = try registry.makeFolder(in: target.parent) } catch { throw .cannotWrite(shownPath, because: error) }
  }

  /// When the disk is full, the rest is made all the same and counted, so that the error can say how much is needed.
  func write(_ files: [StreamedFile]) throws(BuzzlineError) {
    var needed = 0
    var failure: (name: String, reason: SystemReason)?
    for file in files {
      if Task.isCancelled || !registry.holds(path) { throw .cancelledWriting(shownPath) }
      var stream = FileStream(path + "/" + file.name, isCounting: failure != nil)
      do throws(BuzzlineError) { try file.pour { stream.take($0) } } catch {
        _ = stream.finish()
        throw error.code == .cancelled ? .cancelledWriting(shownPath) : error
      }
      if let reason = stream.finish(), failure == nil { failure = (file.name, reason) }
      guard registry.holds(path) else { throw .cancelledWriting(shownPath) }
      needed += stream.size
      if let failure, !failure.reason.isLackOfRoom { break }
    }
    if let failure { throw .cannotWrite(shownPath + "/" + failure.name, because: failure.reason, neededBytes: needed) }
  }

  /// Gives the folder the target's name, in place of what may be replaced there.
  func takeName() throws(BuzzlineError) {
    if Task.isCancelled { throw .cancelledWriting(shownPath) }
    let isPlaced: Bool
    do { isPlaced = try registry.place(path, at: target) } catch { throw .cannotWrite(shownPath, because: error) }
    guard isPlaced else { throw .cancelledWriting(shownPath) }
  }

  func abandon() { registry.abandon(path) }
}

/// Every staging folder that exists now, so that a process that must stop can remove them all.
///
/// `@unchecked Sendable` holds because the only stored state that changes is read and written under the lock. Putting
/// a finished folder in place happens under it too: an emergency exit comes before or after, never between.
final class StagingRegistry: @unchecked Sendable {
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

  /// Moves a finished folder to its target; whether it was still there to be moved.
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

  // What follows is called with the lock held.

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

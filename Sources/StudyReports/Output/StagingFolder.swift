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
    do {
      path = try registry.makeFolder(in: target.parent)
    } catch {
      throw .cannotWrite(shownPath, because: error)
    }
    self.target = target
    self.shownPath = shownPath
    self.registry = registry
  }

  /// Writes files into the folder.
  ///
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
    if let failure {
      throw .cannotWrite(shownPath + "/" + failure.name, because: failure.reason, neededBytes: needed)
    }
  }

  /// Gives the folder the target's name, in place of what may be replaced there.
  func takeName() throws(BuzzlineError) {
    if Task.isCancelled { throw .cancelledWriting(shownPath) }
    let isPlaced: Bool
    do {
      isPlaced = try registry.place(path, at: target)
    } catch {
      throw .cannotWrite(shownPath, because: error)
    }
    guard isPlaced else { throw .cancelledWriting(shownPath) }
  }

  /// Removes the folder and the parents made for it.
  func abandon() { registry.abandon(path) }
}

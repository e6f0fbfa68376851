internal import Foundation

/// A hidden folder beside the target in which files wait until all are written.
struct StagingFolder {
  private let target: TargetPath
  private let shownPath: String
  private let path: String
  private let registry: StagingRegistry

  /// Makes the folder, and the target's parents where they are missing.
  init(for target: TargetPath, shownAs shownPath: String, in registry: StagingRegistry) throws(StudyError) {
    do {
      path = try registry.makeFolder(in: target.parent)
    } catch {
      throw .cannotWrite(shownPath, because: error)
    }
    self.target = target
    self.shownPath = shownPath
    self.registry = registry
  }

  /// Writes a file into the folder.
  func write(_ file: OutputFile) throws(StudyError) {
    if Task.isCancelled || !registry.holds(path) { throw .interruptedWriting(shownPath) }
    do {
      try Self.write(file.contents, to: path + "/" + file.name)
    } catch {
      throw registry.holds(path)
        ? .cannotWrite(shownPath + "/" + file.name, because: error) : .interruptedWriting(shownPath)
    }
  }

  /// Writes a text to a new or existing file.
  static func write(_ contents: String, to path: String) throws(SystemReason) {
    do {
      try Data(contents.utf8).write(to: URL(filePath: path))
    } catch {
      throw SystemReason(error)
    }
  }

  /// Gives the folder the target's name, in place of what may be replaced there.
  func takeName() throws(StudyError) {
    if Task.isCancelled { throw .interruptedWriting(shownPath) }
    let isPlaced: Bool
    do {
      isPlaced = try registry.place(path, at: target)
    } catch {
      throw .cannotWrite(shownPath, because: error)
    }
    guard isPlaced else { throw .interruptedWriting(shownPath) }
  }

  /// Removes the folder and the parents made for it.
  func abandon() { registry.abandon(path) }
}

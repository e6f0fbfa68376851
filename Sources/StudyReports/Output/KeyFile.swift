public import ClusterSurveys
internal import Foundation
public import KnowledgeNetworks

extension Pseudonyms {
  /// Makes sure that the key may be written, before long work.
  ///
  /// - Parameter folder: The findings, beside which the key goes, so that the folder can be handed on.
  /// - Throws: `BuzzlineError` with code `.cannotWrite` if another key lies there already: without it, what was handed on
  ///   under its codes could not be read again.
  public func validate(beside folder: OutputFolder) throws(BuzzlineError) {
    let path = path(beside: folder)
    guard let there = FileManager.default.contents(atPath: path), there != Data(csv.utf8) else { return }
    throw BuzzlineError(
      .cannotWrite, "'\(path)' is already there and is not the key to these codes; move it, or name another folder.")
  }

  /// Writes the key beside a folder of findings, as ``fileName``.
  ///
  /// - Returns: Where it lies.
  /// - Throws: As ``validate(beside:)``, and if the system refuses.
  public func write(beside folder: OutputFolder) throws(BuzzlineError) -> String {
    try validate(beside: folder)
    let path = path(beside: folder)
    do {
      try Data(csv.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw BuzzlineError(.cannotWrite, "'\(path)' cannot be written; the codes in '\(folder.path)' have no key.")
    }
    return path
  }

  private func path(beside folder: OutputFolder) -> String {
    let parent = URL(filePath: folder.path).deletingLastPathComponent().relativePath
    return parent == "." || parent.isEmpty ? Self.fileName : parent + "/" + Self.fileName
  }
}

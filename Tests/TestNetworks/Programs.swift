import Foundation

/// Programs of the machine that some tests need and can do without.
public enum Programs {
  /// Where the first of some programs lies that the machine has; `nil` where it has none of them.
  public static func path(of names: String...) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

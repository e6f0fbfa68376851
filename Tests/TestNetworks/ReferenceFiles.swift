public import Foundation
public import Testing

/// Where numbers made by other programs lie.
public enum ReferenceFiles {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The drawer of reference data that ships with the tests.
  public static let drawer = root.appending(path: "Tests/ReferenceData")

  /// The folder of studies that ship with the project.
  public static let examples = root.appending(path: "examples")

  /// The rows of a file that another program wrote, below its heading; none holds a comma in quotes.
  public static func rows(of file: URL) throws -> [[String]] { Array(try cells(of: file).dropFirst()) }

  /// The same with the heading as first row.
  public static func cells(of file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).filter { $0 != "\"" }.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The shared folder of real networks beside the checkout, `nil` where there is none: tests that need it are skipped.
  public static let sharedData: URL? = {
    let folder = root.deletingLastPathComponent().appending(path: "shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, and says so, where the real networks do not lie beside the checkout.
  public static var needsSharedData: ConditionTrait {
    .enabled(if: ReferenceFiles.sharedData != nil, "The shared folder of real networks is not beside the checkout.")
  }
}

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

/// One file to be written: its name and its text.
public struct OutputFile: Hashable, Sendable {
  /// The name in the folder; no path.
  public let name: String
  /// The text, written as UTF-8.
  public let contents: String

  /// Makes a file.
  public init(_ name: String, _ contents: String) {
    precondition(Self.isPlain(name), "'\(name)' is no plain file name")
    self.name = name
    self.contents = contents
  }

  static func isPlain(_ name: String) -> Bool { !name.isEmpty && !name.contains("/") && !name.hasPrefix(".") }
}

public import KnowledgeNetworks

/// One file to be written piece by piece, because it may be too large to stand in memory.
public struct StreamedFile: Sendable {
  /// Takes the next bytes of the file.
  public typealias Sink = (_ bytes: [UInt8]) -> Void

  /// The name in the folder; no path.
  public let name: String
  /// Hands the file over from its first byte to its last.
  let pour: @Sendable (Sink) throws(BuzzlineError) -> Void

  /// Makes a file.
  ///
  /// - Parameters:
  ///   - name: The name in the folder.
  ///   - pour: Hands all bytes to the sink, in order.
  public init(_ name: String, pour: @escaping @Sendable (Sink) throws(BuzzlineError) -> Void) {
    precondition(OutputFile.isPlain(name), "'\(name)' is no plain file name")
    self.name = name
    self.pour = pour
  }

  /// A text that stands in memory.
  init(_ file: OutputFile) {
    self.init(file.name) { sink in sink(Array(file.contents.utf8)) }
  }
}

internal import IGraph
public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// An argument or the network is outside what the measure is defined for.
  public static let invalidInput = Self("invalidInput", .data)
  /// The engine that computes the measure reported a failure.
  public static let engine = Self("engine", .fault)
}

extension BuzzlineError {
  /// What igraph reported, as an error of the library.
  init(_ error: IGraphError) {
    let codes: [IGraphError.Code: Code] = [
      .invalidInput: .invalidInput, .cancelled: .cancelled, .outOfMemory: .outOfMemory,
    ]
    self.init(
      codes[error.code] ?? .engine, at: Place(file: error.file, line: error.line, function: error.function),
      error.message)
  }
}

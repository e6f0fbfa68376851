internal import IGraph
public import KnowledgeNetworks

extension BuzzlineError.Code {
  /// An argument or the network is outside what the measure is defined for.
  public static let invalidInput = Self("invalidInput", .data)
  /// The engine that computes the measure reported a failure.
  public static let engine = Self("engine", .fault)
}

extension BuzzlineError {
  init(_ error: IGraphError) {
    let codes: [IGraphError.Code: Code] = [
      .invalidInput: .invalidInput, .cancelled: .cancelled, .outOfMemory: .outOfMemory,
    ]
    self.init(
      codes[error.code] ?? .engine, at: Place(file: error.file, line: error.line, function: error.function),
      error.message)
  }
}

func stopIfCancelled() throws(BuzzlineError) {
  guard !Task.isCancelled else { throw BuzzlineError(.cancelled, "The computation was cancelled.") }
}

extension Grouping {
  /// How many ordered pairs of actors have one group, and how many have two.
  var possiblePairs: TieSplit {
    let grouped = sizes.reduce(0, +)
    let inside = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return TieSplit(inside: inside, outside: grouped * (grouped - 1) - inside)
  }

  var remarksOnUngrouped: [String] {
    switch ungrouped.count {
    case 0: []
    case 1: ["One actor is in no group by \(name); it and its ties take no part."]
    case let count: ["\(count) actors are in no group by \(name); they and their ties take no part."]
    }
  }
}

internal import KnowledgeNetworks

extension Direction {
  /// Whether a measure that counts ties reads the ties an actor gave along.
  var readsOutgoing: Bool { self != .incoming }

  /// Whether it reads the ties an actor received along.
  ///
  /// Where ties have no direction both rows of an actor are equal, and reading one of them is enough.
  func readsIncoming(of network: KnowledgeNetwork) -> Bool {
    self == .incoming || (self == .both && network.isDirected)
  }

  /// The name of a measure in this direction with the direction in front, such as `in-degree`.
  func leading(_ measure: String) -> String { word.map { "\($0)-\(measure)" } ?? measure }

  /// The name of a measure in this direction with the direction behind, such as `participation-in`.
  func trailing(_ measure: String) -> String { word.map { "\(measure)-\($0)" } ?? measure }

  private var word: String? {
    switch self {
    case .outgoing: "out"
    case .incoming: "in"
    case .both: nil
    }
  }
}

internal import ClusterSurveys

/// What a tie rests on: on whose word, or that it was given as such.
enum TieBasis: Hashable, Sendable {
  /// Both sides affirm it.
  case both
  /// The giver alone affirms it.
  case giver
  /// The receiver alone affirms it.
  case receiver
  /// One of two sides, where ties have no direction.
  case oneSide
  /// It was given as a tie.
  case given

  init(_ evidence: TieEvidence, _ isDirected: Bool) {
    if evidence.isGiven {
      self = .given
    } else if evidence.isConfirmed {
      self = .both
    } else {
      self = !isDirected ? .oneSide : evidence.giver == .affirmed ? .giver : .receiver
    }
  }

  /// In the order in which they are listed.
  static func all(_ isDirected: Bool) -> [TieBasis] {
    isDirected ? [.both, .giver, .receiver, .given] : [.both, .oneSide, .given]
  }

  /// In the order in which the ties of a pair speak for it.
  static let strongestFirst: [TieBasis] = [.both, .given, .giver, .receiver, .oneSide]

  /// After "rests on".
  var words: Paragraph {
    switch self {
    case .both: "both sides"
    case .giver: "the giver alone"
    case .receiver: "the receiver alone"
    case .oneSide: "one side"
    case .given: "data that give ties"
    }
  }

  /// After a count of pairs.
  var clause: Paragraph {
    switch self {
    case .both: "confirmed by both sides"
    case .giver: "on the giver's word"
    case .receiver: "on the receiver's word"
    case .oneSide: "on the word of one side"
    case .given: "given as ties, without reports"
    }
  }
}

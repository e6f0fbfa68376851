/// What a broker does for two actors, by whose group each of the three belongs to.
///
/// In all five roles knowledge can go from *a* through the broker *b* to *c* but does not go from *a* to *c*
/// directly. The raw value is the name of the column in tables. Mind the order of other
/// programs' columns: R sna 2.7-1 prints representative (`b_IO`) before gatekeeper (`b_OI`).
///
/// Gould & Fernandez (1989), *Structures of Mediation*, [doi:10.2307/270949](https://doi.org/10.2307/270949).
public enum BrokerageRole: String, CaseIterable, Hashable, Codable, Sendable {
  /// All three belong to one group: the broker diffuses knowledge inside its own group, as local buzz does.
  ///
  /// Gould and Fernandez w_I; sna column `w_I`; UCINET *Coordinator*.
  case coordinator
  /// The two share a group that is not the broker's: an outsider connects members of one other group.
  ///
  /// Gould and Fernandez w_O; sna column `w_O`; UCINET *Consultant*.
  case itinerant
  /// Giver outside, broker and receiver in one group: the broker brings outside knowledge in.
  ///
  /// Gould and Fernandez b_OI; sna column `b_OI`; UCINET *Gatekeeper*.
  case gatekeeper
  /// Giver and broker in one group, receiver outside: the broker carries its own group's knowledge out.
  ///
  /// Gould and Fernandez b_IO; sna column `b_IO`; UCINET *Representative*.
  case representative
  /// Three different groups: the broker connects two groups, neither of which is its own.
  ///
  /// Gould and Fernandez b_O; sna column `b_O`; UCINET *Liaison*.
  case liaison

  /// Which of the three agree in their group: 1 giver and broker, 2 broker and receiver, 4 giver and receiver.
  var agreement: Int {
    switch self {
    case .liaison: 0
    case .representative: 1
    case .gatekeeper: 2
    case .itinerant: 4
    case .coordinator: 7
    }
  }

  /// How many agreements there are to count, possible or not.
  static let agreementCount = 8
}

public import KnowledgeNetworks

/// Where an actor stands among groups, by its ties inside its own group and its spread over all of them.
///
/// The cut-offs are those of Guimerà & Amaral (2005), [doi:10.1038/nature03288](https://doi.org/10.1038/nature03288),
/// found on metabolic networks: a customary reading, not a test. They hold for participation that is not normalised.
public enum ConnectorRole: String, Hashable, Sendable, CaseIterable {
  /// R1: no hub, participation up to 0.05.
  case ultraPeripheral = "R1"
  /// R2: no hub, up to 0.62.
  case peripheral = "R2"
  /// R3: no hub, up to 0.80.
  case connector = "R3"
  /// R4: no hub, above 0.80.
  case kinless = "R4"
  /// R5: a hub (within-group z of at least 2.5), participation up to 0.30.
  case provincialHub = "R5"
  /// R6: a hub, up to 0.75.
  case connectorHub = "R6"
  /// R7: a hub, above 0.75.
  case kinlessHub = "R7"

  /// Applies the cut-offs.
  public init(withinGroupZ: Double, participation: Double) {
    switch (withinGroupZ >= 2.5, participation) {
    case (false, ...0.05): self = .ultraPeripheral
    case (false, ...0.62): self = .peripheral
    case (false, ...0.80): self = .connector
    case (false, _): self = .kinless
    case (true, ...0.30): self = .provincialHub
    case (true, ...0.75): self = .connectorHub
    case (true, _): self = .kinlessHub
    }
  }
}

extension KnowledgeNetwork {
  /// The role of each actor among the groups; `nil` where its participation or its within-group z is not defined.
  ///
  /// Takes ``participation(by:_:isNormalized:)`` as it is, not normalised, and ``withinGroupZ(by:_:)``.
  ///
  /// - Throws: ``BuzzlineError`` if the grouping is of another roster.
  /// - Complexity: O(*n* + *m*) time and O(*n* + *m*) space.
  public func connectorRoles(by grouping: Grouping, _ direction: Direction) throws(BuzzlineError) -> [ConnectorRole?] {
    let spreads = try participation(by: grouping, direction)
    let standings = try withinGroupZ(by: grouping, direction)
    return zip(standings, spreads).map { standing, spread in
      guard let standing, let spread else { return nil }
      return ConnectorRole(withinGroupZ: standing, participation: spread)
    }
  }
}

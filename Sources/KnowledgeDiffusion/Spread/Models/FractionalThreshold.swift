public import KnowledgeNetworks

/// Complex contagion by share: an actor takes knowledge up once a share of its givers have it, at least one.
///
/// Watts (2002), [doi:10.1073/pnas.082090499](https://doi.org/10.1073/pnas.082090499); Granovetter (1978),
/// [doi:10.1086/226707](https://doi.org/10.1086/226707). Steps are synchronous; knowledge is never forgotten; nothing is
/// left to chance, so all runs are alike. An actor without givers never hears of it. As with ``FixedThreshold``, greedy
/// picks of seeds carry no guarantee.
public struct FractionalThreshold: SpreadModel, Hashable, Sendable {
  /// The share of givers that must know.
  public let share: Double

  /// A model in which a share of the givers must know.
  ///
  /// - Throws: ``BuzzlineError`` if the share is not between 0 and 1.
  public init(share: Double) throws(BuzzlineError) {
    try require(share >= 0 && share <= 1, "A threshold is a share of givers between 0 and 1; here it is \(share).")
    self.share = share
  }

  /// The word files and commands use.
  public var name: String { "fractional-threshold" }

  /// The model made ready for a network.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> ThresholdProcess {
    let needed = network.actors.indices.map { actor in
      // 0.1 of 30 givers are 3, though the product is a rounding above.
      UInt32(max(1, (share * Double(network.giverCount(to: actor)) - 1e-9).rounded(.up)))
    }
    return ThresholdProcess(on: network, needed: needed)
  }
}

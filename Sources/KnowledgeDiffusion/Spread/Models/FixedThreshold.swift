public import KnowledgeNetworks

/// Complex contagion: an actor takes knowledge up once a number of its givers have it.
///
/// Granovetter (1978), [doi:10.1086/226707](https://doi.org/10.1086/226707); Centola & Macy (2007),
/// [doi:10.1086/521848](https://doi.org/10.1086/521848), who show that from two on it needs wide bridges: one pipeline
/// carries nothing. Steps are synchronous; knowledge is never forgotten; nothing is left to chance, so all runs are
/// alike. An actor with fewer givers than that never hears of it. Telling one more actor can gain more than telling it
/// alone would, so greedy picks of seeds carry no guarantee.
public struct FixedThreshold: SpreadModel, Hashable, Sendable {
  /// How many givers must know.
  public let givers: Int

  /// A model in which `givers` givers must know.
  ///
  /// - Throws: ``BuzzlineError`` if that is less than one.
  public init(givers: Int) throws(BuzzlineError) {
    guard givers >= 1 else {
      throw BuzzlineError(.invalidOptions, "At least one giver must know before an actor does; here it is \(givers).")
    }
    self.givers = givers
  }

  /// The word files and commands use.
  public var name: String { "threshold" }

  /// The model made ready for a network.
  public func process(on network: KnowledgeNetwork) throws(BuzzlineError) -> ThresholdProcess {
    ThresholdProcess(on: network, needed: network.actors.map { _ in UInt32(clamping: givers) })
  }
}

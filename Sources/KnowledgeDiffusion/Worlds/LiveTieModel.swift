public import KnowledgeNetworks

/// A model whose outcome can be read off worlds in which each tie is either alive or not: who is reached is who can be
/// reached along live ties.
///
/// Kempe, Kleinberg & Tardos (2003), [doi:10.1145/956750.956769](https://doi.org/10.1145/956750.956769). In such models
/// expected reach never falls, and gains less and less, as more actors are told; and all comparisons can use the same
/// worlds.
public protocol LiveTieModel: Sendable {
  /// The model's live-tie form on a network, after the model's own checks.
  ///
  /// - Throws: ``DiffusionError`` where the model does not fit the network.
  func liveTies(on network: KnowledgeNetwork) throws(DiffusionError) -> LiveTies
}

public import KnowledgeNetworks

/// What computes a centrality; all give the same numbers, to 1e-9 of their size.
///
/// Two paths count as equally long where their lengths differ by less than 10⁻¹⁰ of their sum, since sums of lengths are
/// rounded. Where a length is below 10⁻⁵ igraph cannot keep to 1e-9, and our own kernels compute whatever was asked for.
public enum Engine: String, Hashable, Sendable, CaseIterable {
  /// igraph for what it does at once, our own kernels for more work.
  case auto
  /// The igraph C library, on one thread.
  case igraph
  /// Our own kernels, on as many threads as are given.
  case parallel
}

extension KnowledgeNetwork {
  /// Which engine computes a measure of this network, where `engine` was asked for.
  ///
  /// Left to itself it is `.parallel` where igraph would take more than a blink, by the size of the network alone, so
  /// the same input has the same engine on every machine. Eigenvector, hub and authority scores have one way to be
  /// computed, by strong component, and degrees, clustering and the ego-network measures
  /// are always our own.
  ///
  /// - Complexity: O(1).
  public func engine(for measure: Measure, asked engine: Engine = .auto) -> Engine {
    guard let igraph = measure.igraph else { return .parallel }
    if engine != .parallel, measure.followsPaths, !canIGraphCarryLengths { return .parallel }
    guard engine == .auto else { return engine }
    // What igraph does in about a tenth of a second.
    return igraph.work(self) > 5e6 ? .parallel : .igraph
  }

  /// About how many steps searches from every actor take.
  var searchesFromAll: Double { Double(actorCount) * Double(pairCount) }

  /// Whether igraph 0.10 computes distances to 1e-9 of their size: it keeps them with 1 added, so that what is much
  /// shorter than 1 loses digits.
  var canIGraphCarryLengths: Bool { lengths?.allSatisfy { $0 >= 1e-5 } ?? true }
}

extension Measure {
  /// Whether more than one engine computes it exactly, so that it must be said which did.
  public var hasChoiceOfEngine: Bool { igraph != nil }
}

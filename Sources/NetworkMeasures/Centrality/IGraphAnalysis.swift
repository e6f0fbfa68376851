internal import IGraph
internal import KnowledgeNetworks

/// A network handed to igraph once, with its ties and weights in igraph's order, for as many measures as are asked.
struct IGraphAnalysis: ~Copyable {
  let network: KnowledgeNetwork
  let graph: Graph
  /// Source and target of each connected pair in turn.
  let ties: [UInt32]
  /// The weights, if they were declared to be strengths.
  let strengths: [Double]?
  /// The weights, if they were declared to be distances.
  let lengths: [Double]?

  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork) throws(BuzzlineError) {
    var ties: [UInt32] = []
    var weights: [Double] = []
    for pair in network.pairs {
      ties.append(UInt32(pair.source))
      ties.append(UInt32(pair.target))
      weights.append(pair.weight)
    }
    do throws(IGraphError) {
      graph = try Graph(actorCount: network.actorCount, ties: ties, isDirected: network.isDirected)
    } catch {
      throw BuzzlineError(error)
    }
    self.network = network
    self.ties = ties
    strengths = network.weightMeaning == .strength ? weights : nil
    lengths = network.weightMeaning == .distance ? weights : nil
  }
}

extension TieSide {
  init(_ direction: Direction) {
    self =
      switch direction {
      case .outgoing: .outgoing
      case .incoming: .incoming
      case .both: .both
      }
  }
}

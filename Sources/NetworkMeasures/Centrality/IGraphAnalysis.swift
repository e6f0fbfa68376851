internal import IGraph
internal import KnowledgeNetworks

/// A network handed to igraph once, with its ties and weights in igraph's order, for as many measures as are asked.
struct IGraphAnalysis: ~Copyable {
  let network: KnowledgeNetwork
  let graph: Graph
  /// The weights, if they were declared to be strengths.
  let strengths: [Double]?
  /// The weights, if they were declared to be distances.
  let lengths: [Double]?

  /// - Complexity: O(*n* + *m*) time and space.
  init(of network: KnowledgeNetwork) throws(BuzzlineError) {
    // Source and target of each connected pair in turn.
    var ties: [UInt32] = []
    var weights: [Double] = []
    for pair in network.pairs {
      ties += [UInt32(pair.source), UInt32(pair.target)]
      weights.append(pair.weight)
    }
    do throws(IGraphError) {
      graph = try Graph(actorCount: network.actorCount, ties: ties, isDirected: network.isDirected)
    } catch {
      throw BuzzlineError(error)
    }
    self.network = network
    strengths = network.weightMeaning == .strength ? weights : nil
    lengths = network.weightMeaning == .distance ? weights : nil
  }

  /// Computes measures one after the other.
  borrowing func scores(of measures: [Measure], workers: Workers) throws(BuzzlineError) -> [Measure: ActorScores] {
    var scores: [Measure: ActorScores] = [:]
    for measure in measures where scores[measure] == nil {
      guard let igraph = measure.igraph else { continue }
      do throws(IGraphError) {
        let answer = try igraph.call(self) { share in
          workers.progress?(WorkProgress(work: measure.name, done: Int(100 * share), total: 100))
        }
        scores[measure] = measure.scores(
          Scored(answer.value, answer.warnings.map { "igraph: " + $0 }), on: network)
      } catch {
        throw BuzzlineError(error)
      }
    }
    return scores
  }
}

extension TieSide {
  init(_ direction: Direction) {
    switch direction {
    case .outgoing: self = .outgoing
    case .incoming: self = .incoming
    case .both: self = .both
    }
  }
}

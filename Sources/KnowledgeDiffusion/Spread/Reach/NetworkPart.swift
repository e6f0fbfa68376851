public import KnowledgeNetworks

/// What can be taken out of a network by name, to see what it was good for.
public enum NetworkPart: Hashable, Codable, Sendable {
  /// All actors of a kind; the cluster management is one.
  case kind(ActorKind)
  /// All ties of a channel; a pair stays while another tie joins it, be it of a channel or of none.
  case channel(String)
  /// All ties of a topic; a pair stays while another tie joins it, be it of a topic or of none.
  case topic(String)
  /// All ties between actors of different clusters.
  case pipelines

  /// What it is, in a word and its name, such as `kind sme`; names come from the data as they stand.
  public var label: String {
    switch self {
    case .kind(let kind): "kind \(kind.rawValue)"
    case .channel(let channel): "channel \(channel)"
    case .topic(let topic): "topic \(topic)"
    case .pipelines: "pipelines"
    }
  }
}

extension KnowledgeNetwork {
  /// Everything that can be taken out by name: kinds, channels and topics, each ascending, and pipelines where there are any.
  ///
  /// A kind that is everybody is left out, for nobody would stay.
  ///
  /// - Complexity: O(*n* log *n* + *m*) time, O(*n*) space.
  public var parts: [NetworkPart] {
    let kinds = Set(actors.compactMap(\.kind)).sorted().filter { actors(of: $0).count < actorCount }
    let hasPipelines = pairs.contains { scope(between: $0.source, and: $0.target).isPipeline }
    return kinds.map { .kind($0) } + channels.map { .channel($0) } + topics.map { .topic($0) }
      + (hasPipelines ? [.pipelines] : [])
  }

  /// Refuses a part the network does not have, and one without which nobody stays.
  func check(_ part: NetworkPart) throws(BuzzlineError) {
    switch part {
    case .kind(let kind):
      guard try seeds(of: kind).count < actorCount else {
        throw BuzzlineError(.invalidSeeds, "All actors are of the kind '\(kind.rawValue)': without it nobody stays.")
      }
    case .channel(let channel): try check(channel, isAmong: channels, "channel")
    case .topic(let topic): try check(topic, isAmong: topics, "topic")
    case .pipelines: break
    }
  }

  private func check(_ word: String, isAmong known: [String], _ layer: String) throws(BuzzlineError) {
    guard !known.contains(word) else { return }
    throw BuzzlineError(.unknownGroup, "No tie has the \(layer) '\(word)'." + suggestion(for: word, in: known))
  }

  /// Whether a connected pair is still one without a part.
  func keepsPair(from source: Int, to target: Int, without part: NetworkPart) -> Bool {
    switch part {
    case .kind(let kind): actors[source].kind != kind && actors[target].kind != kind
    case .channel(let channel): ties(from: source, to: target).contains { $0.channel != channel }
    case .topic(let topic): ties(from: source, to: target).contains { $0.topic != topic }
    case .pipelines: !scope(between: source, and: target).isPipeline
    }
  }
}

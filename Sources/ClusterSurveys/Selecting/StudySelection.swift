public import KnowledgeNetworks

/// Which part of a study is looked at; what is left empty selects everything.
///
/// A tie is selected if its wave, topic, channel and scope are, and if both its actors are of the kinds and clusters
/// selected. Whoever answered a question counts as having answered it whatever is selected: an actor that named its
/// partners of technology has denied the others as partners of funding.
public struct StudySelection: Hashable, Codable, Sendable {
  /// The waves.
  public var waves: [String]
  /// The topics.
  public var topics: [String]
  /// The channels.
  public var channels: [String]
  /// Where ties lead.
  public var scopes: Set<TieScope>
  /// The kinds of actors.
  public var kinds: [ActorKind]
  /// The regional clusters.
  public var clusters: [Cluster]

  /// Makes a selection; without arguments it selects everything.
  public init(
    waves: [String] = [], topics: [String] = [], channels: [String] = [], scopes: Set<TieScope> = [],
    kinds: [ActorKind] = [], clusters: [Cluster] = []
  ) {
    (self.waves, self.topics, self.channels) = (waves, topics, channels)
    (self.scopes, self.kinds, self.clusters) = (scopes, kinds, clusters)
  }

  /// Whether everything is selected.
  public var isEverything: Bool { self == StudySelection() }

  /// What is selected, by sort: `wave`, `topic`, `channel`, `scope`, `kind` or `cluster`; sorts without a selection are
  /// left out.
  public var words: [String: [String]] {
    [
      "wave": waves, "topic": topics, "channel": channels, "scope": scopes.map(\.label).sorted(),
      "kind": kinds.map(\.rawValue), "cluster": clusters.map(\.rawValue),
    ].filter { !$0.value.isEmpty }
  }
}

/// What a selection left out of a study.
public struct SelectionLoss: Hashable, Sendable {
  /// How many actors are of other kinds or clusters, or do not belong to the study in the waves selected.
  public var actors = 0
  /// How many claims are not about a tie that is selected.
  public var claims = 0
  /// How many given ties are not selected.
  public var ties = 0

  /// One sentence for people; `nil` where nothing was left out.
  public var sentence: String? {
    let parts = [(actors, "actor"), (claims, "claim"), (ties, "tie")].filter { $0.0 > 0 }
      .map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
    return parts.isEmpty ? nil : "The selection leaves out \(parts.listed(parts.count))."
  }
}

extension Survey {
  /// The part of the study that a selection names, and what it leaves out.
  ///
  /// The actors keep their order; attributes, files and remarks stay as they were read. Sources that actors state as
  /// counts have a range but neither topic nor channel, and are selected alike.
  ///
  /// Properties:
  /// - Selecting everything changes nothing.
  /// - Selecting twice is the same as selecting what both select.
  ///
  /// - Throws: `BuzzlineError` with `.unknownGroup` if nobody states a wave, topic, channel, kind or cluster named, with
  ///   the nearest names.
  /// - Complexity: O(*n* + *c*) time and space for *n* actors and *c* claims, responses and ties.
  public func selected(by selection: StudySelection) throws(BuzzlineError) -> (survey: Survey, loss: SelectionLoss) {
    guard !selection.isEverything else { return (self, SelectionLoss()) }
    try check(selection)
    let places = selection.scopes.isEmpty ? nil : try ActorPlaces(of: actors, workers: .all)
    var (part, loss) = part(
      waves: selection.waves.isEmpty ? nil : Set(selection.waves),
      keepsActor: { actor in
        actors[actor].kind.isSelected(by: selection.kinds) && actors[actor].cluster.isSelected(by: selection.clusters)
      },
      keepsLayer: { layer in
        layer.topic.isSelected(by: selection.topics) && layer.channel.isSelected(by: selection.channels)
      },
      keepsPair: { source, target in
        places.map { selection.scopes.contains($0.scope(between: source, and: target)) } ?? true
      }, keepsGroups: selection.scopes.isEmpty)
    if !selection.scopes.isEmpty {
      part.remarks.append(
        Remark(
          "selection",
          "Pairs of other scopes count as not tied, and claims about groups, which have none, are left out."))
    }
    part.selectStatedPipelines(by: selection)
    if let sentence = loss.sentence { part.remarks.append(Remark("selection", sentence)) }
    return (part, loss)
  }

  /// Refuses words that nobody states.
  private func check(_ selection: StudySelection) throws(BuzzlineError) {
    let layers = statedLayers
    let asked: [(sort: String, words: [String], known: Set<String>)] = [
      ("wave", selection.waves, Set(waves)), ("topic", selection.topics, Set(layers.compactMap(\.topic))),
      ("channel", selection.channels, Set(layers.compactMap(\.channel))),
      ("kind", selection.kinds.map(\.rawValue), Set(actors.compactMap(\.kind?.rawValue))),
      ("cluster", selection.clusters.map(\.rawValue), Set(actors.compactMap(\.cluster?.rawValue))),
    ]
    for (sort, words, known) in asked {
      guard let unknown = words.first(where: { !known.contains($0) }) else { continue }
      let names = known.sorted(by: NaturalOrder.precedes)
      throw BuzzlineError(
        .unknownGroup,
        names.isEmpty
          ? "The study states no \(sort)." : "There is no \(sort) '\(unknown)'." + suggestion(for: unknown, in: names))
    }
  }

  /// The waves, topics and channels of claims and ties.
  var statedLayers: Set<SurveyLayer> {
    Set(claims.lazy.map(SurveyLayer.init(of:))).union(ties.plain == nil ? ties.map(SurveyLayer.init(of:)) : [])
  }
}

extension Optional where Wrapped: Equatable {
  /// Whether the value is among those selected; if none are, everything is.
  fileprivate func isSelected(by words: [Wrapped]) -> Bool { words.isEmpty || map(words.contains) == true }
}

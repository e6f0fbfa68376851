public import KnowledgeNetworks

/// Random networks whose ties have topics.
public enum TestTopics {
  /// All topics there are.
  public static let all = ["batteries", "lasers", "recycling", "software", "wood"]

  /// Random ties on random topics, some on none, between random actors.
  public static func network(seed: UInt64, isDirected: Bool = true) throws -> KnowledgeNetwork {
    var generator = SeededGenerator(seed: seed)
    let ties = (0..<30).compactMap { _ -> Tie? in
      let (source, target, topic) = (generator.below(12), generator.below(12), generator.below(6))
      guard source != target else { return nil }
      let weight = Double(1 + generator.below(3))
      return Tie(source: source, target: target, weight: weight, topic: topic == 5 ? nil : all[topic])
    }
    return try KnowledgeNetwork(
      actors: (0..<12).map { NetworkActor(id: "a\($0)", cluster: $0 % 2 == 0 ? "north" : "south") },
      ties: Dictionary(ties.map { ("\($0.source) \($0.target) \($0.topic ?? "")", $0) }) { first, _ in first }
        .sorted { $0.key < $1.key }.map(\.value),
      isDirected: isDirected)
  }
}

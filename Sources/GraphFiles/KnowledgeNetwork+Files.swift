public import Foundation
public import KnowledgeNetworks

extension GraphDocument {
  /// What a network says of its actors and ties, without anything lost.
  ///
  /// Actors state `name` where it is not the identifier, `kind`, `cluster`, `region`, `country`, the numbers of sources
  /// they state (`pipelines_regional` and so on), `member` where some are outsiders, and every further column. Ties state
  /// `weight` where some tie weighs other than 1, `topic`, `channel` and `wave`.
  ///
  /// - Complexity: O(*n* + *m*) time and space.
  public init(network: KnowledgeNetwork) throws(BuzzlineError) {
    let (ownWords, hasOutsiders) = (Set(Self.actorWords), network.memberCount < network.actorCount)
    let further = Set(network.actors.flatMap(\.attributes.keys)).sorted(by: NaturalOrder.precedes)
    // A column of the actor file that is called as one of ours keeps its values under a name of its own.
    let words = AttributeWords(for: further, reserved: ownWords)
    let nodes = network.actors.map { actor in
      var values = Self.values(of: actor)
      if hasOutsiders { values["member"] = actor.isMember ? "true" : "false" }
      for (name, value) in actor.attributes { values[words[name]] = value }
      return Node(actor.id, attributes: values)
    }
    let isWeighted = network.hasTieWeights
    let ties = network.ties.map { tie in
      var values: [String: String] = [:]
      if isWeighted { values["weight"] = Self.text(of: tie.weight) }
      (values["topic"], values["channel"], values["wave"]) = (tie.topic, tie.channel, tie.wave)
      return Tie(from: tie.source, to: tie.target, attributes: values)
    }
    try self.init(
      isDirected: network.isDirected, nodes: nodes, ties: ties,
      nodeOrder: Self.actorWords.map { ($0, Self.types[$0] ?? .string) } + further.map { (words[$0], nil) },
      tieOrder: [("weight", .real), ("topic", .string), ("channel", .string), ("wave", .string)], firstModeCount: nil,
      remarks: [])
  }

  private static let actorWords =
    ["name", "kind", "cluster", "region", "country", "member"]
    + PipelineCounts.ranges.map { "pipelines_\($0.rawValue)" }
  private static let types: [String: AttributeType] = [
    "member": .boolean, "pipelines_regional": .integer, "pipelines_national": .integer,
    "pipelines_international": .integer,
  ]

  private static func values(of actor: NetworkActor) -> [String: String] {
    var values: [String: String] = [:]
    if actor.name != actor.id { values["name"] = actor.name }
    values["kind"] = actor.kind?.rawValue
    values["cluster"] = actor.cluster?.rawValue
    (values["region"], values["country"]) = (actor.region, actor.country)
    for range in PipelineCounts.ranges {
      values["pipelines_\(range.rawValue)"] = actor.statedPipelines?[range].map(String.init)
    }
    return values
  }

  /// The shortest text that reads back as the same number; whole numbers have no decimal point.
  private static func text(of number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension KnowledgeNetwork {
  /// Writes the network into a file that other programs read.
  ///
  /// What each format keeps is said at ``GraphFormat/write(_:)``. Equal networks give equal bytes.
  ///
  /// - Parameters:
  ///   - url: The file, which is replaced where it exists.
  ///   - format: The format.
  /// - Throws: `BuzzlineError` if the file cannot be written.
  /// - Complexity: O(*n* + *m*) time and space.
  public func write(to url: URL, as format: GraphFormat) throws(BuzzlineError) {
    let bytes = format.write(try GraphDocument(network: self))
    do { try Data(bytes).write(to: url, options: .atomic) } catch {
      throw BuzzlineError(.cannotWrite, at: Place(file: url.relativePath), "The file cannot be written.")
    }
  }
}

/// An organisation that gives or receives knowledge: a firm, an institute, a cluster office.
///
/// What is not known is `nil`, never an empty word: an actor without a ``cluster`` is one whose cluster nobody
/// stated, and its ties have an unknown ``TieScope``.
public struct NetworkActor: Hashable, Codable, Identifiable, Sendable {
  /// The identifier, unique in a network.
  public var id: String
  /// The name people read; the identifier where no name was given.
  public var name: String
  /// What sort of organisation this is.
  public var kind: ActorKind?
  /// The regional cluster the actor belongs to.
  public var cluster: Cluster?
  /// The region it sits in; decides whether a pipeline is regional.
  public var region: String?
  /// The country it sits in; decides whether a pipeline is national or international.
  public var country: String?
  /// Every further column of the actor file, by heading.
  public var attributes: [String: String]

  /// Makes an actor; everything but the identifier may be unknown.
  public init(
    id: String, name: String? = nil, kind: ActorKind? = nil, cluster: Cluster? = nil,
    region: String? = nil, country: String? = nil, attributes: [String: String] = [:]
  ) {
    self.id = id
    self.name = name ?? id
    self.kind = kind
    self.cluster = cluster
    self.region = region
    self.country = country
    self.attributes = attributes
  }
}

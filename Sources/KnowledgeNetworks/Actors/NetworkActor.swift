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
  /// Whether it is on the roster of those studied; an outsider was named and not asked.
  ///
  /// Outsiders bring pipelines. They are in no group, no permutation and no density, and are never recommended.
  public var isMember = true
  /// How many sources outside its cluster it states, by range, without naming them; `nil` where it states none.
  public var statedPipelines: PipelineCounts?
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

/// What sort of organisation an actor is: an open set of words with four that cluster studies share.
public struct ActorKind: RawRepresentable, Hashable, Comparable, Codable, Sendable, ExpressibleByStringLiteral {
  /// The word as files write it, such as `sme`.
  public let rawValue: String

  /// Takes any word as it stands.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Takes any word as it stands.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// A small or medium-sized enterprise.
  public static let sme: ActorKind = "sme"
  /// A large firm.
  public static let largeFirm: ActorKind = "large_firm"
  /// A university, a public or private research organisation.
  public static let researchInstitute: ActorKind = "research_institute"
  /// The office that runs the cluster.
  public static let clusterManagement: ActorKind = "cluster_management"

  /// Orders kinds by their word.
  public static func < (left: ActorKind, right: ActorKind) -> Bool {
    NaturalOrder.precedes(left.rawValue, right.rawValue)
  }
}

/// A regional cluster, by name.
///
/// Groups that an algorithm finds are communities, not clusters.
public struct Cluster: RawRepresentable, Hashable, Comparable, Codable, Sendable, ExpressibleByStringLiteral {
  /// The cluster's name.
  public let rawValue: String

  /// Takes any name as it stands.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Takes any name as it stands.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// Orders clusters by name, numbers in names by their size.
  public static func < (left: Cluster, right: Cluster) -> Bool { NaturalOrder.precedes(left.rawValue, right.rawValue) }
}

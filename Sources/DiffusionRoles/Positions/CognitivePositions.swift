public import KnowledgeNetworks

/// The cognitive position of every actor, with the quantities and cut-offs it rests on.
///
/// ``KnowledgeNetworks/KnowledgeNetwork/cognitivePositions(options:)`` makes it.
public struct CognitivePositions: Hashable, Codable, Sendable {
  /// The choices made.
  public let options: CognitivePositionOptions
  /// To how many actors of its cluster each actor gave: *O*.
  public let givenInside: ActorScores
  /// From how many actors of its cluster each actor received: *I*.
  public let receivedInside: ActorScores
  /// Ties inside the cluster, *k* = *I* + *O*.
  public let tiesInside: ActorScores
  /// The balance inside, *s* = (*O* − *I*) / (*O* + *I*); undefined without ties inside.
  public let balanceInside: ActorScores
  /// Outside sources of knowledge used: givers from other clusters.
  public let openness: ActorScores
  /// The cut-offs, one for the network or one a cluster in the order of the clusters' names.
  public let cutOffs: [CognitiveCutOff]
  /// How many actors stand where under the choices made.
  public let counts: CognitivePositionCounts
  /// How many would stand where under other choices: mean and median, each with tolerances 0, 0.1, 0.2 and 0.3.
  public let sensitivity: [CognitivePositionCounts]
  /// What a careful reader should know.
  public let remarks: [String]
  private let positions: [CognitivePosition?]

  /// The position of an actor; `nil` where no tie of the actor says whether it leaves the cluster.
  public subscript(actor: Int) -> CognitivePosition? { positions[actor] }

  /// The roster positions of all actors in a position, ascending.
  public func actors(in position: CognitivePosition) -> [Int] {
    positions.indices.filter { positions[$0] == position }
  }

  init(of kernel: CognitivePositionKernel, options: CognitivePositionOptions, remarks: [String]) {
    func scores(_ measure: String, _ counts: [Int]) -> ActorScores {
      ActorScores(measure: measure, kernel.partners.numbers(counts), remarks: remarks)
    }
    let cutOffs = kernel.cutOffs(options)
    self.options = options
    self.cutOffs = cutOffs
    self.remarks = remarks
    positions = kernel.positions(options, cutOffs: cutOffs)
    givenInside = scores("given-inside", kernel.partners.buzz.given)
    receivedInside = scores("received-inside", kernel.partners.buzz.received)
    tiesInside = scores("ties-inside", kernel.tiesInside)
    openness = scores("openness", kernel.openness)
    balanceInside = ActorScores(
      measure: "balance-inside", kernel.tiesInside.indices.map { kernel.balance(of: $0) ?? .nan }, remarks: remarks)
    counts = CognitivePositionCounts(of: positions, under: options)
    sensitivity = options.alternatives.map {
      CognitivePositionCounts(of: kernel.positions($0, cutOffs: kernel.cutOffs($0)), under: $0)
    }
  }
}

/// From which numbers on an actor is central inside and open to the outside.
public struct CognitiveCutOff: Hashable, Codable, Sendable {
  /// The cluster it holds for; `nil` if for the whole network.
  public let cluster: String?
  /// How many actors with a tie inside it was taken from.
  public let actors: Int
  /// The cut-off for ties inside; `nil` if no actor has any.
  public let tiesInside: Double?
  /// The cut-off for outside sources; `nil` if no actor has a tie inside.
  public let openness: Double?
}

/// How many actors stand in each position under one set of choices.
public struct CognitivePositionCounts: Hashable, Codable, Sendable {
  /// The choices.
  public let options: CognitivePositionOptions
  /// The actors whose position is not defined.
  public let undefined: Int
  private let counts: [Int]

  init(of positions: [CognitivePosition?], under options: CognitivePositionOptions) {
    self.options = options
    undefined = positions.count { $0 == nil }
    counts = CognitivePosition.allCases.map { position in positions.count { $0 == position } }
  }

  /// The number of actors in a position.
  public subscript(position: CognitivePosition) -> Int {
    zip(CognitivePosition.allCases, counts).first { $0.0 == position }?.1 ?? 0
  }
}

import KnowledgeNetworks
import TestNetworks
import Testing

@testable import NetworkMeasures

@Suite struct MemoryNeedTests {
  private static let network = Result { try KnowledgeNetwork.random(1_500, density: 0.006, seed: 3) }
  private var network: KnowledgeNetwork { get throws { try Self.network.get() } }

  /// Whether an estimate is within a factor of two of what is held.
  private func isNear(_ estimate: Int, _ held: Int) -> Bool { estimate <= 2 * held && held <= 2 * estimate }

  @Test func pathsTakeWhatIsSaid() throws {
    let need = MemoryNeed.paths(in: try network, "")
    let rows = SearchRows(of: try network, .outgoing)
    #expect(isNear(need.bytes, heldBytes(rows) + heldBytes(SourceOrder(rows))))
    let scratch = PathScratch(actorCount: rows.actorCount)
    let sources = Array(UInt32(0)..<64)[...]
    var pass = DependencyPass(ends: [.all], sources: sources, sums: [Array(repeating: 0, count: rows.actorCount)])
    let isCounted = rows.withPointers { onward, backward in
      scratch.search.run(from: sources, onward, backward)
      return scratch.followPaths(onward, backward, &pass)
    }
    #expect(isCounted)
    let held = heldBytes(scratch) + 5 * heldBytes(pass.sums)
    #expect(isNear(need.bytesAThread, held), "\(need.bytesAThread) estimated, \(held) held")
  }

  @Test func externalReachTakesWhatIsSaid() throws {
    let network = try SmallNetworks.placed(network, seed: 1)
    let clusters = network.actors.map(\.cluster)
    let rows = SearchRows(of: network, .outgoing)
    let surroundings = ClusterSurroundings(of: "g0", in: clusters, rows: rows, without: [])
    let scratch = ReachScratch(surroundings)
    _ = scratch.tally(of: surroundings.locals[0..<64])
    let need = MemoryNeed.paths(in: network, "")
    let held = heldBytes(scratch)
    #expect(isNear(need.bytesAThread, held), "\(need.bytesAThread) estimated, \(held) held")
  }

  @Test func distancesTakeWhatIsSaid() throws {
    let need = MemoryNeed.distances(in: try network, "")
    let search = DistanceSearch(actorCount: try network.actorCount, scale: .squares)
    let held = heldBytes(DistanceScratch(search, SearchRows(of: try network, .outgoing)))
    #expect(isNear(need.bytesAThread, held), "\(need.bytesAThread) estimated, \(held) held")
  }

  private func lengthened() throws -> (network: KnowledgeNetwork, rows: SearchRows) {
    let network = try network
    let ties = network.ties.enumerated().map { place, tie in
      Tie(source: tie.source, target: tie.target, weight: Double(1 + place % 5))
    }
    let long = try KnowledgeNetwork(actors: network.actors, ties: ties, weightMeaning: .distance)
    return (long, SearchRows(of: long, .outgoing, lengths: try #require(long.wholeLengths)))
  }

  @Test func distancesInUnitsTakeWhatIsSaid() throws {
    let (network, rows) = try lengthened()
    let need = MemoryNeed.searches(in: network, "", inSteps: MemoryNeed.distances)
    let held = heldBytes(DistanceScratch(DistanceSearch(actorCount: rows.actorCount, scale: .squares), rows))
    #expect(isNear(need.bytesAThread, held), "\(need.bytesAThread) estimated, \(held) held")
    #expect(isNear(need.bytes, heldBytes(rows)), "\(need.bytes) estimated, \(heldBytes(rows)) held")
  }

  @Test func pathsInUnitsTakeWhatIsSaid() throws {
    let (network, rows) = try lengthened()
    let need = MemoryNeed.searches(in: network, "", inSteps: MemoryNeed.paths)
    let scratch = PathScratch(rows)
    rows.withDelays { scratch.search.run(from: Array(UInt32(0)..<64)[...], along: $0) }
    let held = heldBytes(scratch) + 5 * 8 * rows.actorCount
    #expect(isNear(need.bytesAThread, held), "\(need.bytesAThread) estimated, \(held) held")
  }

  @Test func lengthsTakeWhatIsSaid() throws {
    let kernel = LengthKernel(try network, .outgoing)
    let need = MemoryNeed.lengths(in: try network, "")
    #expect(isNear(need.bytes, heldBytes(kernel)), "\(need.bytes) estimated, \(heldBytes(kernel)) held")
  }

  @Test func distancesByLengthTakeWhatIsSaid() throws {
    let kernel = LengthDistances(try network, .outgoing)
    let need = MemoryNeed.lengthDistances(in: try network, "")
    #expect(isNear(need.bytes, heldBytes(kernel)), "\(need.bytes) estimated, \(heldBytes(kernel)) held")
    let held = heldBytes(LengthDistanceSearch(actorCount: try network.actorCount, bucket: 1))
    #expect(isNear(need.bytesAThread, held), "\(need.bytesAThread) estimated, \(held) held")
  }

  @Test func contactsTakeWhatIsSaid() throws {
    let need = MemoryNeed.contacts(in: try network, "")
    // As many again while they are made.
    let held = 2 * heldBytes(Contacts(of: try network))
    #expect(isNear(need.bytes, held), "\(need.bytes) estimated, \(held) held")
  }

  @Test func structuralHolesTakeWhatIsSaid() throws {
    let kernel = EgoKernel(of: try network, model: .egoNetwork, workers: Workers(threads: 1))
    let need = MemoryNeed.holes(in: try network, "")
    // Beside contacts and weights, four numbers an entry.
    let held = heldBytes(kernel) + 4 * 8 * Contacts(of: try network).rows.partners.count
    #expect(isNear(need.bytes, held), "\(need.bytes) estimated, \(held) held")
  }

  @Test func samplesTakeWhatIsSaid() throws {
    let need = MemoryNeed.samples(in: try network, "")
    var sampler = PathSampler(try network)
    var generator = SeededGenerator(seed: 1)
    for source in 0..<50 { sampler.draw(from: source, to: source + 100, &generator) }
    // The rows of the network are shared.
    let held =
      heldBytes(sampler) - heldBytes(try network.outgoing) - heldBytes(try network.incoming)
      + 8 * (try network.actorCount)
    #expect(isNear(need.bytesAThread, held), "\(need.bytesAThread) estimated, \(held) held")
  }

  typealias Measuring = @Sendable (KnowledgeNetwork, Workers) throws -> Void

  private static let longOnes: [(name: String, measure: Measuring)] = [
    ("betweenness", { _ = try $0.betweenness(engine: .parallel, workers: $1) }),
    ("igraph", { _ = try $0.betweenness(engine: .igraph, workers: $1) }),
    ("distances", { _ = try $0.distances(workers: $1) }),
    ("reach", { _ = try $0.reach(.outgoing, workers: $1) }),
    ("external reach", { _ = try $0.externalReach(workers: $1) }),
    ("structural holes", { _ = try $0.structuralHoles(model: .egoNetwork, workers: $1) }),
    ("triads", { _ = try $0.triadCensus(workers: $1) }),
    ("clustering", { _ = try $0.localClustering(workers: $1) }),
    ("samples", { _ = try $0.sampledBetweenness(SamplingOptions(epsilon: 0.1, delta: 0.1), workers: $1) }),
    (
      "nearness",
      {
        _ = try $0.sampledHarmonic(.incoming, SamplingOptions(epsilon: 0.1, delta: 0.1), workers: $1)
      }
    ),
  ]

  @Test(arguments: longOnes.indices)
  func nothingBeginsWithoutMemory(which: Int) throws {
    let workers = Workers(threads: 1, memory: MemoryBudget(limit: 0))
    let error = #expect(throws: BuzzlineError.self) {
      try Self.longOnes[which].measure(KnokeOrganisations.money, workers)
    }
    #expect(error?.code == .outOfMemory && error?.message.contains("0 bytes can be had") == true)
  }
}

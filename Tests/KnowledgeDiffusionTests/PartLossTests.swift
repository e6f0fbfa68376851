import KnowledgeNetworks
import TestNetworks
import Testing

@testable import KnowledgeDiffusion

/// What is lost without a part, against networks built without it.
struct PartLossTests {
  private let models: [any LiveTieModel] = [IndependentCascade(.constant(0.4)), LinearThreshold()]

  /// Actors of kinds and clusters whose pairs are joined by up to three ties with and without topic and channel.
  private func layered(_ actors: Int, density: Double, seed: UInt64, isDirected: Bool = true) throws -> KnowledgeNetwork
  {
    var generator = SeededGenerator(seed: seed, stream: 4)
    let base = try SeedNetworks.labelled(actors, density: density, seed: seed)
    let ties = base.pairs.filter { isDirected || $0.source < $0.target }.flatMap { pair in
      Set((0..<1 + generator.below(3)).map { _ in generator.below(9) }).sorted().map { layer in
        Tie(
          source: pair.source, target: pair.target, topic: ["ai", "steel", nil][layer % 3],
          channel: ["meeting", "project", nil][layer / 3])
      }
    }
    return try KnowledgeNetwork(actors: base.actors, ties: ties, isDirected: isDirected)
  }

  private func sliced(_ network: KnowledgeNetwork, without part: NetworkPart) -> KnowledgeNetwork {
    network.keeping { tie in
      switch part {
      case .kind(let kind): network.actors[tie.source].kind != kind && network.actors[tie.target].kind != kind
      case .channel(let channel): tie.channel != channel
      case .topic(let topic): tie.topic != topic
      case .pipelines: !network.scope(between: tie.source, and: tie.target).isPipeline
      }
    }
  }

  @Test(arguments: [true, false])
  func tieLossesEqualTheNetworkWithoutThem(isDirected: Bool) throws {
    for seed in 0..<6 as Range<UInt64> {
      let network = try layered(25, density: 0.1, seed: seed, isDirected: isDirected)
      let (model, options) = (try IndependentCascade(probability: 0.4), try SpreadOptions(runs: 90, seed: seed))
      let parts = network.parts.filter { if case .kind = $0 { false } else { true } }
      #expect(
        parts.map(\.label) == [
          "channel meeting", "channel project", "topic ai", "topic steel", "pipelines",
        ])
      let everyone = try network.losses(withoutEachOf: parts, by: model, for: .everyActor, options: options)
      let seeds = try network.losses(withoutEachOf: parts, by: model, for: .seeds([3, 9]), options: options)
      for (place, part) in parts.enumerated() {
        let slice = sliced(network, without: part)
        #expect(everyone[place].part == part && everyone[place].loss.leavers.isEmpty)
        #expect(everyone[place].pairs == network.pairCount - slice.pairCount && everyone[place].pairs > 0)
        let means = try [network, slice].map {
          try model.reachOfEveryActor(on: $0, options: options).expected.compactMap(\.self).mean
        }
        let total = everyone[place].loss.total
        #expect(total.members == 25 && abs(total.before.mean - means[0]) < 1e-9)
        #expect(abs(total.after.mean - means[1]) < 1e-9 && total.loss.mean >= 0)
        let (with, without) = (
          try model.spread(on: network, from: [3, 9], options: options),
          try model.spread(on: slice, from: [3, 9], options: options)
        )
        let lost = seeds[place].loss
        #expect(lost.total.before.isNear(with.reach) && lost.total.after.isNear(without.reach))
        #expect(lost.total.loss.isNear(try with.difference(from: without)))
        #expect(zip(lost.byCluster, without.clusters).allSatisfy { $0.after.isNear($1.reach) && $0.group == $1.group })
        #expect(zip(lost.byKind, with.kinds).allSatisfy { $0.before.isNear($1.reach) && $0.group == $1.group })
      }
    }
  }

  @Test func kindLossesEqualLeaving() throws {
    let network = try layered(30, density: 0.08, seed: 7)
    let options = try SpreadOptions(runs: 100, seed: 2)
    for model in models {
      for objective in [ReachObjective.everyActor, .seeds([1, 4, 5])] {
        for loss in try network.losses(withoutEachOf: network.parts, by: model, for: objective, options: options) {
          guard case .kind(let kind) = loss.part else { continue }
          let leaving = try network.loss(
            withoutActors: network.actors(of: kind), by: model, for: objective, options: options)
          #expect(loss.loss == leaving)
          #expect(loss.pairs == network.pairCount - sliced(network, without: loss.part).pairCount)
        }
      }
    }
  }

  @Test func lossesMeetExactReach() throws {
    var (outside, compared) = (0, 0)
    let model = try IndependentCascade(probability: 0.35)
    for seed in 0..<12 as Range<UInt64> {
      let network = try layered(7, density: 0.3, seed: seed)
      let options = try SpreadOptions(runs: 2_000, seed: seed)
      for row in try network.losses(withoutEachOf: network.parts, by: model, for: .everyActor, options: options) {
        let stay = network.actors.indices.filter { !row.loss.leavers.contains($0) }
        let after = sliced(network, without: row.part)
        let exact = try stay.map { start in
          try exactReach(of: stay, on: network, from: start, model) - model.exactReach(on: after, from: [start])
        }.mean
        compared += 1
        if abs(row.loss.total.loss.mean - exact) > 3 * (row.loss.total.loss.standardError ?? 0) + 1e-9 { outside += 1 }
      }
    }
    #expect(compared > 60 && outside <= 1)
  }

  /// How many of some are reached exactly: each in turn is given one more receiver, and what that gains tells how likely
  /// it hears of it.
  private func exactReach(
    of some: [Int], on network: KnowledgeNetwork, from start: Int, _ model: IndependentCascade
  ) throws -> Double {
    guard some.count < network.actorCount else { return try model.exactReach(on: network, from: [start]) }
    return try some.reduce(0) { sum, actor in
      let listener = Tie(source: actor, target: network.actorCount)
      let larger = try KnowledgeNetwork(
        actors: network.actors + [NetworkActor(id: "listener")], ties: network.ties + [listener])
      let gain = try model.exactReach(on: larger, from: [start]) - model.exactReach(on: network, from: [start])
      return sum + gain / 0.35
    }
  }

  @Test func aPairStaysWhileATieIsLeft() throws {
    let actors = (0..<3).map { NetworkActor(id: "a\($0)") }
    let ties = [
      Tie(source: 0, target: 1, channel: "meeting"), Tie(source: 0, target: 1),
      Tie(source: 1, target: 2, channel: "meeting"),
    ]
    let network = try KnowledgeNetwork(actors: actors, ties: ties)
    // The rule names a channel that no tie has any more once it is taken out.
    let model = IndependentCascade(.channels(["meeting": 1], otherwise: 1))
    let loss = try network.losses(
      withoutEachOf: [.channel("meeting"), .pipelines], by: model, for: .seeds([0]), options: SpreadOptions(runs: 10))
    #expect(loss[0].pairs == 1 && loss[0].loss.total.before.mean == 3 && loss[0].loss.total.after.mean == 2)
    #expect(loss[0].loss.total.share == 1.0 / 3)
    #expect(loss[1].pairs == 0 && loss[1].loss.total.loss.mean == 0)
  }

  @Test func threadsChangeNothing() throws {
    let network = try layered(140, density: 0.02, seed: 1)
    for model in models {
      let losses = try [1, 2, 8].map { threads in
        try network.losses(
          withoutEachOf: network.parts, by: model, for: .everyActor, options: SpreadOptions(runs: 100),
          workers: Workers(threads: threads))
      }
      #expect(losses[0] == losses[1] && losses[0] == losses[2])
    }
  }

  @Test func unfitQuestionsAreRefused() async throws {
    let network = try KnowledgeNetwork(
      actors: [NetworkActor(id: "a", kind: .sme), NetworkActor(id: "b", kind: .sme)],
      ties: [Tie(source: 0, target: 1, topic: "steel", channel: "meeting")])
    let options = try SpreadOptions(runs: 1)
    #expect(network.parts == [.channel("meeting"), .topic("steel")])
    for (part, code, message) in [
      (NetworkPart.kind(.sme), .invalidSeeds, "All actors are of the kind 'sme': without it nobody stays."),
      (.kind("smes"), .unknownGroup, "No actor is of the kind 'smes'. Did you mean 'sme'?"),
      (.channel("meetings"), .unknownGroup, "No tie has the channel 'meetings'. Did you mean 'meeting'?"),
      (.topic("steal"), BuzzlineError.Code.unknownGroup, "No tie has the topic 'steal'. Did you mean 'steel'?"),
    ] {
      let error = #expect(throws: BuzzlineError.self) {
        try network.losses(withoutEachOf: [part], by: LinearThreshold(), for: .everyActor, options: options)
      }
      #expect(error?.code == code && error?.message == message)
    }
    let task = Task { () throws(BuzzlineError) -> [PartLoss] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try network.losses(withoutEachOf: network.parts, by: LinearThreshold(), for: .everyActor, options: options)
    }
    let stopped = await #expect(throws: BuzzlineError.self) { try await task.value }
    #expect(stopped?.code == .cancelled)
  }
}

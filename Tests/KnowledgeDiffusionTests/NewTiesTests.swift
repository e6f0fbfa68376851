import KnowledgeDiffusion
internal import KnowledgeNetworks
internal import TestNetworks
import Testing

struct NewTiesTests {
  private let chance = 0.3
  private let graphs = 100

  private func model() throws -> IndependentCascade { try IndependentCascade(probability: chance) }
  private func options() throws -> SpreadOptions { try SpreadOptions(runs: graphs, seed: 3) }

  /// Networks of seven actors in two clusters, one of them in none, every third without direction.
  private func networks(_ count: Int) throws -> [KnowledgeNetwork] {
    try (0..<count).map { run in
      let plain = try KnowledgeNetwork.random(
        7, density: [0.1, 0.2, 0.35][run / 3 % 3], seed: UInt64(run), isDirected: run % 3 != 0)
      let actors = (0..<7).map { actor in
        NetworkActor(
          id: "a\(actor)", kind: actor % 3 == 0 ? .sme : .largeFirm,
          cluster: actor == 6 ? nil : actor < 3 ? "north" : "south")
      }
      return try KnowledgeNetwork(actors: actors, ties: plain.ties, isDirected: plain.isDirected)
    }
  }

  /// All ties the candidates allow, by their description.
  private func allowed(_ candidates: TieCandidates, on network: KnowledgeNetwork) -> [TieEnds] {
    network.actors.indices.flatMap { giver in
      network.actors.indices.compactMap { receiver in
        let isOrdered = network.isDirected ? giver != receiver : giver < receiver
        let isNew = !network.hasTie(from: giver, to: receiver)
        let scope = network.scope(between: giver, and: receiver)
        return isOrdered && isNew && candidates.scopes.contains(scope) ? TieEnds(from: giver, to: receiver) : nil
      }
    }
  }

  @Test(arguments: [ReachObjective.seeds([0, 4]), .everyActor])
  func gainsEqualTryingEachTie(objective: ReachObjective) throws {
    for (run, network) in try networks(24).enumerated() {
      let scopes = [TieCandidates.pipelines, TieCandidates.buzz, Set(TieScope.allScopes)][run % 3]
      let candidates = try TieCandidates(chance: 0.6, scopes: scopes)
      let found = try network.newTies(by: model(), among: candidates, for: objective, options: options())
      let twin = try WhatIfTwin(model(), on: network, for: objective, seed: 3, graphs: graphs)
      let gains = allowed(candidates, on: network).map { tie in
        (tie: tie, gain: twin.gain(of: tie, chance: 0.6, isDirected: network.isDirected))
      }
      #expect(found.reachBefore.isNear(Estimate(of: twin.reach())))
      let means = gains.map { $0.gain.reduce(0, +) }
      guard let most = means.max(), most > 1e-9 else {
        #expect(found.ties.isEmpty && found.together.mean == 0)
        continue
      }
      let best = gains[try #require(means.firstIndex { $0 > most - 1e-9 })]
      let tie = try #require(found.ties.first)
      #expect(tie.ends == best.tie && tie.gain.isNear(Estimate(of: best.gain)), "run \(run)")
      let error = Estimate(of: best.gain).standardError ?? 0
      let equals = gains.filter { other in
        let difference = Estimate(of: zip(best.gain, other.gain).map { $0 - $1 })
        return other.tie != best.tie && other.gain.reduce(0, +) > 1e-9
          && difference.mean <= min(difference.standardError ?? 0, error) + 1e-12
      }
      #expect(
        tie.equals == Array(equals.map(\.tie).prefix(20)) && tie.hasMoreEquals == (equals.count > 20), "run \(run)")
    }
  }

  @Test(arguments: [ReachObjective.seeds([0]), .everyActor])
  func severalTiesEqualTryingEachInTurn(objective: ReachObjective) throws {
    for network in try networks(9) {
      // New ties are as likely as old ones, so that later graphs are those of the network that has them.
      let candidates = try TieCandidates(chance: chance)
      let found = try network.newTies(3, by: model(), among: candidates, for: objective, options: options())
      var grown = network
      for tie in found.ties {
        let twin = try WhatIfTwin(model(), on: grown, for: objective, seed: 3, graphs: graphs)
        let sums = allowed(candidates, on: grown).map {
          ($0, twin.gain(of: $0, chance: chance, isDirected: network.isDirected).reduce(0, +))
        }
        let most = sums.map(\.1).max() ?? 0
        #expect(tie.ends == sums.first { $0.1 > most - 1e-9 }?.0)
        #expect(abs(tie.gain.mean * Double(graphs) - most) < 1e-9)
        grown = try KnowledgeNetwork(
          actors: grown.actors, ties: grown.ties + [Tie(source: tie.ends.giver, target: tie.ends.receiver)],
          isDirected: grown.isDirected)
      }
      let before = try WhatIfTwin(model(), on: network, for: objective, seed: 3, graphs: graphs).reach()
      let after = try WhatIfTwin(model(), on: grown, for: objective, seed: 3, graphs: graphs).reach()
      #expect(found.together.isNear(Estimate(of: zip(before, after).map { $1 - $0 })))
    }
  }

  @Test func candidatesAreRestricted() throws {
    let network = try networks(2)[1]
    let distances = (0..<7).map { giver in (0..<7).map { Double(abs(giver - $0)) / 7 } }
    let candidates = try TieCandidates(
      chance: 1, scopes: Set(TieScope.allScopes), givers: [.sme], receivers: [.largeFirm],
      distance: { giver, receiver in giver == 6 ? nil : distances[giver][receiver] }, distances: 0.2...0.5)
    let ties = try network.newTies(30, by: model(), among: candidates, for: .everyActor, options: options()).ties
    #expect(!ties.isEmpty)
    for ends in ties.flatMap({ [$0.ends] + $0.equals }) {
      #expect([0, 3].contains(ends.giver) && ![0, 3, 6].contains(ends.receiver))
      #expect((0.2...0.5).contains(distances[ends.giver][ends.receiver]))
      #expect(!network.hasTie(from: ends.giver, to: ends.receiver))
    }
    #expect(Set(ties.map(\.ends)).count == ties.count)
  }

  @Test func threadsChangeNothing() throws {
    let network = try SeedNetworks.labelled(90, density: 0.02, seed: 6)
    let candidates = try TieCandidates(chance: 0.5)
    for objective in [ReachObjective.seeds([1, 2]), .everyActor] {
      let alone = try network.newTies(
        2, by: model(), among: candidates, for: objective, options: options(), workers: Workers(threads: 1))
      let others = try network.newTies(
        2, by: model(), among: candidates, for: objective, options: options(), workers: Workers(threads: 8))
      #expect(alone == others && alone.ties.count == 2)
    }
  }

  @Test func whereNothingIsAddedNothingIsChosen() throws {
    let full = try KnowledgeNetwork.random(4, density: 1, seed: 1)
    let candidates = try TieCandidates(chance: 1, scopes: [.unknown])
    #expect(
      try full.newTies(by: model(), among: candidates, for: .everyActor, options: options()).ties.isEmpty)
    let never = try TieCandidates(chance: 0, scopes: [.unknown])
    let apart = try KnowledgeNetwork.test(3, [(0, 1)])
    let found = try apart.newTies(by: model(), among: never, for: .seeds([0]), options: options())
    #expect(found.together.mean == 0)
  }

  @Test func unfitQuestionsAreRefused() throws {
    let network = try networks(2)[1]
    let candidates = try TieCandidates(chance: 0.5)
    func code(_ body: () throws -> NewTies) -> BuzzlineError.Code? {
      #expect(throws: BuzzlineError.self) { _ = try body() }?.code
    }
    let (model, options) = (try model(), try options())
    #expect(
      code { try network.newTies(0, by: model, among: candidates, for: .everyActor, options: options) }
        == .invalidOptions)
    #expect(
      code { try network.newTies(by: LinearThreshold(), among: candidates, for: .everyActor, options: options) }
        == .invalidOptions)
    #expect(
      code { try network.newTies(by: model, among: candidates, for: .seeds([9]), options: options) } == .invalidSeeds)
    #expect(
      code {
        try KnowledgeNetwork.test(0, []).newTies(by: model, among: candidates, for: .everyActor, options: options)
      }
        == .emptyNetwork)
    let nobody = try TieCandidates(chance: 0.5, givers: ["smee"])
    #expect(
      code { try network.newTies(by: model, among: nobody, for: .everyActor, options: options) } == .unknownGroup)
    #expect(throws: BuzzlineError.self) { try TieCandidates(chance: 1.1) }
    #expect(throws: BuzzlineError.self) { try TieCandidates(chance: 1, scopes: []) }
  }

  @Test func aCancelledTaskStops() async throws {
    let network = try SeedNetworks.labelled(40, density: 0.05, seed: 6)
    let (model, options, candidates) = (try model(), try options(), try TieCandidates(chance: 0.5))
    for objective in [ReachObjective.seeds([1]), .everyActor] {
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try network.newTies(by: model, among: candidates, for: objective, options: options)
      }
      let error = await #expect(throws: BuzzlineError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
  }

  /// Of the new ties that come into question, those at the distances asked for are found and no others.
  @Test func newTiesKeepToARangeOfDistances() throws {
    let model = try model()
    let options = try SpreadOptions(runs: 40, seed: 3)
    let (range, scopes) = (0.2...0.7, Set(TieScope.allScopes))
    for seed in 0..<5 {
      let network = try TestTopics.network(seed: UInt64(seed))
      let distances = try network.cognitiveDistances()
      let candidates = try TieCandidates(
        chance: 1, scopes: scopes, distance: distances.between, distances: range)
      let found = try network.newTies(12, by: model, among: candidates, for: .everyActor, options: options)
      let allowed = network.actors.indices.flatMap { giver in
        network.actors.indices.compactMap { receiver -> TieEnds? in
          guard giver != receiver, !network.hasTie(from: giver, to: receiver),
            let distance = distances.between(giver, receiver), range.contains(distance)
          else { return nil }
          return TieEnds(from: giver, to: receiver)
        }
      }
      #expect(!found.ties.isEmpty && Set(found.ties.map(\.ends)).isSubset(of: allowed))
      // The first is the best of the allowed ones, tried one by one.
      let trial = try WhatIfTwin(model, on: network, for: .everyActor, seed: 3, graphs: 40)
      let gains = allowed.map { trial.gain(of: $0, chance: 1, isDirected: true).reduce(0, +) }
      #expect(abs((found.ties.first?.gain.mean ?? 0) * 40 - (gains.max() ?? 0)) < 1e-9)
    }
  }
}

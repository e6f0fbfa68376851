import Foundation
import KnowledgeNetworks
import NetworkMeasures

// Betweenness of a large network asked for by the main actor, which goes on ticking; then the same, cancelled.

@main @MainActor struct App {
  static let tick = Duration.milliseconds(50)

  static func main() async throws {
    let network = try randomNetwork(actors: 20_000, ties: 200_000)
    let clock = ContinuousClock()

    let ticker = Task {
      var worst = Duration.zero
      while !Task.isCancelled {
        let due = clock.now + tick
        try? await Task.sleep(until: due, clock: clock)
        worst = max(worst, clock.now - due)
      }
      return worst
    }
    let began = clock.now
    let scores = try await Workers.all.run { try network.betweenness(workers: $0) }
    print("\(network.actors[scores.highest(1)[0]].id) first, after \(clock.now - began)")
    ticker.cancel()
    print("a tick every \(tick) came late by at most \(await ticker.value)")

    let work = Task { try await Workers.all.run { try network.betweenness(workers: $0) } }
    try await Task.sleep(for: .milliseconds(300))
    let asked = clock.now
    work.cancel()
    do {
      _ = try await work.value
    } catch let error as BuzzlineError where error.code == .cancelled {
      print("cancelled within \(clock.now - asked)")
    }
  }

  static func randomNetwork(actors count: Int, ties: Int) throws -> KnowledgeNetwork {
    var generator = SeededGenerator(seed: 1)
    return try KnowledgeNetwork(
      actors: (0..<count).map { NetworkActor(id: "a\($0)") },
      ties: (0..<ties).map { _ in
        let source = generator.below(count)
        return Tie(source: source, target: (source + 1 + generator.below(count - 1)) % count)
      })
  }
}

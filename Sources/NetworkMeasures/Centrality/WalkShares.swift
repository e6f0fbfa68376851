internal import Foundation
internal import KnowledgeNetworks

/// The shares of PageRank, up to a common factor: *y*(j) = 1 + *d* Σ *p*(i, j) *y*(i) over the givers *i* of *j*, *p* being
/// the part of what *i* gives that goes to *j*.
///
/// That actors who give to nobody lead anywhere only changes the factor, which the sum of all makes up for. Strong
/// components are solved one by one, each after all that give to it; an actor by itself takes one step. Within a component
/// each actor takes what it receives from the latest values (Gauss and Seidel), and after each round all are multiplied so
/// that what comes in, stays and leaves adds up: Stewart (1994), Introduction to the Numerical Solution of Markov Chains,
/// chapters 3 and 6.
struct WalkShares {
  /// By how much a round may still change an actor, as part of it, for the sum of all errors to be below 1e-12 of the sum:
  /// what is left after a round is at most *d* / (1 − *d*) times what the round changed.
  private let tolerance: Double
  private let mostRounds: Int
  private let damping: Double
  private let rows: GiverRows
  private let components: StrongComponents
  private let members: CompressedRows
  /// What an actor passes on of its share to each receiver, by weight: *d* over what it gives in all.
  private let rates: [Double]
  private(set) var shares: [Double]
  /// What each actor passes on: its share times its rate.
  private var passed: [Double]
  /// How much of what an actor passes on stays in its component.
  private var kept: [Double]

  /// - Parameter damping: The chance to follow a tie, above 0 and below 1.
  init(of network: KnowledgeNetwork, damping: Double) {
    self.damping = damping
    // Rounding alone may change an actor by a few units of the last place.
    tolerance = max(1e-12 * (1 - damping), 2e-15)
    // After so many rounds nothing is left of the start.
    mostRounds = Int((-80 / log2(damping)).rounded(.up)) + 2
    rows = GiverRows(receivingIn: network)
    components = StrongComponents(of: rows.compressed)
    members = components.memberRows
    rates = GiverRows(givingIn: network).totals.map { $0 > 0 ? damping / $0 : 0 }
    shares = Array(repeating: 1, count: network.actorCount)
    passed = Array(repeating: 0, count: network.actorCount)
    kept = passed
  }

  /// - Throws: If the task was cancelled.
  /// - Complexity: O(*s* (*n* + *m*)) time for *s* rounds of the slowest component, O(*n* + *m*) space.
  mutating func solve() throws(BuzzlineError) {
    var component = 0
    while component < components.count {
      let first = component
      // Actors by themselves, one after the other, need nothing that is not settled by then.
      while component < components.count, members.count(of: component) == 1 { component += 1 }
      _ = try takeAll(Int(members.starts[first])..<Int(members.starts[component]))
      if component < components.count { try settle(component) }
      component += 1
    }
  }

  private mutating func settle(_ component: Int) throws(BuzzlineError) {
    let places = members.range(of: component)
    let inflow = begin(component)
    for _ in 0..<mostRounds {
      let isSettled = try takeAll(places)
      let factor = inflow / leaving(places)
      for actor in members.partners[places] {
        shares[Int(actor)] *= factor
        passed[Int(actor)] *= factor
      }
      if isSettled, abs(factor - 1) <= tolerance { return }
    }
  }

  /// Starts with equal shares; what the actors of a component have without one another, added up.
  private mutating func begin(_ component: Int) -> Double {
    var inflow = 0.0
    for actor in members[component].lazy.map({ Int($0) }) {
      inflow += 1
      for place in rows.compressed.range(of: actor) {
        let (giver, weight) = (Int(rows.compressed.partners[place]), rows.weights?[place] ?? 1)
        if Int(components.numbers[giver]) == component {
          kept[giver] += weight * rates[giver]
        } else {
          inflow += weight * passed[giver]
        }
      }
      passed[actor] = rates[actor]
    }
    return inflow
  }

  /// What of the shares of a component is not passed on within it.
  private func leaving(_ places: Range<Int>) -> Double {
    members.partners[places].reduce(0) { $0 + shares[Int($1)] * (1 - kept[Int($1)]) }
  }

  /// Lets the actors at some places take what they receive, one after the other; whether hardly anything changed.
  private mutating func takeAll(_ places: Range<Int>) throws(BuzzlineError) -> Bool {
    var isSettled = true
    for first in stride(from: places.lowerBound, to: places.upperBound, by: 1 << 16) {
      try stopIfCancelled()
      if !take(first..<min(places.upperBound, first + 1 << 16)) { isSettled = false }
    }
    return isSettled
  }

  private mutating func take(_ places: Range<Int>) -> Bool {
    let (compressed, weights, members, rates, tolerance) = (rows.compressed, rows.weights, members, rates, tolerance)
    return shares.withUnsafeMutableBufferPointer { shares in
      passed.withUnsafeMutableBufferPointer { passed in
        compressed.starts.withUnsafeBufferPointer { starts in
          compressed.partners.withUnsafeBufferPointer { partners in
            (weights ?? []).withUnsafeBufferPointer { weights in
              let walk = WalkRows(
                starts: starts, partners: partners, weights: weights.isEmpty ? nil : weights, passed: passed)
              var isSettled = true
              for place in places {
                let actor = Int(members.partners[place])
                let share = 1 + walk.received(by: actor)
                isSettled = isSettled && abs(share - shares[actor]) <= tolerance * share
                shares[actor] = share
                passed[actor] = share * rates[actor]
              }
              return isSettled
            }
          }
        }
      }
    }
  }
}

/// The rows of givers as they lie in memory.
///
/// Within bounds: rows end where the next begins, and partners are actors.
private struct WalkRows {
  let starts: UnsafeBufferPointer<UInt32>
  let partners: UnsafeBufferPointer<UInt32>
  let weights: UnsafeBufferPointer<Double>?
  let passed: UnsafeMutableBufferPointer<Double>

  @inline(__always)
  func received(by actor: Int) -> Double {
    let row = Int(starts[actor])..<Int(starts[actor + 1])
    var sum = 0.0
    if let weights {
      for place in row { sum += weights[place] * passed[Int(partners[place])] }
    } else {
      for place in row { sum += passed[Int(partners[place])] }
    }
    return sum
  }
}

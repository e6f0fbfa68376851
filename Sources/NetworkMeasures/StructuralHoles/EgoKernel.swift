internal import Foundation
internal import KnowledgeNetworks

/// The structural-hole numbers of one actor; NaN where not defined.
struct EgoPosition: Sendable {
  var contacts = 0
  var effectiveSize = 0.0
  var efficiency = Double.nan
  var constraint = Double.nan
  var hierarchy = Double.nan
}

/// Structural holes of all actors: first what every tied pair has in common, then the sums around each actor.
///
/// With *z* the mutual weights, Σ_q *z*(i,q) *z*(q,j) is the same seen from either end; so is the sum with each term over
/// the total of *q*, unless totals are taken inside each actor's own network.
struct EgoKernel: Sendable {
  private let contacts: Contacts
  private let weights: [Double]
  private let model: StructuralHoleModel

  init(of network: KnowledgeNetwork, model: StructuralHoleModel, workers: Workers) {
    contacts = Contacts(of: network, workers: workers)
    weights = contacts.mutualWeights(in: network, workers: workers)
    self.model = model
  }

  func positions(by workers: Workers) throws(BuzzlineError) -> [EgoPosition] {
    let pairs = PairKernel(contacts: contacts, weights: weights)
    return switch model {
    case .egoNetwork: try positions(pairs, pairs.numbers(of: InsideExtent(), by: workers), ByEntry.self, workers)
    case .wholeNetwork: try positions(pairs, wholeExtents(by: workers), ByActor.self, workers)
    }
  }

  /// - Parameter extents: Of each contact one over its total weight, and its largest.
  private func positions<Order: ExtentOrder>(
    _ pairs: PairKernel, _ extents: [SIMD2<Double>], _: Order.Type, _ workers: Workers
  ) throws(BuzzlineError) -> [EgoPosition] {
    try extents.withUnsafeBufferPointer { extents throws(BuzzlineError) in
      let passed = try pairs.numbers(of: PassedOn<Order>(extents: extents), by: workers)
      // Read by all, and alive until all have left.
      nonisolated(unsafe) let extents = extents
      return try workers.joined(over: contacts.actorCount, by: 1_024, work: "structural holes", scratch: {}) {
        (_: inout Void, actors) in
        passed.withUnsafeBufferPointer { passed in
          weights.withUnsafeBufferPointer { weights in
            actors.map { actor in
              position(in: contacts[actor], weights, passed) { place in
                extents[Order.place(entry: place, actor: contacts.rows.partners[place])][1]
              }
            }
          }
        }
      }
    }
  }

  /// Over all ties of each actor.
  private func wholeExtents(by workers: Workers) throws(BuzzlineError) -> [SIMD2<Double>] {
    try workers.joined(over: contacts.actorCount, by: 1_024, scratch: {}) { (_: inout Void, actors) in
      weights.withUnsafeBufferPointer { weights in
        actors.map { actor in
          let own = weights[contacts[actor]]
          return SIMD2(1 / own.reduce(0, +), own.reduce(0, max))
        }
      }
    }
  }

  @inline(__always)
  private func position(
    in row: Range<Int>, _ weights: UnsafeBufferPointer<Double>, _ passed: UnsafeBufferPointer<SIMD2<Double>>,
    largest: (Int) -> Double
  ) -> EgoPosition {
    guard !row.isEmpty else { return EgoPosition() }
    var position = EgoPosition(contacts: row.count)
    let total = row.reduce(0) { $0 + weights[$1] }
    var constraint = 0.0
    for place in row {
      let reach = (weights[place] + passed[place][0]) / total
      constraint += reach * reach
      position.effectiveSize += 1 - passed[place][1] / (total * largest(place))
    }
    position.efficiency = position.effectiveSize / Double(row.count)
    position.constraint = row.count == 1 && model == .egoNetwork ? .nan : constraint
    position.hierarchy = row.count == 1 ? 1 : hierarchy(of: row, weights, passed, sum: constraint * total * total)
    return position
  }

  /// The Coleman–Theil index of disorder of the parts that make up constraint.
  private func hierarchy(
    of row: Range<Int>, _ weights: UnsafeBufferPointer<Double>, _ passed: UnsafeBufferPointer<SIMD2<Double>>,
    sum: Double
  ) -> Double {
    let count = Double(row.count)
    var disorder = 0.0
    for place in row {
      let root = weights[place] + passed[place][0]
      let ratio = root * root * (count / sum)
      if ratio > 1e-6 { disorder += ratio * log(ratio) }
    }
    return disorder / (count * log(count))
  }
}

/// Where the extent of a contact stands: one a contact, or one for every actor it is a contact of.
private protocol ExtentOrder: Sendable {
  static func place(entry: Int, actor: UInt32) -> Int
}

private enum ByActor: ExtentOrder {
  @inline(__always)
  static func place(entry: Int, actor: UInt32) -> Int { Int(actor) }
}

private enum ByEntry: ExtentOrder {
  @inline(__always)
  static func place(entry: Int, actor: UInt32) -> Int { entry }
}

/// One over the total weight of each contact and its largest, inside the other's own network.
private struct InsideExtent: PairSum {
  @inline(__always)
  func sums(of pair: TiedPair) -> (SIMD2<Double>, SIMD2<Double>) {
    var total = SIMD2(repeating: pair.weights[pair.entry])
    var largest = total
    pair.forEachCommon { own, other, _ in
      // The first sees what the second has with the third, the second what the first has.
      let third = SIMD2(pair.weights[other], pair.weights[own])
      total += third
      largest = pointwiseMax(largest, third)
    }
    return (SIMD2(1 / total[0], largest[0]), SIMD2(1 / total[1], largest[1]))
  }
}

/// What goes through common contacts: as a share of all that each has around either end, and as it is.
private struct PassedOn<Order: ExtentOrder>: PairSum, @unchecked Sendable {
  /// Only read, and alive while the sums are made.
  let extents: UnsafeBufferPointer<SIMD2<Double>>

  @inline(__always)
  func sums(of pair: TiedPair) -> (SIMD2<Double>, SIMD2<Double>) {
    var (indirect, shared) = (SIMD2<Double>.zero, 0.0)
    pair.forEachCommon { own, other, third in
      let product = pair.weights[own] * pair.weights[other]
      let near = extents[Order.place(entry: own, actor: third)][0]
      let far = extents[Order.place(entry: other, actor: third)][0]
      indirect += product * SIMD2(near, far)
      shared += product
    }
    return (SIMD2(indirect[0], shared), SIMD2(indirect[1], shared))
  }
}

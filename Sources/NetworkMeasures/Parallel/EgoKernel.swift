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
  private static let block = 1_024

  init(of network: KnowledgeNetwork, model: StructuralHoleModel, usesWeights: Bool, workers: Workers) {
    contacts = Contacts(of: network, workers: workers)
    weights = contacts.mutualWeights(in: network, usesWeights: usesWeights)
    self.model = model
  }

  /// All positions in roster order; `nil` if the task was cancelled.
  func positions(by workers: Workers) -> [EgoPosition]? {
    let pairs = PairKernel(contacts: contacts, weights: weights)
    let extents = model == .egoNetwork ? pairs.columns(of: InsideExtent(), by: workers) : extents(by: workers)
    guard let (inverses, largest) = extents else { return nil }
    let passed = inverses.withUnsafeBufferPointer { inverses in
      inverses.baseAddress.map { pairs.columns(of: PassedOn(inverses: $0), by: workers) } ?? ([], [])
    }
    guard let (indirect, shared) = passed else { return nil }
    return workers.joined(over: contacts.actorCount, by: Self.block, work: "structural holes", scratch: {}) {
      (_: inout Void, actors) in
      actors.map { position(of: $0, largest: largest, indirect: indirect, shared: shared) }
    }
  }

  /// One over the total weight of every contact and its largest, over all its ties, by entry; `nil` if the task was cancelled.
  private func extents(by workers: Workers) -> (first: [Double], second: [Double])? {
    let extents = workers.joined(over: contacts.actorCount, by: Self.block, scratch: {}) { (_: inout Void, actors) in
      actors.map { actor in
        let own = weights[contacts[actor]]
        return SIMD2(1 / own.reduce(0, +), own.max() ?? 0)
      }
    }
    guard let extents else { return nil }
    return (contacts.partners.map { extents[Int($0)][0] }, contacts.partners.map { extents[Int($0)][1] })
  }

  private func position(of ego: Int, largest: [Double], indirect: [Double], shared: [Double]) -> EgoPosition {
    let row = contacts[ego]
    guard !row.isEmpty else { return EgoPosition() }
    let total = weights[row].reduce(0, +)
    var position = EgoPosition(contacts: row.count)
    var constraint = 0.0
    for place in row {
      let reach = (weights[place] + indirect[place]) / total
      constraint += reach * reach
      position.effectiveSize += 1 - shared[place] / (total * largest[place])
    }
    position.efficiency = position.effectiveSize / Double(row.count)
    position.constraint = row.count == 1 && model == .egoNetwork ? .nan : constraint
    position.hierarchy =
      row.count == 1
      ? 1
      : Self.hierarchy(of: row.lazy.map { weights[$0] + indirect[$0] }, sum: constraint * total * total, row.count)
    return position
  }

  /// The Coleman–Theil index of disorder of squares.
  private static func hierarchy(of roots: some Sequence<Double>, sum: Double, _ count: Int) -> Double {
    let scale = Double(count) / sum
    let ratios = roots.lazy.map { $0 * $0 * scale }.filter { $0 > 1e-6 }
    return ratios.reduce(0) { $0 + $1 * log($1) } / (Double(count) * log(Double(count)))
  }
}

/// One over the total weight of each contact and its largest, inside the other's own network.
private struct InsideExtent: PairSum {
  @inline(__always)
  func sums(of pair: TiedPair) -> (SIMD2<Double>, SIMD2<Double>) {
    var total = SIMD2(repeating: pair.weights[pair.entry])
    var largest = total
    for common in 0..<pair.commonCount {
      // The first sees what the second has with the third, the second what the first has.
      let third = SIMD2(pair.weights[Int(pair.others[common])], pair.weights[Int(pair.own[common])])
      total += third
      largest = pointwiseMax(largest, third)
    }
    return (1 / total, largest)
  }
}

/// What goes through common contacts: as a share of all that each has around either end, and as it is.
private struct PassedOn: PairSum, @unchecked Sendable {
  /// By entry; only read, and alive while the sums are made.
  let inverses: UnsafePointer<Double>

  @inline(__always)
  func sums(of pair: TiedPair) -> (SIMD2<Double>, SIMD2<Double>) {
    var (indirect, shared) = (SIMD2<Double>.zero, 0.0)
    for common in 0..<pair.commonCount {
      let (own, other) = (Int(pair.own[common]), Int(pair.others[common]))
      let product = pair.weights[own] * pair.weights[other]
      indirect += product * SIMD2(inverses[own], inverses[other])
      shared += product
    }
    return (indirect, SIMD2(repeating: shared))
  }
}

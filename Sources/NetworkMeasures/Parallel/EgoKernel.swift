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

/// Computes one actor after another, with a slot for each contact of the actor at hand.
///
/// One pass over the contacts *q* of *i* gives all numbers: constraint takes Σ_q *p*(i,q) *p*(q,j), redundancy
/// Σ_q *p*(i,q) *z*(q,j).
struct EgoKernel: Sendable {
  private let contacts: Contacts
  private let weights: [Double]
  private let model: StructuralHoleModel
  /// Total and largest mutual weight of every actor over all its ties.
  private let totals: [Double]
  private let maxima: [Double]
  private static let block = 1_024

  init(of network: KnowledgeNetwork, model: StructuralHoleModel, usesWeights: Bool, workers: Workers) {
    contacts = Contacts(of: network, workers: workers)
    weights = contacts.mutualWeights(in: network, usesWeights: usesWeights)
    self.model = model
    var (totals, maxima) = ([Double](repeating: 0, count: network.actorCount), [Double]())
    maxima = totals
    for actor in totals.indices {
      for place in contacts[actor] {
        totals[actor] += weights[place]
        maxima[actor] = max(maxima[actor], weights[place])
      }
    }
    (self.totals, self.maxima) = (totals, maxima)
  }

  /// All positions in roster order; `nil` if the task was cancelled.
  func positions(by workers: Workers) -> [EgoPosition]? {
    workers.joined(over: contacts.actorCount, by: Self.block, work: "structural holes") {
      EgoSlots(actorCount: contacts.actorCount)
    } compute: { slots, actors in
      actors.map { position(of: $0, &slots) }
    }
  }

  private func position(of ego: Int, _ slots: inout EgoSlots) -> EgoPosition {
    let row = contacts[ego]
    guard !row.isEmpty else { return EgoPosition() }
    slots.open(contacts.partners[row])
    defer { slots.close(contacts.partners[row]) }
    var extents: [(total: Double, largest: Double)] = []
    extents.reserveCapacity(row.count)
    for place in row {
      let contact = Int(contacts.partners[place])
      let extent = extent(of: contact, around: ego, slots)
      extents.append(extent)
      slots.pass(weights[place] / totals[ego], of: extent.total, through: contacts[contact], contacts.partners, weights)
    }
    return summary(of: ego, slots, largest: extents.map(\.largest))
  }

  private func summary(of ego: Int, _ slots: EgoSlots, largest: [Double]) -> EgoPosition {
    let row = contacts[ego]
    var constraints: [Double] = []
    constraints.reserveCapacity(row.count)
    var position = EgoPosition(contacts: row.count)
    for (slot, place) in row.enumerated() {
      let reach = weights[place] / totals[ego] + slots.indirect[slot]
      constraints.append(reach * reach)
      position.effectiveSize += 1 - slots.shared[slot] / largest[slot]
    }
    position.efficiency = position.effectiveSize / Double(row.count)
    let constraint = constraints.reduce(0, +)
    position.constraint = row.count == 1 && model == .egoNetwork ? .nan : constraint
    position.hierarchy = row.count == 1 ? 1 : Self.hierarchy(of: constraints, sum: constraint)
    return position
  }

  /// Total and largest weight of a contact, over all its ties or those inside ego's network.
  private func extent(of contact: Int, around ego: Int, _ slots: EgoSlots) -> (total: Double, largest: Double) {
    guard model == .egoNetwork else { return (totals[contact], maxima[contact]) }
    var extent = (total: 0.0, largest: 0.0)
    for tie in contacts[contact] {
      let third = Int(contacts.partners[tie])
      guard third == ego || slots.holds(third) else { continue }
      extent.total += weights[tie]
      extent.largest = max(extent.largest, weights[tie])
    }
    return extent
  }

  /// The Coleman–Theil index of disorder.
  private static func hierarchy(of constraints: [Double], sum: Double) -> Double {
    let count = Double(constraints.count)
    let ratios = constraints.lazy.map { $0 * count / sum }.filter { $0 > 1e-6 }
    return ratios.reduce(0) { $0 + $1 * log($1) } / (count * log(count))
  }
}

/// The slots of one ego's contacts, and what passes to each of them through the others.
struct EgoSlots: Sendable {
  /// For each actor the slot it has among ego's contacts, from 1; 0 for all others.
  private var slots: [Int32]
  /// Σ_q *p*(i,q) *p*(q,j) and Σ_q *p*(i,q) *z*(q,j), by slot of *j*.
  private(set) var indirect: [Double] = []
  private(set) var shared: [Double] = []
  /// Entries that were found to lead to a contact.
  private var hits: [UInt32]

  init(actorCount: Int) {
    slots = Array(repeating: 0, count: actorCount)
    hits = Array(repeating: 0, count: actorCount + 1)
  }

  func holds(_ actor: Int) -> Bool { slots[actor] > 0 }

  mutating func open(_ row: ArraySlice<UInt32>) {
    for (slot, contact) in row.enumerated() { slots[Int(contact)] = Int32(slot + 1) }
    indirect.removeAll(keepingCapacity: true)
    indirect.append(contentsOf: repeatElement(0, count: row.count))
    shared.removeAll(keepingCapacity: true)
    shared.append(contentsOf: repeatElement(0, count: row.count))
  }

  mutating func close(_ row: ArraySlice<UInt32>) {
    for contact in row { slots[Int(contact)] = 0 }
  }

  /// Goes on from one contact to every other: hits are listed without a branch, then added.
  ///
  /// - Parameters:
  ///   - share: What the contact has of all that ego gives and receives.
  ///   - total: What the contact gives and receives itself.
  mutating func pass(
    _ share: Double, of total: Double, through row: Range<Int>, _ partners: [UInt32], _ weights: [Double]
  ) {
    let part = share / total
    partners.withUnsafeBufferPointer { partners in
      slots.withUnsafeBufferPointer { slots in
        hits.withUnsafeMutableBufferPointer { hits in
          var count = 0
          for place in row {
            hits[count] = UInt32(truncatingIfNeeded: place)
            count &+= slots[Int(partners[place])] == 0 ? 0 : 1
          }
          for hit in 0..<count {
            let place = Int(hits[hit])
            let slot = Int(slots[Int(partners[place])]) - 1
            indirect[slot] += part * weights[place]
            shared[slot] += share * weights[place]
          }
        }
      }
    }
  }
}

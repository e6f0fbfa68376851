internal import Foundation

/// The structural-hole numbers of one actor; NaN where not defined.
struct EgoPosition: Sendable {
  var contacts = 0
  var effectiveSize = 0.0
  var efficiency = Double.nan
  var constraint = Double.nan
  var hierarchy = Double.nan
}

/// Computes one actor after another, with a slot for each contact of the actor at hand.
struct EgoKernel {
  private let contacts: Contacts
  private let model: StructuralHoleModel
  /// For each actor the slot it has among ego's contacts, from 1; 0 for all others.
  private var slots: [Int32]
  /// Total and largest mutual weight of every actor over all its ties.
  private let wholeTotals: [Double]
  private let wholeMaxima: [Double]
  /// By slot, as the model takes them.
  private var totals: [Double] = []
  private var maxima: [Double] = []
  /// Σ_q *p*(i,q) *p*(q,j) and Σ_q *p*(i,q) *z*(q,j), by slot of *j*.
  private var indirect: [Double] = []
  private var shared: [Double] = []

  init(_ contacts: Contacts, model: StructuralHoleModel) {
    self.contacts = contacts
    self.model = model
    slots = Array(repeating: 0, count: contacts.actorCount)
    let rows = (0..<contacts.actorCount).map { contacts.weights[contacts[$0]] }
    wholeTotals = rows.map { $0.reduce(0, +) }
    wholeMaxima = rows.map { $0.max() ?? 0 }
  }

  mutating func position(of ego: Int) -> EgoPosition {
    let row = contacts[ego]
    guard !row.isEmpty else { return EgoPosition() }
    openSlots(row)
    defer { closeSlots(row) }
    measureContacts(of: ego)
    passThroughContacts(of: ego)
    return summary(of: ego)
  }

  private mutating func openSlots(_ row: Range<Int>) {
    for (slot, place) in row.enumerated() { slots[Int(contacts.partners[place])] = Int32(slot + 1) }
    for sums in [\EgoKernel.totals, \.maxima, \.indirect, \.shared] {
      self[keyPath: sums].removeAll(keepingCapacity: true)
      self[keyPath: sums].append(contentsOf: repeatElement(0, count: row.count))
    }
  }

  private mutating func closeSlots(_ row: Range<Int>) {
    for place in row { slots[Int(contacts.partners[place])] = 0 }
  }

  /// Totals and largest weights of ego's contacts.
  private mutating func measureContacts(of ego: Int) {
    for (slot, place) in contacts[ego].enumerated() {
      let contact = Int(contacts.partners[place])
      guard model == .egoNetwork else {
        (totals[slot], maxima[slot]) = (wholeTotals[contact], wholeMaxima[contact])
        continue
      }
      for tie in contacts[contact] {
        let third = Int(contacts.partners[tie])
        guard third == ego || slots[third] > 0 else { continue }
        totals[slot] += contacts.weights[tie]
        maxima[slot] = max(maxima[slot], contacts.weights[tie])
      }
    }
  }

  /// Goes from ego over every contact *q* to every other contact *j*.
  private mutating func passThroughContacts(of ego: Int) {
    for (slot, place) in contacts[ego].enumerated() {
      let share = contacts.weights[place] / wholeTotals[ego]
      for tie in contacts[Int(contacts.partners[place])] {
        let other = Int(slots[Int(contacts.partners[tie])]) - 1
        guard other >= 0 else { continue }
        let flow = share * contacts.weights[tie]
        indirect[other] += flow / totals[slot]
        shared[other] += flow
      }
    }
  }

  private func summary(of ego: Int) -> EgoPosition {
    let row = contacts[ego]
    let constraints = row.enumerated().map { slot, place in
      let reach = contacts.weights[place] / wholeTotals[ego] + indirect[slot]
      return reach * reach
    }
    let count = Double(row.count)
    var position = EgoPosition(contacts: row.count)
    position.effectiveSize = row.indices.reduce(0) {
      $0 + 1 - shared[$1 - row.startIndex] / maxima[$1 - row.startIndex]
    }
    position.efficiency = position.effectiveSize / count
    let constraint = constraints.reduce(0, +)
    position.constraint = row.count == 1 && model == .egoNetwork ? .nan : constraint
    position.hierarchy = row.count == 1 ? 1 : Self.hierarchy(of: constraints, sum: constraint)
    return position
  }

  /// The Coleman–Theil index of disorder.
  private static func hierarchy(of constraints: [Double], sum: Double) -> Double {
    let count = Double(constraints.count)
    let ratios = constraints.lazy.map { $0 * count / sum }.filter { $0 > 1e-6 }
    return ratios.reduce(0) { $0 + $1 * log($1) } / (count * log(count))
  }
}

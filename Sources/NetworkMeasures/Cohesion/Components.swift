public import KnowledgeNetworks

/// How actors must reach one another to belong together.
public enum Connection: String, Hashable, Sendable, CaseIterable {
  /// Along ties in any direction.
  case weak
  /// Along ties in their direction, there and back.
  case strong
}

/// The parts of a network whose actors reach one another.
public struct Components: Hashable, Sendable {
  /// For each actor the number of its component; components are numbered by their first actor in the roster.
  public let membership: [Int]
  /// The number of actors in each component.
  public let sizes: [Int]

  /// The number of components; an isolate is one by itself.
  public var count: Int { sizes.count }
  /// The size of the largest component; 0 without actors.
  public var largest: Int { sizes.max() ?? 0 }

  /// Renumbers parts given by any label.
  init(labels: [Int]) {
    var numbers = [Int?](repeating: nil, count: labels.count)
    var membership: [Int] = []
    var sizes: [Int] = []
    for label in labels {
      let number = numbers[label] ?? sizes.count
      if numbers[label] == nil {
        numbers[label] = number
        sizes.append(0)
      }
      sizes[number] += 1
      membership.append(number)
    }
    self.membership = membership
    self.sizes = sizes
  }
}

extension KnowledgeNetwork {
  /// Splits the network into the parts whose actors reach one another.
  ///
  /// Where ties have no direction weak and strong components are the same. Weights are not used; unobserved pairs count
  /// as absent.
  ///
  /// Tarjan (1972), [doi:10.1137/0201010](https://doi.org/10.1137/0201010).
  ///
  /// Properties: componentSizesSumToActors, strongComponentsRefineWeakOnes, reversalKeepsComponents.
  ///
  /// - Complexity: O(*n* + *m*) time and space for *n* actors and *m* connected pairs.
  public func components(_ connection: Connection) -> Components {
    if connection == .weak || !isDirected {
      Components(labels: weakLabels(PartnerRows(of: self, .both)))
    } else {
      Components(labels: StrongSearch(PartnerRows(of: self, .outgoing)).labels())
    }
  }

  private func weakLabels(_ rows: PartnerRows) -> [Int] {
    var labels = [Int](repeating: -1, count: actorCount)
    for root in actors.indices where labels[root] < 0 {
      labels[root] = root
      var waiting = [root]
      while let actor = waiting.popLast() {
        for place in rows[actor] {
          let partner = Int(rows.partners[place])
          guard labels[partner] < 0 else { continue }
          labels[partner] = root
          waiting.append(partner)
        }
      }
    }
    return labels
  }
}

/// Tarjan's search, with its own stack so that long chains of actors are no danger.
private struct StrongSearch {
  private let rows: PartnerRows
  /// The order in which actors were met; 0 not yet.
  private var order: [Int]
  /// The earliest actor each one is known to reach back to.
  private var low: [Int]
  private var label: [Int]
  private var next: [Int]
  private var met = 0
  /// Actors met whose component is not closed.
  private var open: [Int] = []

  init(_ rows: PartnerRows) {
    self.rows = rows
    order = Array(repeating: 0, count: rows.actorCount)
    low = order
    label = Array(repeating: -1, count: rows.actorCount)
    next = Array(rows.starts.dropLast())
  }

  /// For each actor, one member of its component.
  consuming func labels() -> [Int] {
    for root in 0..<rows.actorCount where order[root] == 0 { search(from: root) }
    return label
  }

  private mutating func search(from root: Int) {
    var path = [root]
    enter(root)
    while let actor = path.last {
      guard next[actor] < rows.starts[actor + 1] else {
        path.removeLast()
        if low[actor] == order[actor] { close(actor) }
        if let caller = path.last { low[caller] = min(low[caller], low[actor]) }
        continue
      }
      let partner = Int(rows.partners[next[actor]])
      next[actor] += 1
      if order[partner] == 0 {
        enter(partner)
        path.append(partner)
      } else if label[partner] < 0 {
        low[actor] = min(low[actor], order[partner])
      }
    }
  }

  private mutating func enter(_ actor: Int) {
    met += 1
    order[actor] = met
    low[actor] = met
    open.append(actor)
  }

  private mutating func close(_ root: Int) {
    while let member = open.popLast() {
      label[member] = root
      if member == root { break }
    }
  }
}

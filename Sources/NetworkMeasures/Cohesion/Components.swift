public import KnowledgeNetworks

/// How actors must reach one another to belong together.
public enum Connection: String, Hashable, Sendable, CaseIterable {
  /// Along ties in any direction.
  case weak
  /// Along ties in their direction, there and back.
  case strong
}

/// The parts of a network whose actors reach one another.
public struct Components: Hashable, Codable, Sendable {
  /// For each actor the number of its component; components are numbered by their first actor in the roster.
  public let membership: [Int]
  /// The number of actors in each component.
  public let sizes: [Int]

  /// The number of components; an isolate is one by itself.
  public var count: Int { sizes.count }
  /// The size of the largest component; 0 without actors.
  public var largest: Int { sizes.max() ?? 0 }

  /// Renumbers parts given by any label.
  fileprivate init(labels: [Int32]) {
    var numbers = [Int?](repeating: nil, count: labels.count)
    var sizes: [Int] = []
    membership = labels.map { label in
      let number = numbers[Int(label)] ?? sizes.count
      if number == sizes.count { sizes.append(0) }
      numbers[Int(label)] = number
      sizes[number] += 1
      return number
    }
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
      Components(labels: WeakComponents(of: self).numbers)
    } else {
      Components(labels: StrongComponents(of: outgoing).numbers)
    }
  }
}

public import KnowledgeNetworks

/// The ties a study was given: a collection of `Tie`.
///
/// Ties that only say who gave to whom take eight bytes each, so that ten million of them fit in little memory. Read,
/// counted and appended to, they stay so; once one is changed, all are kept in full.
///
/// Properties:
/// - Two lists are equal if their ties are, however they are kept.
public struct TieList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, Sendable {
  /// The ties, unless ``stated`` holds them.
  private var plainTies = PlainTies()
  /// The ties in full.
  private var stated: [Tie]?
  /// The plain ties in rows, where reading put them so.
  package private(set) var sorted: SortedPairs?
  /// The network that they are the ties of, where it was read whole.
  package private(set) var network: KnowledgeNetwork?

  /// Makes an empty list.
  public init() {}

  /// Takes ties in their order.
  public init(_ ties: some Sequence<Tie>) { stated = Array(ties) }

  /// Takes ties of which nothing is known but their ends.
  ///
  /// - Parameter sorted: The same ties in rows by giver, where somebody needed these before.
  package init(_ ties: PlainTies, sorted: SortedPairs? = nil) { (plainTies, self.sorted) = (ties, sorted) }

  /// Takes the ties of a network in its order.
  package init(of network: KnowledgeNetwork) {
    if network.hasPlainTies {
      plainTies = network.plainTies
    } else {
      stated = Array(network.ties)
    }
    self.network = network
  }

  /// The ties, if nothing is known of them but their ends.
  package var plain: PlainTies? { stated == nil ? plainTies : nil }

  /// The first position, 0.
  public var startIndex: Int { 0 }
  /// The number of ties.
  public var endIndex: Int { stated?.count ?? plainTies.count }

  /// The tie at a position.
  ///
  /// - Complexity: O(1); the first change to plain ties takes O(*m*) time for *m* ties.
  public subscript(position: Int) -> Tie {
    get { stated?[position] ?? plainTies[position] }
    set { changeInFull { $0[position] = newValue } }
  }

  /// Puts other ties in the place of some.
  public mutating func replaceSubrange(_ range: Range<Int>, with ties: some Collection<Tie>) {
    changeInFull { $0.replaceSubrange(range, with: ties) }
  }

  /// Puts more ties behind these.
  mutating func append(_ more: TieList) {
    if isEmpty {
      self = more
    } else if stated == nil, let more = more.plain {
      plainTies.append(more)
      (sorted, network) = (nil, nil)
    } else {
      append(contentsOf: more)
    }
  }

  /// The same ties between actors that have moved.
  func moved(to positions: [UInt32], workers: Workers) throws(BuzzlineError) -> TieList {
    guard let stated else { return TieList(try plainTies.moved(to: positions, workers: workers)) }
    return TieList(
      stated.map { tie in
        var moved = tie
        (moved.source, moved.target) = (Int(positions[tie.source]), Int(positions[tie.target]))
        return moved
      })
  }

  private mutating func changeInFull(_ change: (inout [Tie]) -> Void) {
    var ties = stated ?? Array(self)
    // Given up here, so that nothing is copied.
    (plainTies, sorted, network, stated) = (PlainTies(), nil, nil, nil)
    change(&ties)
    stated = ties
  }
}

extension TieList: ExpressibleByArrayLiteral {
  /// Takes ties in their order.
  public init(arrayLiteral ties: Tie...) { self.init(ties) }
}

extension TieList: Hashable {
  /// Whether both hold the same ties in the same order.
  public static func == (left: TieList, right: TieList) -> Bool { left.elementsEqual(right) }

  /// Hashes the ties.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for tie in self { hasher.combine(tie) }
  }
}

public import KnowledgeNetworks

extension KnowledgeNetwork {
  /// Counts all threes of actors by the way they are tied.
  ///
  /// Where ties have no direction every tied pair is mutual. Weights are not used; unobserved pairs count as null. The
  /// counts sum to *n*(*n* − 1)(*n* − 2)/6.
  ///
  /// Batagelj & Mrvar (2001), [doi:10.1016/S0378-8733(01)00035-1](https://doi.org/10.1016/S0378-8733(01)00035-1).
  ///
  /// Properties: triadsSumToAllTriples, reversalSwapsDownAndUp, mutualAndOneReceivedIs111D.
  ///
  /// - Throws: ``MeasureError`` if the task is cancelled or there are more than 2,642,245 actors, whose threes 64 bits
  ///   cannot count.
  /// - Complexity: O(Σ *d*²) time, over the numbers of contacts *d* of all actors; O(*n* + *m*) space.
  public func triadCensus() throws(MeasureError) -> TriadCensus {
    guard actorCount <= TriadKernel.mostActors else {
      throw MeasureError(
        .invalidInput, "A triad census takes at most \(TriadKernel.mostActors) actors; here are \(actorCount).")
    }
    var kernel = TriadKernel(Contacts(of: self))
    for first in actors.indices {
      if first.isMultiple(of: 256) { try stopIfCancelled() }
      kernel.count(from: first)
    }
    return TriadCensus(counts: kernel.allCounts())
  }
}

/// Visits every tied pair and all third actors tied to either of the two.
private struct TriadKernel {
  static let mostActors = 2_642_245
  private let contacts: Contacts
  /// The type's place for each combination of three bonds.
  private let places: [Int]
  private var counts = [Int](repeating: 0, count: TriadType.allCases.count)

  init(_ contacts: Contacts) {
    self.contacts = contacts
    let types = TriadType.allCases
    places = (0..<64).map { (code: UInt8) in
      let type = TriadType(
        Bond(rawValue: code >> 4), Bond(rawValue: (code >> 2) & 3), Bond(rawValue: code & 3))
      return types.firstIndex(of: type) ?? 0
    }
  }

  /// Counts the triads whose first tied pair, in roster order, starts at an actor.
  mutating func count(from first: Int) {
    for place in contacts[first] {
      let second = Int(contacts.partners[place])
      if second > first { count(first, second, contacts.bonds[place]) }
    }
  }

  private mutating func count(_ first: Int, _ second: Int, _ bond: Bond) {
    var left = contacts[first]
    var right = contacts[second]
    var thirds = 0
    while true {
      let a = left.isEmpty ? Int.max : Int(contacts.partners[left.lowerBound])
      let b = right.isEmpty ? Int.max : Int(contacts.partners[right.lowerBound])
      let third = min(a, b)
      if third == .max { break }
      let toFirst = a == third ? contacts.bonds[left.lowerBound] : []
      let toSecond = b == third ? contacts.bonds[right.lowerBound] : []
      if a == third { left = left.dropFirst() }
      if b == third { right = right.dropFirst() }
      if third == first || third == second { continue }
      thirds += 1
      // The triad belongs to its first tied pair, or it would be counted once for each.
      guard second < third || (first < third && toFirst == []) else { continue }
      counts[places[Int(bond.rawValue) << 4 | Int(toFirst.rawValue) << 2 | Int(toSecond.rawValue)]] += 1
    }
    let tiedOnlyTogether = Bond.mutual == bond ? 2 : 1  // 102 and 012
    counts[tiedOnlyTogether] += contacts.actorCount - thirds - 2
  }

  /// All counts, the triples without a tie being the rest.
  func allCounts() -> [Int] {
    let actors = contacts.actorCount
    let tied = counts.reduce(0, +)
    return [actors * (actors - 1) / 2 * (actors - 2) / 3 - tied] + counts.dropFirst()
  }
}

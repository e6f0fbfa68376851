public import KnowledgeNetworks

/// The sixteen ways three actors can be tied, named by their mutual, asymmetric and null pairs.
///
/// The letters tell apart what the numbers do not. `021D`: one actor gives to both others; `021U`: one receives from
/// both; `021C`: a chain. `111D`: the third actor gives to one of the mutual pair; `111U`: it receives from one. `030T`:
/// transitive; `030C`: a cycle. `120D`: the third actor gives to both of the mutual pair; `120U`: it receives from both;
/// `120C`: one of each.
///
/// Holland & Leinhardt (1976), [doi:10.2307/270703](https://doi.org/10.2307/270703).
public enum TriadType: String, Hashable, Codable, Sendable, CaseIterable {
  /// No ties.
  case t003 = "003"
  /// One tie.
  case t012 = "012"
  /// One mutual pair.
  case t102 = "102"
  /// One actor gives to both others.
  case t021D = "021D"
  /// One actor receives from both others.
  case t021U = "021U"
  /// A chain of two ties.
  case t021C = "021C"
  /// A mutual pair, one of which receives from the third.
  case t111D = "111D"
  /// A mutual pair, one of which gives to the third.
  case t111U = "111U"
  /// Three ties, one of them closing a chain.
  case t030T = "030T"
  /// A cycle.
  case t030C = "030C"
  /// Two mutual pairs.
  case t201 = "201"
  /// A mutual pair that receives from the third.
  case t120D = "120D"
  /// A mutual pair that gives to the third.
  case t120U = "120U"
  /// A mutual pair through which a chain goes.
  case t120C = "120C"
  /// Two mutual pairs and one tie.
  case t210 = "210"
  /// All ties.
  case t300 = "300"

  /// The type of three actors *a*, *b*, *c* by the bonds a–b, a–c and b–c.
  init(_ ab: Bond, _ ac: Bond, _ bc: Bond) {
    let bonds = [ab, ac, bc]
    let views = [[ab, ac], [ab.reversed, bc], [ac.reversed, bc.reversed]]
    let outs = views.map { $0.count { $0.contains(.gives) } }
    let ins = views.map { $0.count { $0.contains(.receives) } }
    let mutual = bonds.count { $0 == .mutual }
    switch (mutual, bonds.count { $0 == [] }) {
    case (0, 3): self = .t003
    case (0, 2): self = .t012
    case (1, 2): self = .t102
    case (0, 1): self = outs.contains(2) ? .t021D : ins.contains(2) ? .t021U : .t021C
    case (1, 1): self = ins.contains(2) ? .t111D : .t111U
    case (0, 0): self = outs.contains(2) ? .t030T : .t030C
    case (2, 1): self = .t201
    case (1, 0):
      let third = outs[ab == .mutual ? 2 : ac == .mutual ? 1 : 0]
      self = third == 2 ? .t120D : third == 0 ? .t120U : .t120C
    case (2, 0): self = .t210
    default: self = .t300
    }
  }
}

/// How many threes of actors are tied in each of the sixteen ways.
public struct TriadCensus: Hashable, Codable, Sendable {
  /// The counts in the order of `TriadType.allCases`.
  public let counts: [Int]

  /// How many are of a type.
  public subscript(type: TriadType) -> Int { zip(TriadType.allCases, counts).first { $0.0 == type }?.1 ?? 0 }
}

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
  /// - Parameter workers: The threads that count, and who hears how far they are.
  /// - Throws: ``BuzzlineError`` if the task is cancelled or there are more than 2,642,245 actors, whose threes 64 bits
  ///   cannot count.
  /// - Complexity: O(*m*√*m*) time at most, O(*n* + *m*) space.
  public func triadCensus(workers: Workers = .all) throws(BuzzlineError) -> TriadCensus {
    let most = 2_642_245
    guard actorCount <= most else {
      throw BuzzlineError(.invalidInput, "A triad census takes at most \(most) actors; here are \(actorCount).")
    }
    try workers.afford(.contacts(in: self, "The triad census"))
    return try TriadKernel(of: self, workers: workers).census(by: workers)
  }
}

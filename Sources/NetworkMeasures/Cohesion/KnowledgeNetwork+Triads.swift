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
  /// - Parameter workers: The threads that count, and who hears how far they are.
  /// - Throws: ``BuzzlineError`` if the task is cancelled or there are more than 2,642,245 actors, whose threes 64 bits
  ///   cannot count.
  /// - Complexity: O(*m*√*m*) time at most, O(*n* + *m*) space.
  public func triadCensus(workers: Workers = .all) throws(BuzzlineError) -> TriadCensus {
    guard actorCount <= Self.mostActorsInTriads else {
      throw BuzzlineError(
        .invalidInput, "A triad census takes at most \(Self.mostActorsInTriads) actors; here are \(actorCount).")
    }
    try workers.afford(.contacts(in: self, "The triad census"))
    let census = try TriadKernel(of: self, workers: workers).census(by: workers)
    return census
  }

  private static var mostActorsInTriads: Int { 2_642_245 }
}

/// p-values adjusted for how many hypotheses were tested together.
///
/// Hypotheses whose p is not defined (`nil` or NaN) are not counted and stay undefined.
public enum AdjustedChances {
  /// Holm's step-down adjustment: below α, no true hypothesis at all is rejected with a chance of more than α.
  ///
  /// Holds whatever the dependence between the tests. Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
  ///
  /// Properties: never below the p given, and no more than *m* times it, or 1; the order of the p-values is kept.
  ///
  /// - Complexity: O(*m* log *m*) time and O(*m*) space for *m* p-values.
  public static func holm(_ chances: [Double?]) -> [Double?] {
    adjusted(chances) { ascending in
      var least = 0.0
      return ascending.enumerated().map { place, chance in
        least = max(least, min(1, chance * Double(ascending.count - place)))
        return least
      }
    }
  }

  /// Benjamini and Hochberg's adjustment: among the hypotheses below *q*, at most that share is true, on average.
  ///
  /// Holds for tests that are independent or positively dependent. Benjamini & Hochberg (1995),
  /// [doi:10.1111/j.2517-6161.1995.tb02031.x](https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).
  ///
  /// Properties: never below the p given and never above Holm's; the order of the p-values is kept.
  ///
  /// - Complexity: O(*m* log *m*) time and O(*m*) space for *m* p-values.
  public static func benjaminiHochberg(_ chances: [Double?]) -> [Double?] {
    adjusted(chances) { ascending in
      var most = 1.0
      return ascending.enumerated().reversed().map { place, chance in
        most = min(most, chance * Double(ascending.count) / Double(place + 1))
        return most
      }.reversed()
    }
  }

  private static func adjusted(_ chances: [Double?], by adjust: ([Double]) -> [Double]) -> [Double?] {
    let tested = chances.indices.compactMap { place in
      chances[place].flatMap { $0.isNaN ? nil : (place: place, chance: $0) }
    }.sorted { ($0.chance, $0.place) < ($1.chance, $1.place) }
    var result = [Double?](repeating: nil, count: chances.count)
    for (hypothesis, chance) in zip(tested, adjust(tested.map(\.chance))) { result[hypothesis.place] = chance }
    return result
  }
}

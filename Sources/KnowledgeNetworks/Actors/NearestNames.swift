/// The names nearest to a misspelt one, for error messages: at most three, best first, none that is far off.
///
/// Names that begin with the word come before those in which letters must change; of those, at most a third of its
/// letters may, or two in a short word, but never all.
///
/// - Complexity: O(*a* *b*) time a name for lengths *a* and *b*, O(*b*) space.
package func nearestNames(to word: String, in names: [String]) -> [String] {
  let limit = min(max(2, word.count / 3), word.count - 1)
  let word = word.lowercased()
  return
    names
    .map { (rank: $0.lowercased().hasPrefix(word) ? 0 : 1, distance: editDistance(word, $0.lowercased()), name: $0) }
    .filter { $0.rank == 0 || $0.distance <= limit }
    .sorted { ($0.rank, $0.distance, $0.name) < ($1.rank, $1.distance, $1.name) }
    .prefix(3).map(\.name)
}

/// " Did you mean a, b or c?", or nothing where no name is near.
package func suggestion(for word: String, in names: [String]) -> String {
  let near = nearestNames(to: word, in: names).map { "'\($0)'" }
  guard let last = near.last else { return "" }
  let listed = near.count == 1 ? last : near.dropLast().joined(separator: ", ") + " or " + last
  return " Did you mean \(listed)?"
}

/// Levenshtein's distance: how many letters must be put in, taken out or changed.
private func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right)
  var previous = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    for column in right.indices {
      let change = previous[column] + (letter == right[column] ? 0 : 1)
      current.append(min(change, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}

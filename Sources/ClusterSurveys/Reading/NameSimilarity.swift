internal import KnowledgeNetworks

/// The letters of a name by which it is compared with others: those of the normalised name, its words in ascending
/// order, so that "Jena University" and "University Jena" are one.
///
/// Only the first hundred count, which bounds what a comparison takes.
struct ComparedName {
  private let letters: [UInt32]

  init(_ name: String) {
    let words = NormalisedName(name).words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    letters = words.joined(separator: " ").unicodeScalars.prefix(100).map(\.value)
  }

  /// How similar two names are, from 0 (no letter in common) to 1 (equal): Jaro–Winkler.
  ///
  /// No value of it tells the same organisation from another; it orders names for a person to look at.
  func similarity(to other: ComparedName) -> Double { jaroWinkler(letters, other.letters) }
}

/// Jaro's similarity, raised for names that begin alike (Winkler 1990): by 0.1 for each of up to four equal letters, of
/// what is missing to 1, where Jaro's is above 0.7.
///
/// Jaro (1989, doi:10.1080/01621459.1989.10478785): the mean of the shares of letters in either name that have an equal
/// letter in the other, at most half the longer name minus one apart, and the share of these in the same order. Two
/// empty names are equal; an empty and another have nothing in common.
///
/// - Complexity: O(*a* *b*) time, O(*a* + *b*) space.
func jaroWinkler(_ left: [UInt32], _ right: [UInt32]) -> Double {
  guard !left.isEmpty, !right.isEmpty else { return left.isEmpty && right.isEmpty ? 1 : 0 }
  let reach = max(0, max(left.count, right.count) / 2 - 1)
  var isTaken = [Bool](repeating: false, count: right.count)
  var matched: [UInt32] = []
  for (place, letter) in left.enumerated() {
    var other = max(0, place - reach)
    let end = min(right.count, place + reach + 1)
    while other < end, isTaken[other] || right[other] != letter { other += 1 }
    guard other < end else { continue }
    isTaken[other] = true
    matched.append(letter)
  }
  guard !matched.isEmpty else { return 0 }
  let counterparts = right.indices.lazy.filter { isTaken[$0] }.map { right[$0] }
  let swaps = zip(matched, counterparts).count { $0 != $1 } / 2
  let count = Double(matched.count)
  let jaro = (count / Double(left.count) + count / Double(right.count) + (count - Double(swaps)) / count) / 3
  guard jaro > 0.7 else { return jaro }
  let beginning = zip(left, right).prefix(4).prefix { $0 == $1 }.count
  return jaro + 0.1 * Double(beginning) * (1 - jaro)
}

/// Finds the actors most similar to labels, by identifier or name.
struct SimilarActors {
  private let actors: [NetworkActor]
  private let texts: [(actor: Int, name: ComparedName)]
  /// Which texts hold a word of a label; `nil` where every label is compared with every text.
  private let bearers: [String: [Int]]?

  /// - Parameter mostComparisons: More would make a user wait; then a label is compared with names that share a word
  ///   with it, unless more than a thousand do.
  /// - Complexity: O(*n*) time and space for *n* actors.
  init(to labels: some Collection<String>, among actors: [NetworkActor], mostComparisons: Int = 2_000_000) {
    self.actors = actors
    let names = actors.indices.flatMap { position in
      let actor = actors[position]
      return (actor.name == actor.id ? [actor.id] : [actor.id, actor.name]).map { (position, $0) }
    }
    let isSmall = labels.count * names.count <= mostComparisons
    bearers = isSmall ? nil : Self.bearers(of: Set(labels.flatMap { NormalisedName($0).words }), among: names.map(\.1))
    let needed = bearers.map { Set($0.values.joined()) }
    texts = names.enumerated().map { place, text in
      (text.0, ComparedName(needed?.contains(place) ?? true ? text.1 : ""))
    }
  }

  private static func bearers(of words: Set<String>, among names: [String]) -> [String: [Int]] {
    var bearers: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      for word in Set(NormalisedName(name).words) where words.contains(word) {
        bearers[word, default: []].append(place)
      }
    }
    return bearers.filter { $0.value.count <= 1_000 }
  }

  /// The most similar actor and how similar it is, in thousandths; of equally similar ones the first by identifier.
  ///
  /// It is `nil` where there is none to compare with, or none with a letter in common.
  ///
  /// - Parameter isExcluded: Whether somebody said that the label does not mean an actor of this identifier.
  /// - Complexity: O(*n* *l*²) time for *n* actors with names of *l* letters.
  func nearest(to label: String, isExcluded: (String) -> Bool) -> (actor: Int, score: Double)? {
    let name = ComparedName(label)
    let places = bearers.map { bearers in Set(NormalisedName(label).words.flatMap { bearers[$0] ?? [] }).sorted() }
    var best: (actor: Int, score: Double)?
    for place in places ?? Array(texts.indices) {
      let text = texts[place]
      let score = (name.similarity(to: text.name) * 1_000).rounded() / 1_000
      guard score > 0, score >= best?.score ?? 0, !isExcluded(actors[text.actor].id) else { continue }
      let isFirst = best.map { NaturalOrder.precedes(actors[text.actor].id, actors[$0.actor].id) } ?? true
      if score > best?.score ?? 0 || isFirst { best = (text.actor, score) }
    }
    return best
  }
}

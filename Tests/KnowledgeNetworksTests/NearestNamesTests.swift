import KnowledgeNetworks
import Testing

struct NearestNamesTests {
  static let measures = ["betweenness", "closeness-in", "closeness-out", "coreness", "constraint", "pagerank"]

  @Test func `the nearest come first and what is far off does not come`() {
    #expect(nearestNames(to: "betweeness", in: Self.measures) == ["betweenness"])
    #expect(nearestNames(to: "closeness", in: Self.measures) == ["closeness-in", "closeness-out", "coreness"])
    #expect(nearestNames(to: "PageRank", in: Self.measures) == ["pagerank"])
    #expect(nearestNames(to: "zzzzzz", in: Self.measures).isEmpty)
  }

  @Test func `at most three, equally near ones by name`() {
    #expect(nearestNames(to: "a", in: ["ae", "ac", "ad", "ab"]) == ["ab", "ac", "ad"])
  }

  /// Wagner and Fischer's recursion without a table: the twin of the distance.
  static func distance(_ left: Substring, _ right: Substring) -> Int {
    guard let one = left.first, let other = right.first else { return max(left.count, right.count) }
    return min(
      distance(left.dropFirst(), right.dropFirst()) + (one == other ? 0 : 1),
      min(distance(left.dropFirst(), right), distance(left, right.dropFirst())) + 1)
  }

  @Test func `names are near by the letters that must change`() {
    let words = ["", "a", "b", "ab", "ba", "abc", "cab", "acb", "bbbb", "abab", "ca", "aabbc"]
    for word in words where !word.isEmpty {
      for name in words where !name.hasPrefix(word) {
        let isNear = Self.distance(word[...], name[...]) <= min(max(2, word.count / 3), word.count - 1)
        #expect(nearestNames(to: word, in: [name]).isEmpty == !isNear)
      }
    }
  }

  @Test func `a suggestion names one, two or three, or says nothing`() {
    #expect(suggestion(for: "kinds", in: ["kind", "country"]) == " Did you mean 'kind'?")
    #expect(suggestion(for: "ab", in: ["ac", "ad"]) == " Did you mean 'ac' or 'ad'?")
    #expect(suggestion(for: "ab", in: ["ac", "ad", "ae"]) == " Did you mean 'ac', 'ad' or 'ae'?")
    #expect(suggestion(for: "kind", in: []).isEmpty)
  }
}

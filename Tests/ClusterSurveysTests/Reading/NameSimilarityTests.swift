import KnowledgeNetworks
import Testing

@testable import ClusterSurveys

@Suite struct NameSimilarityTests {
  /// What rapidfuzz 3.14.6 says: `from rapidfuzz.distance import JaroWinkler; JaroWinkler.similarity(a, b)`.
  private static let reference: [(String, String, Double)] = [
    ("martha", "marhta", 0.9611111111111111),
    ("dwayne", "duane", 0.8400000000000001),
    ("dixon", "dicksonx", 0.8133333333333332),
    ("carl zeiss", "carl meditec zeiss", 0.8911111111111111),
    ("fsu jena", "friedrich jena schiller universitaet", 0.5945767195767195),
    ("beta", "betta", 0.9533333333333333),
    ("a", "a", 1.0),
    ("a", "b", 0.0),
    ("ab", "ba", 0.0),
    ("abc", "acb", 0.5555555555555555),
    ("", "", 1.0),
    ("", "abc", 0.0),
    ("jellyfish", "smellyfish", 0.8962962962962964),
    ("carl zeiss", "a", 0.7000000000000001),
    ("duane", "various", 0.44761904761904764),
    ("aaaa", "aaaaaaaa", 0.9),
    ("jenoptik", "jnep tk", 0.8321428571428573),
    ("fsu jena", "fsru jen", 0.9333333333333333),
    ("acme optics", "aecm oüpt ics", 0.9265734265734267),
    ("carl zeiss", "carl üzeiss", 0.9818181818181818),
    ("weißig", "weiaßgüi", 0.9027777777777778),
    ("fsu jena", "fsa jenea", 0.9074074074074073),
    ("acme optics", "amce topis", 0.9127272727272726),
    ("fsu jena", "rssu jena", 0.8842592592592592),
    ("weißig", "wßeig", 0.8900000000000001),
    ("weißig", "ewißiüg", 0.8968253968253969),
    ("fsu jena", "üfsuss jena", 0.9090909090909092),
    ("optik zentrum", "opati kzenrum", 0.9367521367521368),
    ("zürich mechanik", "üzri chmechanik", 0.9555555555555556),
    ("optik zentrum", "potik zentrum", 0.9743589743589745),
    ("institut fuer optik", "institut utifer optik", 0.9388471177944862),
    ("optik zentrum", "ptik entrum", 0.9487179487179488),
    ("fraunhofer iof", "frunhofersi of", 0.9413919413919414),
    ("analytik jena", "analyitk jena", 0.9846153846153847),
    ("jenoptik", "jeotpi", 0.888888888888889),
    ("analytik jena", "anatlytik jena", 0.9653846153846154),
    ("optik zentrum", "optikz enturm", 0.9692307692307692),
    ("analytik jena", "anlytiik süena", 0.9018315018315018),
    ("jenoptik", "jenoptrik", 0.9777777777777777),
    ("carl zeiss", "car eziss", 0.9507407407407407),
    ("analytik jena", "anayltik jen", 0.9626068376068376),
    ("weißig", "waiaieg", 0.7714285714285715),
  ]

  @Test func jaroWinklerAgreesWithRapidfuzz() {
    for (one, other, expected) in Self.reference {
      let (left, right) = (one.unicodeScalars.map(\.value), other.unicodeScalars.map(\.value))
      #expect(abs(jaroWinkler(left, right) - expected) < 1e-12, "\(one), \(other)")
      #expect(abs(jaroWinkler(right, left) - jaroWinkler(left, right)) < 1e-12, "\(one), \(other)")
    }
  }

  @Test func theOrderOfWordsAndTheLegalFormDoNotCount() {
    let name = ComparedName("Universität Jena")
    #expect(name.similarity(to: ComparedName("Jena, Universitaet")) == 1)
    #expect(ComparedName("Beta AG").similarity(to: ComparedName("beta")) == 1)
    #expect(name.similarity(to: ComparedName("Universität Ilmenau")) < 1)
  }

  @Test func manyLabelsAreComparedWithNamesThatShareAWord() {
    let actors = (0..<30).map { NetworkActor(id: "\($0)", name: "number\($0) works") }
    let similar = SimilarActors(to: ["numbr5", "number7"], among: actors, mostComparisons: 10)
    #expect(similar.nearest(to: "number7") { _ in false }?.actor == 7)
    #expect(similar.nearest(to: "numbr5") { _ in false } == nil)
    #expect(SimilarActors(to: ["numbr5"], among: actors).nearest(to: "numbr5") { _ in false }?.actor == 5)
  }
}

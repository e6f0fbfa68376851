import ClusterSurveys
import KnowledgeNetworks
import TestNetworks
import Testing

/// Patterns for headings come to an end, whatever the mapping and the headings.
@Suite struct HeadingPatternTests {
  private func read(_ pattern: String, above heading: String) throws -> MappedExport {
    try MappedExport(
      "org,\"\(heading)\"\nA,1\nB,0\n",
      mapping: """
        codes: {tie: ['1'], no_tie: ['0']}
        sources:
          - file: export.csv
            respondent: org
            items: [{item: shared, columns: {match: '\(pattern)'}, partner: {const: C}}]

        """)
  }

  @Test(
    arguments: [
      "(a+)+$", "(a*)*", "(a|a)+", "(a|ab)*b", "((a+)b?)+", "(a?){20}a{20}", "(?:a{1,9}){1,9}", "(?<x>[ab]+ ?)+",
      "((a|b))+?",
    ])
  func whatRepeatsIsNotRepeated(_ pattern: String) throws {
    let heading = String(repeating: "a", count: 5_000) + "!"
    let error = try #require(throws: BuzzlineError.self) { try read(pattern, above: heading) }
    #expect(error.code == .invalidMapping && error.place.line == 5 && error.place.column != nil)
    #expect(
      error.message.hasPrefix("'\(pattern)' repeats a group that holds a repetition or alternatives, as (a+)+ does;"))
  }

  @Test func manyRepetitionsNeedShortHeadings() throws {
    let pattern = ".*a.*a.*a.*a.*b"
    #expect(try read(pattern, above: "aaaaaab").claims == ["A shared C yes", "B shared C no"])
    let error = try #require(throws: BuzzlineError.self) {
      try read(pattern, above: String(repeating: "a", count: 5_000))
    }
    #expect(
      error.message.hasPrefix(
        "'\(pattern)' can be matched in too many ways with texts such as the one of 5000 characters above column 2;"))
  }

  /// What stands one behind another and fits nothing would be parted in some hundred million ways.
  @Test(
    arguments: [
      "(.*)(.*)(.*)(.*)(.*)x", String(repeating: "a?", count: 25) + "x", "(?i).*A.*a.*A.*a.*b",
      String(repeating: "(.|.)", count: 23) + "x",
      ".*(?:a|b).*(?:a|b).*(?:a|b).*(?:a|b)c", "((){60000}){60000}", ".*(a)?.*(a)?.*(a)?.*(a)?.*(a)?b",
      "(?!.*.+.+.+.+b)a+",
    ])
  func whatIsPartedInTooManyWaysIsRefused(_ pattern: String) throws {
    let error = try #require(throws: BuzzlineError.self) {
      try read(pattern, above: String(repeating: "a", count: 112))
    }
    #expect(error.message.contains("' can be matched in too many ways with texts such as the one of "))
  }

  @Test(arguments: [
    ("(?x)(a +) +c", "(?x"), ("(?-i)a", "(?-"), ("(?#(a)b", "(?#"), ("[\\Qa\\E]", "[\\Q"),
  ])
  func whatChangesTheRestIsNotKnown(_ pattern: String, _ part: String) throws {
    let error = try #require(throws: BuzzlineError.self) { try read(pattern, above: "aaaac") }
    #expect(error.message == "'\(pattern)' uses '\(part)', which patterns of a mapping do not have.")
  }

  @Test func whatLettersPartIsMatched() throws {
    let heading =
      String(repeating: "x", count: 150) + " knowledge you have made available, please tick all - Org 1 - talks"
    for pattern in [
      ".*knowledge.*available.* - (?<p>.*) - (?<t>.*)", "(?i).*KNOWLEDGE.*Available.* - (?<p>.*) - (?<t>.*)",
      ".*(?:knowledge).*(?<a>available)(, please)?.* - (?<p>.*) - (?<t>.*)$", "(?<a>.*)(?<n>\\d+)(?<b>.*) - (?<t>.+)",
      ".*.*.*.*.*.*s", "[^-]+ - [^-]+ - .+",
    ] {
      #expect(try read(pattern, above: heading).claims.count == 2, "\(pattern)")
    }
    #expect(try read("a\\.*.*.*.*.*.*b", above: "a....xb").claims.count == 2)
  }

  @Test(arguments: [".*.*.*.*.*.*x", "a+a+x"]) func whatFitsNothingIsSaid(_ pattern: String) throws {
    let error = try #require(throws: BuzzlineError.self) {
      try read(pattern, above: String(repeating: "a", count: 112))
    }
    #expect(error.message.hasPrefix("No column fits '\(pattern)'"))
  }

  @Test(
    arguments: [
      ("to_(?<x>\\d+)", "to_12"), ("to_(\\d+)(_(\\d+))?", "to_1_2"), ("(ab){2,}", "ababab"), ("(?:ab)+c?", "ababc"),
      ("(T|U)\\d{1,2}", "U7"), ("to\\(a\\+\\)\\+", "to(a+)+"), ("[(+]+x", "(+x"), ("\\Q(a+)+\\E", "(a+)+"),
      ("a{x", "a{x"),
      ("tox?", "to"), ("to_|of_", "of_"), (".+ - .+ - .+", "A - B - C"),
    ])
  func othersAreMatched(_ pattern: String, _ heading: String) throws {
    #expect(try read(pattern, above: heading).survey.claims.count == 2)
  }
}

import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Mappings that contradict themselves or do not fit their export: each is refused in one sentence that says where.
@Suite struct MappingRefusalTests {
  /// Something wrong put into a mapping, or an export, that is right.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var mapping = MappingRefusalTests.mapping
    var export = "org,to_B,to_C\nA,1,0\nB,0,1\n"
    var code = BuzzlineError.Code.invalidMapping
    var file = "mapping.yaml"
    var line: Int?
    var column: Int?
    let sentence: String

    /// A fault of the mapping: one text in the place of another.
    init(_ name: String, _ old: String, _ new: String, at line: Int?, _ column: Int?, _ sentence: String) {
      (testDescription, self.line, self.column, self.sentence) = (name, line, column, sentence)
      mapping = mapping.replacing(old, with: new)
    }

    /// A fault of the export.
    init(_ name: String, export: String, at line: Int?, _ column: Int?, _ sentence: String) {
      (testDescription, self.line, self.column, self.sentence) = (name, line, column, sentence)
      (self.export, code, file) = (export, .invalidValue, "export.csv")
    }

    func with(_ code: BuzzlineError.Code, mapping: String? = nil, export: String? = nil, file: String? = nil) -> Self {
      var fault = self
      fault.code = code
      if let mapping { fault.mapping = mapping }
      if let export { fault.export = export }
      if let file { fault.file = file }
      return fault
    }
  }

  static let mapping = """
    codes: {tie: ["1"], no_tie: ["0"]}
    sources:
      - file: export.csv
        respondent: org
        items:
          - item: shared
            columns: {match: 'to_(?<partner>.)'}
            partner: {from: partner}

    """

  static let keys = [
    Fault(
      "unknown key", "respondent:", "respondant:", at: 4, 5,
      "Did you mean 'respondent'?"),
    Fault(
      "duplicate key", "codes:", "sources: []\ncodes:", at: 1, 1,
      "The keys of what begins here repeat: 'sources'."
    ).with(.malformed),
    Fault("missing key", "file: export.csv", "sheet: export.csv", at: 3, 5, "The key 'file' is missing here."),
    Fault("nothing to read", "  - file", "  []\nother:\n  - file", at: 4, 1, "'other' is no key here"),
    Fault("no source", mapping, "sources: []\n", at: 1, 1, "A mapping has at least one source."),
    Fault(
      "no respondent", "    respondent: org\n", "", at: 3, 5,
      "The key 'respondent' is missing: who answered, or whom a row describes."),
    Fault(
      "unknown word", "item: shared", "item: shraed", at: 6, 15,
      "'shraed' is none of shared, received. Did you mean 'shared'?"),
    Fault(
      "two ways", "{from: partner}", "{from: partner, const: B}", at: 8, 18,
      "This is read from one of: from (a capture, cell or code), column, or const."),
    Fault(
      "no number", "item: shared", "slots: many\n        item: shared", at: 6, 16,
      "A whole number from 1 to 10000 is expected here, not 'many'."),
    Fault(
      "condition without texts", "respondent: org", "respondent: org\n    keep_when: {column: org}", at: 5, 16,
      "A condition has either 'is' or 'is_not', a text or a list of texts."),
    Fault(
      "list with a respondent", mapping,
      "sources:\n  - file: export.csv\n    respondent: org\n    ties: {source: org, target: to_B}\n", at: 3, 17,
      "A source of ties, a matrix or memberships takes nothing from 'respondent'; a second source of the same file does."
    ),
    Fault(
      "matrix with conditions", mapping,
      "sources:\n  - file: export.csv\n    keep_when: {column: org, is: A}\n    matrix: {rows: give}\n", at: 3, 16,
      "A square matrix is read whole; 'keep_when' has no place here."),
    Fault(
      "labels without a map", "item: shared", "cell: labels\n        item: shared", at: 6, 9,
      "Labels are distinguished by the map of the part that is read from code; there is none."),
    Fault(
      "code in two lists", #"no_tie: ["0"]"#, #"no_tie: ["0", "1"]"#, at: 1, 35, "'1' stands in two code lists."),
    Fault(
      "strength that is no number", #"no_tie: ["0"]"#, "strengths: {weekly: often}", at: 1, 41,
      "A strength is a number above 0; a text for no tie stands under no_tie."),
    Fault(
      "most_senior without ranks", "respondent: org", "respondent: org\n    combine: most_senior", at: 5, 14,
      "most_senior needs {rule, rank, order}: who is senior to whom."),
  ]

  static let columns = [
    Fault(
      "missing capture", "{from: partner}", "{from: actor}", at: 8, 18,
      "No group 'actor' is captured above the column 'to_B'; there are heading, index, label, partner, position."),
    Fault(
      "no regular expression", "'to_(?<partner>.)'", "'to_(?<partner>.'", at: 7, 26,
      "'to_(?<partner>.' is no regular expression."),
    Fault(
      "pattern that matches nothing", "'to_(?<partner>.)'", "'of_(?<partner>.)'", at: 7, 18,
      "No column fits 'of_(?<partner>.)'; the first are 'org', 'to_B', 'to_C'."),
    Fault(
      "heading that is not there", "{match: 'to_(?<partner>.)'}", "to_D", at: 7, 18,
      "No column fits 'to_D'; near are 'to_B', 'to_C'."),
    Fault(
      "column meant twice", "{match: 'to_(?<partner>.)'}", "[to_B, {match: 'to_.'}]", at: 7, 25,
      "The column 'to_B' is meant a second time here."),
    Fault(
      "position behind the last", "{match: 'to_(?<partner>.)'}", "{position: 3-1000000}", at: 7, 18,
      "The export has 3 columns, none at that position."),
    Fault(
      "no position", "{match: 'to_(?<partner>.)'}", "{position: 0}", at: 7, 29,
      "'0' is no position of a column, such as 5 or 3-10, counted from 1."),
    Fault(
      "repeated heading", "respondent: org", "respondent: who", at: 4, 17,
      "'who' stands above the columns 1, 2; tell which by {position: 1}."
    ).with(.invalidMapping, export: "who,who,to_B\nA,A,1\n"),
    Fault(
      "more headings than rows", "respondent: org", "respondent: org\n    headings: {rows: 4}", at: 5, 15,
      "The headings should take 4 rows, but "),
    Fault(
      "two columns for one cell", "partner: {from: partner}",
      "partner: {from: partner}\n        weight: {column: {match: 'to_.'}}", at: 9, 26,
      "For the column 'to_B' more than one fits: 'to_B' and 'to_C'"),
  ]

  static let cells = [
    Fault(
      "cell of no list", export: "org,to_B,to_C\nA,1,0\nB,0,2\n", at: 3, 5,
      "No code list of the mapping knows '2' under 'to_C'; put it into 'codes' of line 6 of the mapping."),
    Fault(
      "two respondents of an actor", export: "org,to_B,to_C\nA,1,0\nA,0,1\n", at: 3, 1,
      "'A' answers more than once, in the lines 2, 3; 'combine: any', all, majority, most_senior or rows in the "
        + "mapping says what holds."),
    Fault(
      "text that map does not know", export: "org,to_B,to_C\nA,1,0\n", at: 8, 18,
      "'B' is none of the texts that line 8 of the mapping knows."
    ).with(
      .invalidValue, mapping: mapping.replacing("{from: partner}", with: "{from: partner, map: {X: Y}}"),
      file: "mapping.yaml"),
    Fault(
      "number with two signs", export: "org,to_B,to_C\nA,1,1.2.3\n", at: 2, 5,
      "No code list of the mapping knows '1.2.3' under 'to_C'"
    ).with(.invalidValue, mapping: mapping.replacing("item: shared", with: "item: shared\n        cell: number")),
    Fault(
      "number below 0", export: "org,to_B,to_C\nA,1,-2\n", at: 2, 5,
      "No code list of the mapping knows '-2' under 'to_C'"
    ).with(.invalidValue, mapping: mapping.replacing("item: shared", with: "item: shared\n        cell: number")),
    Fault(
      "two decimal signs", export: "org,to_B,to_C\nA,1.5,2\nB,0,\"2,5\"\n", at: 2, 3,
      "'1.5' has another decimal sign than '2,5' in line 3"
    ).with(.invalidValue, mapping: mapping.replacing("item: shared", with: "item: shared\n        cell: number")),
  ]

  static let files = [
    Fault("missing export", "export.csv", "exports.csv", at: 3, 11, "There is no file 'exports.csv'").with(.noInput),
    Fault("missing actors", "codes:", "actors: actors.csv\ncodes:", at: nil, nil, "There is no such file").with(
      .noInput, file: "actors.csv"),
    Fault("sheet of a CSV", "file: export.csv", "file: export.csv\n    sheet: Data", at: nil, nil, "sheet").with(
      .unknownSheet, file: "export.csv"),
    Fault("no YAML", "sources:", "sources: {", at: 3, 3, "This is no YAML: ").with(.malformed),
    Fault("nothing", mapping, "# nothing\n", at: nil, nil, "The mapping is empty.").with(.empty),
    Fault("too large", mapping, String(repeating: "# nothing\n", count: 420_000), at: nil, nil, "small YAML file").with(
      .malformed),
    Fault(
      "deep nesting", mapping, "sources: " + String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
      at: 1, nil, "This nests deeper than a mapping does."
    ).with(.malformed),
    Fault("alias bomb", mapping, bomb(levels: 12) + "sources: *a12\n", at: nil, nil, "aliases").with(.malformed),
    Fault("alias bomb as a key", mapping, bomb(levels: 12) + "? *a12\n: 1\n", at: nil, nil, "aliases").with(.malformed),
  ]

  /// Each line ten times the one before.
  private static func bomb(levels: Int) -> String {
    (0...levels).map { level in
      let parts = Array(repeating: level == 0 ? "x" : "*a\(level - 1)", count: 10)
      return "l\(level): &a\(level) [\(parts.joined(separator: ","))]\n"
    }.joined()
  }

  @Test(arguments: keys + columns + cells + files) func isRefusedWhereItIsWrong(_ fault: Fault) throws {
    let error = try #require(throws: BuzzlineError.self) {
      _ = try MappedExport(fault.export, mapping: fault.mapping)
    }
    #expect(error.code == fault.code)
    #expect(error.place.file.map { URL(filePath: $0).lastPathComponent } == fault.file)
    #expect(error.place.line == fault.line && error.place.column == fault.column, "\(error)")
    #expect(error.message.contains(fault.sentence), "\(error)")
    #expect(!error.description.contains { $0.isNewline })
  }

  @Test func theMappingItIsChangedFromIsRead() throws {
    let read = try MappedExport("org,to_B,to_C\nA,1,0\nB,0,1\n", mapping: Self.mapping)
    #expect(read.claims == ["A shared B yes", "A shared C no", "B shared C yes"])
  }

  @Test func aPartMayBeRepeatedByAnAlias() throws {
    let mapping = Self.mapping.replacing("codes: {", with: "codes: &codes {")
      .replacing("respondent: org", with: "respondent: org\n    codes: *codes")
    #expect(try MappedExport("org,to_B,to_C\nA,1,0\n", mapping: mapping).claims.count == 2)
  }

  @Test func anExportMayHaveTenThousandColumns() throws {
    let partners = (1...9_999).map { "P\($0)" }
    let export =
      "org," + partners.map { "to_" + $0 }.joined(separator: ",") + "\nP1,"
      + partners.indices.map { $0 % 100 == 5 ? "1" : "0" }.joined(separator: ",") + "\n"
    let read = try MappedExport(export, mapping: Self.mapping.replacing("<partner>.)", with: "<partner>.+)"))
    #expect(read.cells == [[100, 9_899, 0, 0]])
  }

  @Test func encodingsThatAreMixedAreRefused() throws {
    let folder = try ScratchFolder(["mapping.yaml": Self.mapping])
    let bytes = Data("org,to_B,to_C\nÄ,1,0\n".utf8) + Data([0xDC]) + Data(",0,1\n".utf8)
    try bytes.write(to: folder.url.appending(path: "export.csv"))
    let error = try #require(throws: BuzzlineError.self) { try folder.survey(of: "mapping.yaml") }
    #expect(error.code == .encoding && error.place.line == 3, "\(error)")
    #expect(error.place.file?.hasSuffix("export.csv") == true)
  }
}

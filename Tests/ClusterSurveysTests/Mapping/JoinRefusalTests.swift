import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Keys that lead nowhere or to several rows: no answer is lost without a word.
@Suite struct JoinRefusalTests {
  private static let mapping = """
    sources:
      - file: export.csv
        join: {file: form.csv, key: parent, to: index}
        respondent: org
        items: [{item: shared, partner: name}]

    """

  private func read(_ partners: String, _ form: String, mapping: String = mapping) throws -> MappedExport {
    try MappedExport(partners, mapping: mapping, more: ["form.csv": form])
  }

  private func refusal(_ partners: String, _ form: String, mapping: String = mapping) throws -> String {
    let error = try #require(throws: BuzzlineError.self) { try read(partners, form, mapping: mapping) }
    let place = error.place
    let file = place.file.map { URL(filePath: $0).lastPathComponent } ?? ""
    return "\(file) \(place.line ?? 0) \(place.column ?? 0) \(error.message)"
  }

  private static let advice = "; 'unmatched: set_aside' in the join sets such rows aside and counts them."

  @Test func aKeyThatTheOtherFileDoesNotHave() throws {
    #expect(
      try refusal("name,parent\nB,1\nC,9\n", "org,index\nA,1\n")
        == "export.csv 3 3 'form.csv' has no row with '9' under 'index'" + Self.advice)
  }

  @Test func anEmptyKey() throws {
    #expect(
      try refusal("name,parent\nB,1\nC,\n", "org,index\nA,1\n,\n")
        == "export.csv 3 3 There is no key under 'parent', so that no row of 'form.csv' belongs to this one"
        + Self.advice)
  }

  @Test func aKeyThatTheOtherFileHasTwice() throws {
    #expect(
      try refusal("name,parent\nB,1\n", "org,index\nA,1\nC,2\nD,1\n")
        == "form.csv 4 3 '1' under 'index' also stands in line 2, so that it names no one row; a join needs a key that "
        + "each row has for itself.")
  }

  @Test func rowsThatCannotBeJoinedMayBeSetAsideAndAreCounted() throws {
    let mapping = Self.mapping.replacing("to: index}", with: "to: index, unmatched: set_aside}")
    let read = try read("name,parent\nB,1\nC,9\nD,\n,\n", "org,index\nA,1\n", mapping: mapping)
    #expect(read.claims == ["A shared B yes"])
    let account = read.survey.accounts[0]
    #expect(account.rowsSetAside == ["no-joined-row": 2, "empty-row": 1])
    #expect(account.rowsRead == 4 && account.rowsUsed == 1)
  }

  @Test func theCellOfAJoinedFileIsToldThere() throws {
    let mapping = Self.mapping.replacing("respondent: org", with: "respondent: {column: org, map: {A: Alpha}}")
    #expect(
      try refusal("name,parent\nB,1\nC,2\n", "index,org\n1,A\n2,Z\n", mapping: mapping).hasPrefix(
        "form.csv 3 3 'Z' is none of the texts that line 4 of the mapping knows."))
  }

  @Test(arguments: [
    ("key: parent, to: index", "key: [parent, name], to: index", "3 11 The key 'key' names columns of this source"),
    ("key: parent, to: index", "key: parent", "3 11 The key 'to' is missing here."),
    ("file: form.csv", "file: from.csv", "3 18 There is no file 'from.csv'."),
    ("key: parent", "key: parents", "3 33 No column fits 'parents'; near are 'parent'."),
    ("to: index", "to: key", "3 45 No column fits 'key'; the first are 'org', 'index'."),
    ("to: index", "on: index", "3 41 'on' is no key here"),
    ("to: index", "to: index, unmatched: drop", "3 63 'drop' is none of refuse, set_aside."),
    (
      "items: [{item: shared, partner: name}]", "matrix: {rows: give}",
      "3 11 A square matrix is read whole; 'join' has no place here."
    ),
    (
      "items: [{item: shared, partner: name}]", "items: [{item: shared, cell: response, partner: name}]",
      "5 13 'cell: response' says only whether a question was answered; 'partner' says more."
    ),
  ]) func aJoinThatDoesNotFit(_ old: String, _ new: String, _ sentence: String) throws {
    let told = try refusal("name,parent\nB,1\n", "org,index\nA,1\n", mapping: Self.mapping.replacing(old, with: new))
    #expect(told.hasPrefix("mapping.yaml \(sentence)"), "\(told)")
  }
}

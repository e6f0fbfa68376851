import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Exports in several files, joined by keys.
@Suite struct JoinedExportTests {
  private static let interviews = """
    SubmissionDate,org,wave,gave,KEY
    2024-05-06,Alpha,1,2,uuid:1
    2024-05-06,Beta,1,0,uuid:2
    2024-05-07,Gamma,1,,uuid:3
    2025-05-06,Alpha,2,1,uuid:4

    """
  private static let partners = """
    name,topic,PARENT_KEY,KEY
    Beta,markets,uuid:1,uuid:1/p[1]
    Gamma,funding,uuid:1,uuid:1/p[2]
    Beta,science,uuid:4,uuid:4/p[1]

    """
  private static let mapping = """
    sources:
      - file: form.csv
        respondent: org
        wave: wave
        items: [{item: shared, columns: gave, cell: response}]
      - file: export.csv
        join: {file: form.csv, key: PARENT_KEY, to: KEY}
        respondent: org
        wave: wave
        items: [{item: shared, partner: name, topic: topic}]

    """

  private func read(
    _ partners: String = partners, _ interviews: String = interviews, mapping: String = mapping
  ) throws -> MappedExport {
    try MappedExport(partners, mapping: mapping, more: ["form.csv": interviews])
  }

  @Test func aRepeatTakesItsRespondentFromTheRowItBelongsTo() throws {
    let read = try read()
    #expect(
      read.claims == [
        "1 Alpha shared Beta markets yes", "1 Alpha shared Gamma funding yes",
        "2 Alpha shared Beta science yes",
      ])
  }

  @Test func whoNamedNobodyHasAnsweredAndWhoWasSilentHasNot() throws {
    let read = try read()
    #expect(
      read.responses == [
        "1 Alpha shared answered", "1 Beta shared answered", "1 Gamma shared refused", "2 Alpha shared answered",
      ])
    let cells = read.survey.accounts[0].cells[0]
    #expect(cells.answers == 3 && cells.missing == 1 && cells.ties == 0)
  }

  @Test func columnsAreReadWhicheverFileReadsThem() throws {
    let read = try read()
    let accounts = read.exports
    #expect(accounts.map(\.file) == ["form.csv", "export.csv"])
    #expect(accounts[0].format.unreadColumns == ["SubmissionDate"])
    #expect(accounts[1].format.unreadColumns == ["KEY"])
  }

  @Test func theOrderOfRowsIsWithoutEffect() throws {
    func turned(_ text: String) -> String {
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines[1...].reversed()).joined(separator: "\n") + "\n"
    }
    let (one, other) = (try read().survey, try read(turned(Self.partners), turned(Self.interviews)).survey)
    #expect(one.canonicalFiles().map(\.bytes) == other.canonicalFiles().map(\.bytes))
  }

  @Test func aFileThatIsJoinedOnlyHasAnAccountOfItsOwn() throws {
    let mapping = """
      sources:
        - file: export.csv
          join: {file: form.csv, key: PARENT_KEY, to: KEY}
          respondent: org
          wave: wave
          items: [{item: shared, partner: name, topic: topic}]

      """
    let account = try read(mapping: mapping).survey.accounts[1]
    #expect(account.file == "form.csv" && account.role == "joined" && account.digest.count == 64)
    #expect(account.rowsRead == 4 && account.rowsUsed == 2)
    #expect(account.rowsSetAside == ["no-row-joined": 2])
    #expect(account.format.unreadColumns == ["SubmissionDate", "gave"])
  }

  @Test func repeatedHeadingsBeginWithTheNameOfTheirFile() throws {
    let error = try #require(throws: BuzzlineError.self) {
      try read(mapping: Self.mapping.replacing("topic: topic", with: "topic: none"))
    }
    #expect(error.message.contains("No column fits 'none'"))
    let mapping = Self.mapping.replacing("topic: topic", with: "topic: form.KEY")
    #expect(try read(mapping: mapping).claims.first == "1 Alpha shared Beta uuid:1 yes")
  }

  @Test func aJoinMayFollowAJoinAndAKeyMayTakeTwoColumns() throws {
    let read = try MappedExport(
      """
      egoID,srcID,tgtID
      1,1,2
      2,1,2

      """,
      mapping: """
        sources:
          - file: export.csv
            join:
              - {file: alters.csv, as: source, key: [egoID, srcID], to: [egoID, alterID]}
              - {file: alters.csv, as: target, key: [egoID, tgtID], to: [egoID, alterID]}
              - {file: places.csv, as: seat, key: target.city, to: city}
            ties: {source: source.name, target: target.name, topic: seat.country}

        """,
      more: [
        "alters.csv": "egoID,alterID,name,city\n1,1,Beta,Bonn\n1,2,Gamma,Graz\n2,1,Delta,Bonn\n2,2,Beta,Bonn\n",
        "places.csv": "city,country\nBonn,DE\nGraz,AT\n",
      ])
    let ties = read.survey.ties.map { tie in
      "\(read.survey.actors[tie.source].id) \(read.survey.actors[tie.target].id) \(tie.topic ?? "")"
    }
    #expect(ties.sorted() == ["Beta Gamma AT", "Delta Beta DE"])
    #expect(read.exports.map(\.file) == ["export.csv", "alters.csv", "places.csv"])
  }

  /// From whoever coordinates a project to each participant, as lists of consortia are read.
  @Test func aFileJoinedToItselfTiesCoordinatorsToParticipants() throws {
    let read = try MappedExport(
      "project,org,role\np,a,coordinator\np,b,participant\np,b,participant\nq,c,participant\nq,a,coordinator\nr,d,participant\n",
      mapping: """
        sources:
          - file: export.csv
            keep_when: {column: role, is: participant}
            join:
              file: export.csv
              as: lead
              key: project
              to: project
              keep_when: {column: role, is: coordinator}
              unmatched: set_aside
            ties: {source: lead.org, target: org}

        """)
    let ties = read.survey.ties.map { "\(read.survey.actors[$0.source].id)\(read.survey.actors[$0.target].id)" }
    #expect(ties.sorted() == ["ab", "ab", "ac"])
    #expect(read.exports[0].rowsSetAside == ["not-kept": 2, "no-joined-row": 1] && read.exports[0].rowsUsed == 3)
  }

  @Test func choicesOfEachPartnerArePartsOfOneAnswer() throws {
    let read = try MappedExport(
      """
      name;topic/markets;topic/funding;_parent_index
      Beta;1;0;1
      Gamma;;;1
      Delta;0;1;2

      """,
      mapping: """
        codes: {tie: ["1"], no_tie: ["0"]}
        sources:
          - file: export.csv
            join: {file: form.csv, key: _parent_index, to: _index}
            respondent: org
            combine: rows
            items:
              - item: received
                columns: {match: 'topic/(?<topic>.+)'}
                partner: {column: name}
                topic: {from: topic}

        """, more: ["form.csv": "org;_index\nAlpha;1\nBeta;2\n"])
    #expect(
      read.claims == [
        "Alpha received Beta funding no", "Alpha received Beta markets yes",
        "Alpha received Gamma funding missing", "Alpha received Gamma markets missing",
        "Beta received Delta funding yes", "Beta received Delta markets no",
      ])
    #expect(read.cells == [[2, 2, 2, 0]])
    #expect(read.responses == ["Alpha received partial", "Beta received answered"])
  }

  @Test func oneFileMayHoldBothAsREDCapExportsRepeats() throws {
    let read = try MappedExport(
      """
      record_id,redcap_repeat_instrument,org,partner
      1,,Alpha,
      1,partners,,Beta
      1,partners,,Gamma

      """,
      mapping: """
        sources:
          - file: export.csv
            join:
              {file: export.csv, as: form, key: record_id, to: record_id, keep_when: {column: redcap_repeat_instrument, is: ''}}
            keep_when: {column: redcap_repeat_instrument, is: partners}
            respondent: form.org
            items: [{item: shared, partner: partner}]

        """)
    #expect(read.claims == ["Alpha shared Beta yes", "Alpha shared Gamma yes"])
    #expect(read.exports.count == 1)
    #expect(read.survey.accounts[0].rowsSetAside == ["not-kept": 1])
    #expect(read.survey.accounts[0].format.unreadColumns.isEmpty)
  }
}

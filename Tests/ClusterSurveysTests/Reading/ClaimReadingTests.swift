import ClusterSurveys
import DataFiles
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@Suite struct ClaimReadingTests {
  private static let actors = """
    id,name,kind
    A,Müller & Söhne GmbH,sme
    B,Institut für Optik e.V.,research_institute
    C,Optics Ltd,large_firm

    """

  private func survey(_ claims: String, aliases: String? = nil, responses: String? = nil) throws -> Survey {
    var files = ["actors.csv": Self.actors, "claims.csv": claims]
    files["aliases.csv"] = aliases
    files["responses.csv"] = responses
    return try StudyFolder(files).survey()
  }

  private func partner(_ label: String, aliases: String? = nil) throws -> ClaimPartner? {
    try survey("respondent,item,partner\nC,shared,\"\(label)\"\n", aliases: aliases).claims.first?.partner
  }

  @Test(arguments: [
    ("A", ClaimPartner.actor(0)), ("Mueller und Soehne", .actor(0)), ("MÜLLER & SÖHNE", .actor(0)),
    ("Institut fuer Optik", .actor(1)), ("sme", .group("sme")), ("SME", .group("sme")),
    ("Research institute", .group("research_institute")), ("cluster management", .group("cluster_management")),
    ("Müller Optik", .text("Müller Optik")), ("our friends", .text("our friends")),
  ])
  func labelsAreUnderstood(_ label: String, _ expected: ClaimPartner) throws {
    #expect(try partner(label) == expected)
  }

  @Test func aWordForAKindIsAnActorOnceOneIsCalledSo() throws {
    let survey = try StudyFolder([
      "claims.csv": "respondent,item,partner,topic\nA,shared,SME,1\nA,shared,SME,2\nSME,shared,A,1\nA,shared,SME,3\n"
    ]).survey()
    let partners = survey.claims.filter { survey.actors[$0.respondent].id == "A" }.map(\.partner)
    #expect(partners == [.group("sme"), .group("sme"), .actor(1)])
    #expect(survey.actors.map(\.id) == ["A", "SME"])
  }

  @Test func aliasesDecide() throws {
    let aliases = "label,actor,decision\nthe optics people,B,same\nMueller und Soehne,A,different\n"
    #expect(try partner("the optics people", aliases: aliases) == .actor(1))
    #expect(try partner("Mueller und Soehne", aliases: aliases) == .text("Mueller und Soehne"))
  }

  @Test(arguments: [
    ("label,actor\nx,Z\n", "The alias 'x' is for 'Z', which is no actor of the study."),
    ("label,actor\nx,A\nx,B\n", "What 'x' stands for contradicts an earlier line."),
    ("label,actor,decision\nx,A,same\nx,A,different\n", "What 'x' stands for contradicts an earlier line."),
    (
      "label,actor,decision\nx,A,maybe\n", "'maybe' is no decision; it is one of same, different, group, several, none."
    ),
  ])
  func badAliasesAreRefused(_ aliases: String, _ message: String) throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try partner("x", aliases: aliases) }
    #expect(error.message == message)
  }

  @Test func selfDuplicateAndContradictingClaimsAreSetAside() throws {
    let survey = try survey(
      """
      respondent,item,partner,topic,answer
      A,shared,A,,yes
      A,shared,B,,no
      A,shared,B,,yes
      A,shared,B,,yes
      A,shared,B,markets,yes
      """)
    let account = try #require(survey.accounts.first { $0.role == "claims" })
    #expect(account.rowsSetAside == ["self-claim": 1, "duplicate-claim": 1, "contradicting-claim": 1])
    #expect(account.rowsRead == account.rowsUsed + 3)
    #expect(survey.claims.map(\.answer) == [.yes, .yes])
  }

  @Test(arguments: [
    ("A,given,B,yes", "'given' is no item; it is one of shared, received.", 3),
    ("A,shared,B,perhaps", "'perhaps' is no answer; it is one of yes, no, missing.", 12),
    ("Z,shared,B,yes", "'Z' is not in the actor file.", 1), ("A,shared,,yes", "The cell under 'partner' is empty.", 10),
  ])
  func badClaimsAreRefused(_ row: String, _ message: String, _ column: Int) throws {
    let error = try #require(throws: BuzzlineError.self) { _ = try survey("respondent,item,partner,answer\n\(row)\n") }
    #expect(error.message == message)
    #expect(error.place.line == 2 && error.place.column == column)
  }

  @Test func responsesThatContradictAreRefusedAndRepeatsSetAside() throws {
    let claims = "respondent,item,partner\nA,shared,B\n"
    let repeated = try survey(claims, responses: "respondent,item,status\nA,shared,answered\nA,shared,answered\n")
    #expect(repeated.responses.count == 1)
    #expect(repeated.accounts.first { $0.role == "responses" }?.rowsSetAside == ["duplicate-response": 1])
    let error = try #require(throws: BuzzlineError.self) {
      _ = try survey(claims, responses: "respondent,item,status\nA,shared,answered\nA,shared,absent\n")
    }
    #expect(error.message == "'A' is 'absent' here but 'answered' in an earlier line.")
  }

  @Test func withoutResponsesThatIsRemarked() throws {
    #expect(try survey("respondent,item,partner\nA,shared,B\n").remarks.contains { $0.reason == "inferred-responses" })
  }

  @Test func withoutAnActorFileWhoeverIsNamedIsAnActor() throws {
    let survey = try StudyFolder(["claims.csv": "respondent,item,partner\nanna,shared,bert\nbert,received,sme\n"])
      .survey()
    #expect(survey.actors.map(\.id) == ["anna", "bert"])
    #expect(survey.claims.map(\.partner) == [.actor(1), .group("sme")])
  }

  /// Nothing but places and the order of the files depends on the order of the rows.
  @Test func shuffledRowsGiveTheSameSurvey() throws {
    var generator = SeededGenerator(seed: 12)
    let lines = (0..<60).map { _ in
      let answer = ["yes", "no", "missing"][generator.below(3)]
      let partner = ["A", "B", "C", "Optics", "sme", "nobody"][generator.below(6)]
      let weight = ["", "2", "3"][generator.below(3)]
      return "\(["A", "B", "C"][generator.below(3)]),shared,\(partner),\(answer),\(weight)"
    }
    let first = try survey("respondent,item,partner,answer,weight\n" + lines.joined(separator: "\n"))
    for _ in 0..<10 {
      var shuffled = lines
      generator.shuffle(&shuffled)
      let other = try survey("respondent,item,partner,answer,weight\n" + shuffled.joined(separator: "\n"))
      #expect(other.actors == first.actors)
      #expect(Set(other.claims.map(placeless)) == Set(first.claims.map(placeless)))
      #expect(other.claims.count == first.claims.count)
      #expect(other.remarks.map(\.message).sorted() == first.remarks.map(\.message).sorted())
      #expect(other.accounts.map(\.rowsSetAside) == first.accounts.map(\.rowsSetAside))
    }
  }

  private func placeless(_ claim: Claim) -> Claim {
    var claim = claim
    claim.place = Place()
    return claim
  }
}

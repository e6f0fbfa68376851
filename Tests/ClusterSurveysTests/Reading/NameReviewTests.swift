import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

/// Labels that a person should look at, and what becomes of the decisions.
@Suite struct NameReviewTests {
  private static let actors = "id,name,kind\n1,Alpha GmbH,sme\n2,Beta AG,large_firm\n3,Gamma,sme\n"
  private static let partners = [
    "Betta AG", "SMEs", "various", "alpha", "2; 3", "Betta AG", "large_firm", "2", "Gamma",
  ]

  private func survey(_ partners: [String] = Self.partners, review: String? = nil) throws -> Survey {
    // Rows that repeat a partner speak of another topic.
    let rows = partners.enumerated().map { "3,shared,\"\($1)\",t\($0)\n" }.joined()
    var files = ["actors.csv": Self.actors, "claims.csv": "respondent,item,partner,topic\n" + rows]
    files["name-review.csv"] = review
    let folder = try StudyFolder(files)
    return try folder.survey()
  }

  private func partners(_ decisions: String, of partners: [String]) throws -> [ClaimPartner] {
    try survey(partners, review: "label,nearest,stands_for,actor,decision\n" + decisions).claims.map(\.partner)
  }

  @Test func unmatchedAndNearNamesAreListedWithWhatWasMadeOfThem() throws {
    #expect(
      try survey().nameReview.csv == """
        label,file,line,claims,read_as,stands_for,nearest,nearest_name,score,actor,decision
        2; 3,claims.csv,6,1,text,,2|3,Beta AG | Gamma,1.0,,
        Betta AG,claims.csv,2,2,text,,2,Beta AG,0.953,,
        SMEs,claims.csv,3,1,group,sme,2,Beta AG,0.5,,
        alpha,claims.csv,5,1,actor,1,1,Alpha GmbH,1.0,,
        various,claims.csv,4,1,text,,2,Beta AG,0.464,,

        """)
  }

  @Test func labelsThatMakeOneClaimAreAllNamed() throws {
    let rows = ["SME", "SMEs", "small firms", "SMEs"].map { "3,shared,\($0)\n" }.joined()
    let folder = try StudyFolder(["actors.csv": Self.actors, "claims.csv": "respondent,item,partner\n" + rows])
    let survey = try folder.survey()
    #expect(survey.claims.count == 1)
    #expect(survey.nameReview.entries.map(\.label) == ["SMEs", "small firms"])
    let remark = try #require(survey.remarks.first { $0.reason == "group-partner" })
    #expect(remark.instances.map(\.place.line) == [2, 3, 4])
  }

  @Test func aStudyOfPlainNamesNeedsNoReview() throws {
    #expect(try survey(["1", "2", "Alpha GmbH", "sme", "Large firm"]).nameReview.isEmpty)
  }

  @Test func aReviewInWhichNothingIsFilledInChangesNothing() throws {
    let before = try survey()
    let after = try survey(review: before.nameReview.csv)
    #expect(after.claims == before.claims && after.nameReview == before.nameReview)
    #expect(after.accounts.first { $0.role == "aliases" }?.rowsSetAside == ["undecided-name": 5])
    #expect(
      after.remarks.first { $0.reason == "undecided-name" }?.message
        == "5 of 5 labels are not decided yet; nothing follows from them.")
  }

  @Test func everyDecisionIsFollowed() throws {
    let partners = try partners(
      "Betta AG,,,2,same\nX and Y,,,2 | 1,several\nfirms,,,KMU,group\nvarious,,,,none\nalpha,,,1,Different\n",
      of: ["Betta AG", "X and Y", "firms", "various", "alpha"])
    #expect(partners == [.actor(1), .actor(1), .actor(0), .group("sme"), .text("various"), .text("alpha")])
  }

  @Test func aDecisionWithoutAnActorMeansWhatTheReviewProposes() throws {
    let partners = try partners(
      "Betta AG,2,,,same\n2; 1,2|1,,,several\nSMEs,1,sme,,group\nalpha,1,1,,different\n",
      of: ["Betta AG", "2; 1", "SMEs", "alpha"])
    #expect(partners == [.actor(1), .actor(1), .actor(0), .group("sme"), .text("alpha")])
  }

  @Test func whatIsDecidedIsNotListedAgain() throws {
    let review =
      "label,actor,decision\nBetta AG,2,same\nSMEs,sme,group\nvarious,,none\n2; 3,2|1,several\nalpha,1,different\n"
    let survey = try survey(review: review)
    #expect(survey.nameReview.entries.map(\.label) == ["alpha"])
    // The actor it was told apart from is no longer proposed.
    #expect(survey.nameReview.entries.first?.nearest == "3")
    let texts = try #require(survey.remarks.first { $0.reason == "text-partner" })
    #expect(texts.instances.contains { $0.text == "'various' is kept as text, as was decided" })
  }

  @Test func rowsOfSeveralPartnersAreAccountedForOnce() throws {
    let folder = try StudyFolder([
      "actors.csv": Self.actors, "aliases.csv": "label,actor,decision\nall,1|2|3,several\nboth,1|2,several\n",
      "claims.csv": "respondent,item,partner\n3,shared,all\n3,shared,1\n3,shared,both\n1,shared,all\n",
    ])
    let survey = try folder.survey()
    #expect(survey.claims.map(\.respondent) == [2, 2, 0, 0])
    let account = try #require(survey.accounts.first { $0.role == "claims" })
    #expect(account.rowsRead == 4 && account.rowsUsed == 2 && account.rowsSetAside == ["duplicate-claim": 2])
    #expect(survey.remarks.count { $0.reason == "self-claim" && !$0.setsRowAside } == 2)
  }

  @Test func anActorWithoutADecisionIsNamed() throws {
    let survey = try survey(review: "label,actor,decision\nBetta AG,2,\nvarious,,\n")
    let remark = try #require(survey.remarks.first { $0.reason == "undecided-name" })
    #expect(remark.instances.map(\.text) == ["'Betta AG' is left open though '2' is named"])
    #expect(remark.instances.first?.place.position == "name-review.csv:2:10")
    #expect(survey.claims.first?.partner == .text("Betta AG"))
  }

  @Test(arguments: [
    ("Betta AG,2,maybe", "2:12: 'maybe' is no decision; it is one of same, different, group, several, none."),
    ("x,9,same", "2:3: The alias 'x' is for '9', which is no actor of the study."),
    ("x,1|9,several", "2:3: The alias 'x' is for '9', which is no actor of the study."),
    ("x,1|,several", "2:3: The alias 'x' is for '', which is no actor of the study."),
    ("x,dogs,group", "2:3: 'dogs' is no kind of actor."),
    ("x,1,none", "2:3: The decision is that the label stands for nobody, but '1' is named."),
    ("x,,same", "2:3: The cell under 'actor' is empty."),
    ("x,1|2,several\nx,,none", "3:1: What 'x' stands for contradicts an earlier line."),
    ("x,1,different\nx,1|2,several", "3:1: What 'x' stands for contradicts an earlier line."),
    ("x,1|2,several\nx,2,different", "3:1: What 'x' stands for contradicts an earlier line."),
  ])
  func whatCannotBeFollowedIsRefused(_ rows: String, _ message: String) throws {
    let error = try #require(throws: BuzzlineError.self) {
      _ = try survey(review: "label,actor,decision\n" + rows + "\n")
    }
    #expect(error.description.hasSuffix("name-review.csv:" + message), "\(error)")
  }

  @Test func aliasesAndAReviewLieSideBySide() throws {
    let files = [
      "actors.csv": Self.actors, "aliases.csv": "label,actor\nAlf,1\n",
      "claims.csv": "respondent,item,partner\n3,shared,Alf\n3,shared,Bet\n",
      "name-review.csv": "label,actor,decision\nBet,2,same\nAlf,1,same\n",
    ]
    let folder = try StudyFolder(files)
    let survey = try folder.survey()
    #expect(survey.claims.map(\.partner) == [.actor(0), .actor(1)])
    #expect(!survey.remarks.contains { $0.reason == "alias-of-actor" || $0.reason == "unread-column" })
  }

  @Test func spellingsOfOneIdentifierAreListedWhereNoActorFileSettlesWhoThereIs() throws {
    let ties = "source,target\nAlpha,Beta\nalpha,Gamma\nAlpha GmbH,Gamma\nBeta,alpha\n"
    let folder = try StudyFolder(["ties.csv": ties])
    let review = try folder.survey().nameReview
    #expect(
      review.entries.map(\.label) == ["Alpha GmbH", "alpha"] && review.entries.allSatisfy { $0.nearest == "Alpha" })
    #expect(review.entries.map(\.count) == [1, 2] && review.entries.map(\.place.line) == [4, 3])
    let filled = review.csv.replacing(",,\n", with: ",,same\n")
    let joined = try StudyFolder(["ties.csv": ties, "name-review.csv": filled])
    #expect(try joined.survey().actors.map(\.id) == ["Alpha", "Beta", "Gamma"])
  }

  @Test func theOrderOfRowsChangesNothingButLines() throws {
    var generator = SeededGenerator(seed: 5)
    var partners = Self.partners
    let before = try survey().nameReview.entries.map { [$0.label, $0.standsFor, $0.nearest, "\($0.count)"] }
    for _ in 0..<5 {
      generator.shuffle(&partners)
      let after = try survey(partners).nameReview.entries.map { [$0.label, $0.standsFor, $0.nearest, "\($0.count)"] }
      #expect(after == before)
    }
  }

  @Test func labelsThatASpreadsheetWouldRunComeBackUnchanged() throws {
    let label = "=HYPERLINK(1), \u{201E}x\u{201C}\nand more"
    let review = try survey([label]).nameReview
    #expect(review.entries.map(\.label) == [label] && review.csv.contains("\"'=HYPERLINK"))
    #expect(try survey([label], review: review.csv.replacing(",,\n", with: ",,none\n")).nameReview.isEmpty)
  }
}

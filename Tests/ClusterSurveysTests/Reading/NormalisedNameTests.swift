import Testing

@testable import ClusterSurveys

@Suite struct NormalisedNameTests {
  @Test(arguments: [
    ("Acme GmbH", "ACME"), ("Acme", "Acme\u{200B}"), ("Acme  GmbH ", "acme gmbh"), ("Acme\u{A0}AG", "Acme"),
    ("Müller & Söhne GmbH", "Mueller und Soehne"), ("Mu\u{308}ller", "MUELLER"),
    ("Smith and Sons Ltd.", "Smith & Sons"),
    ("Institut für Optik e.V.", "Institut fuer Optik"), ("Institut für Optik e. V.", "institut für optik"),
    ("Fabbri S.p.A.", "Fabbri"), ("Schmidt GmbH & Co. KG", "Schmidt"), ("R&D", "R & D"), ("U.S.A. Inc.", "USA"),
    ("Sas Institute", "SAS Institute GmbH"), ("and", "AND"),
  ])
  func spellingsOfOneNameAreEqual(_ one: String, _ other: String) {
    #expect(NormalisedName(one) == NormalisedName(other))
    #expect(NormalisedName.hash(of: one) == NormalisedName.hash(of: other))
  }

  @Test(arguments: [
    ("SAS Institute GmbH", "Institute"), ("EG Energie", "AG Energie e.V."), ("U Ltd", "U.S.A. Inc."),
    ("Carl Zeiss AG", "Carl Zeiss Meditec AG"), ("Müller & Co", "Müller"), ("AG", "KG"), ("1.2", "12"), ("Ko", "Co"),
    ("S.A. Nord", "Nord"), ("BV Sport", "Sport"),
  ])
  func differentNamesStayDifferent(_ one: String, _ other: String) {
    #expect(NormalisedName(one) != NormalisedName(other))
  }
}

import KnowledgeNetworks

/// Ten organisations of one city that told each other things and gave each other money; rows send.
///
/// Knoke & Wood (1981), Knoke & Kuklinski (1982); typed in.
enum KnokeOrganisations {
  static let names = ["COUN", "COMM", "EDUC", "INDU", "MAYR", "WRO", "NEWS", "UWAY", "WELF", "WEST"]
  static let sectors = ["GOV", "VOL", "GOV", "PVT", "GOV", "VOL", "PVT", "VOL", "GOV", "VOL"]
  /// The three groups of Hanneman & Riddle's textbook.
  static let textbookGroups = ["1", "2", "1", "2", "1", "3", "2", "3", "3", "3"]

  static let information = [
    "0100101010", "1011101110", "0101111001", "1100101000", "1111001111", "0010001010", "0101100000", "1101101010",
    "0100101000", "1110101000",
  ]
  static let money = [
    "0010100111", "0010000000", "0000000100", "0110001110", "0110000110", "0000000000", "0100000100", "0000000011",
    "0010000100", "0000000000",
  ]

  static func network(_ matrix: [String]) throws -> KnowledgeNetwork {
    let actors = names.indices.map { actor in
      Actor(id: names[actor], attributes: ["sector": sectors[actor], "textbook": textbookGroups[actor]])
    }
    let ties = matrix.enumerated().flatMap { source, row in
      row.enumerated().filter { $0.element == "1" }.map { Tie(source: source, target: $0.offset) }
    }
    return try KnowledgeNetwork(actors: actors, ties: ties)
  }
}

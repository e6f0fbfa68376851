public import KnowledgeNetworks

/// Ten organisations of one city that told each other things and gave each other money.
///
/// Knoke & Wood (1981), Knoke & Kuklinski (1982); typed in from the published tables, rows send.
public enum KnokeOrganisations {
  /// Their short names, in the order of the tables.
  public static let names = ["COUN", "COMM", "EDUC", "INDU", "MAYR", "WRO", "NEWS", "UWAY", "WELF", "WEST"]
  private static let sectors = ["GOV", "VOL", "GOV", "PVT", "GOV", "VOL", "PVT", "VOL", "GOV", "VOL"]
  private static let textbookGroups = ["1", "2", "1", "2", "1", "3", "2", "3", "3", "3"]

  /// What they gave each other.
  public enum Matrix: Sendable {
    case information
    case money

    fileprivate var rows: [String] {
      switch self {
      case .information:
        [
          "0100101010", "1011101110", "0101111001", "1100101000", "1111001111", "0010001010", "0101100000",
          "1101101010", "0100101000", "1110101000",
        ]
      case .money:
        [
          "0010100111", "0010000000", "0000000100", "0110001110", "0110000110", "0000000000", "0100000100",
          "0000000011", "0010000100", "0000000000",
        ]
      }
    }
  }

  /// Who gave whom information.
  public static var information: KnowledgeNetwork { get throws { try network(.information) } }
  /// Who gave whom money.
  public static var money: KnowledgeNetwork { get throws { try network(.money) } }

  /// The three groups of Hanneman & Riddle's textbook.
  public static let groups = Grouping(name: "group", labels: textbookGroups)

  /// A network whose actors carry their `sector` and their `textbook` group.
  public static func network(_ matrix: Matrix) throws -> KnowledgeNetwork {
    let actors = names.indices.map { actor in
      NetworkActor(id: names[actor], attributes: ["sector": sectors[actor], "textbook": textbookGroups[actor]])
    }
    let ties = matrix.rows.enumerated().flatMap { source, row in
      row.enumerated().filter { $0.element == "1" }.map { Tie(source: source, target: $0.offset) }
    }
    return try KnowledgeNetwork(actors: actors, ties: ties)
  }
}

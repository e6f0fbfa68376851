internal import KnowledgeNetworks

/// The headings by which the columns of a study's files are known, in any letter case: the one list of them.
enum KnownHeadings {
  /// Spellings of a canonical heading beside itself, the likeliest first: those of R, Gephi and NetworkX, of egocentric
  /// surveys, and German ones.
  private static let others: [String: [String]] = [
    "source": ["from", "giver", "ego", "von", "quelle", "geber"],
    "target": ["to", "receiver", "alter", "an", "nach", "ziel", "empfänger"],
    "weight": ["gewicht", "strength"],
  ]

  /// The columns that a file of a sort can have, the required ones first.
  static func words(of role: FileRole) -> [String] {
    switch role {
    case .actors: ["id", "name", "kind", "cluster", "region", "country"]
    case .aliases: ["label", "actor", "decision"]
    case .claims: ["respondent", "item", "partner", "answer", "wave", "topic", "channel", "weight"]
    case .responses: ["respondent", "item", "status", "wave"]
    case .ties: ["source", "target", "weight", "topic", "channel", "wave"]
    }
  }

  /// The column that a canonical word stands for: the one so headed, else the one so headed in other letter case, else
  /// the first of another spelling.
  static func column(_ word: String, in headings: [String]) -> Int? {
    if let exact = headings.firstIndex(of: word) { return exact }
    let folded = headings.map { $0.lowercased() }
    return ([word] + (others[word] ?? [])).lazy.compactMap(folded.firstIndex).first
  }
}

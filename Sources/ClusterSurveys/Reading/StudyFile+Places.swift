internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// The columns in which actors are named.
  var actorColumns: [Int] {
    let words: [String] =
      switch role {
      case .actors: ["id"]
      case .aliases: ["actor"]
      case .claims: ["respondent", "partner"]
      case .responses: ["respondent"]
      case .ties: ["source", "target"]
      }
    return words.compactMap { (try? column($0)) ?? nil }
  }

  /// Where texts first stand in some columns, row by row.
  ///
  /// - Complexity: O(size of the file) time, less where all are found before.
  func places(of texts: Set<String>, in columns: [Int]) -> [String: Place] {
    guard !texts.isEmpty, !columns.isEmpty else { return [:] }
    if let plain { return plain.places(of: texts, in: columns).mapValues(inThisFile) }
    var places: [String: Place] = [:]
    for row in 0..<table.rowCount where places.count < texts.count {
      for column in columns {
        guard let text = statedText(row, column), texts.contains(text), places[text] == nil else { continue }
        places[text] = inThisFile(table.place(row, column))
      }
    }
    return places
  }
}

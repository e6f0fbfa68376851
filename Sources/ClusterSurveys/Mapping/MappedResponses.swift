internal import DataFiles
internal import Foundation
internal import KnowledgeNetworks

/// Who answered, as the sources of a mapping say it.
///
/// A source that only lists whom respondents name does not say who answered. Where no source does, it is inferred of
/// claims, unless one source has to say of somebody that it answered in part: then whoever makes a claim under an item
/// is written down as having answered it, which is what would have been inferred.
struct MappedResponses {
  private var parts: [(source: SourceMapping, table: ExportTable, answers: [PersonAnswers])] = []

  mutating func take(_ answers: [PersonAnswers], of source: SourceMapping, _ table: ExportTable) {
    guard !source.items.isEmpty else { return }
    parts.append((source, table, answers.map(\.tellingAnswered)))
  }

  /// The rows of `responses.csv`, a table for each source that has any.
  var tables: [(url: URL, table: CSVTable)] {
    let isStated = parts.contains {
      !$0.source.isLong && !$0.source.joinsRows && $0.answers.contains(where: \.hasStatus)
    }
    let isPartlyStated = parts.contains { $0.answers.contains(where: \.hasStatus) }
    return parts.compactMap { source, table, answers in
      let infers = isPartlyStated && !isStated && source.isLong
      let rows = Self.table(of: infers ? answers.map(\.inferringStatuses) : answers, table)
      return rows.rowCount > 0 ? (source.url, rows) : nil
    }
  }

  private static func table(of answers: [PersonAnswers], _ table: ExportTable) -> CSVTable {
    var (rows, cells): ([[String]], [Sheet.Position]) = ([], [])
    for person in answers {
      for item in SurveyItem.allCases {
        guard let status = person.statuses[item] else { continue }
        let day = status.isAnswered ? person.day?.text ?? "" : ""
        rows.append([table.pool[person.actor], item.rawValue, status.rawValue, table.pool[person.wave], day])
        cells.append(Sheet.Position(person.row))
      }
    }
    return CSVTable(made: FileRole.responses.words, rows: rows, cells: cells, of: table.sheet)
  }
}

extension PersonAnswers {
  fileprivate var hasStatus: Bool { !statuses.isEmpty }

  /// The same with the one claim of each item that tells that it was answered; all claims take much memory.
  fileprivate var tellingAnswered: PersonAnswers {
    var person = self
    person.claims = SurveyItem.allCases.compactMap { item in
      claims.first { $0.item == item && $0.answer != .missing }
    }
    return person
  }

  /// The same, with an answer in full wherever a claim is made and nothing else is known.
  fileprivate var inferringStatuses: PersonAnswers {
    var person = self
    for claim in claims where claim.answer != .missing && person.statuses[claim.item] == nil {
      person.statuses[claim.item] = .answered
    }
    return person
  }
}

internal import DataFiles
internal import KnowledgeNetworks

extension Survey {
  /// The study as canonical files: `actors.csv`, and where there are any `claims.csv` and `responses.csv`.
  ///
  /// Two studies that say the same give the same bytes, however they were written before: rows ascend, numbers in texts
  /// by their size, by identifier; by wave, respondent, item, partner, topic, channel, answer and weight; or by wave,
  /// respondent, item and status, what is not stated before all else. Columns that no row states are left out, beside
  /// those without which a file is not of its sort. Partners are written as identifiers, kinds or the words that were
  /// kept; weights in the shortest form that is the same number. Text that a spreadsheet would run begins with `'`, which
  /// reading takes off.
  ///
  /// Reading the files again gives the same actors, claims, responses and memberships. Ties that were given as ties,
  /// places of rows and remarks are in none of them.
  ///
  /// - Returns: The name and the bytes of each file: UTF-8, comma, LF.
  /// - Complexity: O(*c* log *c*) time and O(*c*) space for *c* actors, claims and responses.
  public func canonicalFiles() -> [(name: String, bytes: [UInt8])] {
    var files = [(name: "actors.csv", bytes: actorsFile())]
    if !claims.isEmpty { files.append(("claims.csv", claimsFile())) }
    if !responses.isEmpty { files.append(("responses.csv", responsesFile())) }
    return files
  }

  private func claimsFile() -> [UInt8] {
    let partners = claims.map { label(of: $0.partner) }
    let ids = actors.map(\.id)
    let keys: [[Int]] = [
      ranks(claims.map(\.wave)), ranks(claims.map { ids[$0.respondent] }), ranks(claims.map(\.item.rawValue)),
      ranks(partners), ranks(claims.map(\.topic)), ranks(claims.map(\.channel)), ranks(claims.map(\.answer.rawValue)),
    ]
    let rows = order(claims.count, by: keys) { claims[$0].weight ?? 0 < claims[$1].weight ?? 0 }
    return CanonicalTable([
      .stated("wave") { claims[$0].wave }, .required("respondent") { ids[claims[$0].respondent] },
      .required("item") { claims[$0].item.rawValue }, .required("partner") { partners[$0] },
      .stated("topic") { claims[$0].topic }, .stated("channel") { claims[$0].channel },
      .required("answer") { claims[$0].answer.rawValue }, .stated("weight") { claims[$0].weight?.shortest },
    ]).bytes(rows)
  }

  private func label(of partner: ClaimPartner) -> String {
    switch partner {
    case .actor(let position): actors[position].id
    case .group(let words), .text(let words): words
    }
  }

  private func responsesFile() -> [UInt8] {
    let ids = actors.map(\.id)
    let keys: [[Int]] = [
      ranks(responses.map(\.wave)), ranks(responses.map { ids[$0.respondent] }),
      ranks(responses.map(\.item.rawValue)), ranks(responses.map(\.status.rawValue)),
    ]
    return CanonicalTable([
      .stated("wave") { responses[$0].wave }, .required("respondent") { ids[responses[$0].respondent] },
      .required("item") { responses[$0].item.rawValue }, .required("status") { responses[$0].status.rawValue },
    ]).bytes(order(responses.count, by: keys))
  }
}

extension Survey {
  private func actorsFile() -> [UInt8] {
    let isNamed = actors.contains { $0.name != $0.id }
    let hasOutsiders = actors.contains { !$0.isMember }
    var columns: [CanonicalColumn] = [
      .required("id") { actors[$0].id }, .stated("name") { isNamed ? actors[$0].name : nil },
      .stated("kind") { actors[$0].kind?.rawValue }, .stated("cluster") { actors[$0].cluster?.rawValue },
      .stated("region") { actors[$0].region }, .stated("country") { actors[$0].country },
      .stated("member") { hasOutsiders ? (actors[$0].isMember ? "yes" : "no") : nil },
    ]
    for range in PipelineCounts.ranges {
      columns.append(.stated("pipelines_" + range.rawValue) { actors[$0].statedPipelines?[range].map { "\($0)" } })
    }
    let presences = wavesOfPresence()
    columns.append(.stated("waves") { presences[$0] })
    for heading in Set(actors.flatMap(\.attributes.keys)).sorted(by: NaturalOrder.precedes) {
      columns.append(.stated(heading) { actors[$0].attributes[heading] })
    }
    return CanonicalTable(columns).bytes(order(actors.count, by: [ranks(actors.map(\.id))]))
  }

  /// The waves in which actors belong to the study, of those who do not in all, unless their responses say so.
  private func wavesOfPresence() -> [Int: String] {
    guard !presence.isEveryoneAlways else { return [:] }
    let all = waves
    var known: [Int: Set<String>] = [:]
    for response in responses where response.status == .notMember {
      known[response.respondent, default: []].insert(response.wave ?? Presence.unnamed)
    }
    var texts: [Int: String] = [:]
    for actor in actors.indices {
      let absent = Set(all.filter { !presence.includes(actor, in: $0) })
      guard !absent.subtracting(known[actor] ?? []).isEmpty else { continue }
      texts[actor] = all.filter { !absent.contains($0) }.joined(separator: ";")
    }
    return texts
  }
}

/// The place of each text among all, ascending; equal texts have one place, what is not stated the first.
private func ranks(_ texts: [String?]) -> [Int] {
  let distinct = Set(texts.lazy.compactMap(\.self)).sorted(by: NaturalOrder.precedes)
  let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0 + 1) })
  return texts.map { text in text.flatMap { places[$0] } ?? 0 }
}

/// Rows in the order of several keys, the first of which counts most.
private func order(
  _ count: Int, by keys: [[Int]], then isLess: (Int, Int) -> Bool = { _, _ in false }
) -> [Int] {
  (0..<count).sorted { one, other in
    for key in keys where key[one] != key[other] { return key[one] < key[other] }
    return isLess(one, other)
  }
}

/// A column of a canonical file.
private struct CanonicalColumn {
  let heading: String
  let isRequired: Bool
  let text: (Int) -> String?

  static func required(_ heading: String, _ text: @escaping (Int) -> String) -> CanonicalColumn {
    CanonicalColumn(heading: heading, isRequired: true, text: text)
  }

  /// A column that is left out where no row states anything.
  static func stated(_ heading: String, _ text: @escaping (Int) -> String?) -> CanonicalColumn {
    CanonicalColumn(heading: heading, isRequired: false, text: text)
  }
}

private struct CanonicalTable {
  private let columns: [CanonicalColumn]

  init(_ columns: [CanonicalColumn]) { self.columns = columns }

  func bytes(_ rows: [Int]) -> [UInt8] {
    let written = columns.filter { column in column.isRequired || rows.contains { column.text($0) != nil } }
    var bytes: [UInt8] = []
    bytes.append(row: written.map(\.heading.maskedFormula))
    for row in rows {
      for (number, column) in written.enumerated() {
        if number > 0 { bytes.endCell() }
        guard let text = column.text(row) else { continue }
        // Without quotes it would say that something is missing.
        if text == "NA" { bytes.append(text: "\"NA\"") } else { bytes.append(cell: text.maskedFormula) }
      }
      bytes.endRow()
    }
    return bytes
  }
}

extension Double {
  /// The fewest digits that are read as the same number: 2, 0.1.
  fileprivate var shortest: String {
    Int(exactly: self).map { magnitude < 1e15 ? "\($0)" : "\(self)" } ?? "\(self)"
  }
}

internal import DataFiles
internal import KnowledgeNetworks

extension Survey {
  /// The study as canonical files: `actors.csv`, and where there are any `claims.csv`, `responses.csv`, `ties.csv`,
  /// `answers.csv` and `questions.csv`.
  ///
  /// Two studies that say the same give the same bytes, however they were written before: rows ascend, numbers in texts
  /// by their size, by identifier; by wave, respondent, item, partner, topic, channel, answer, weight and details; by
  /// wave, respondent, item, status and day; by wave, source, target, topic, channel and weight; by wave, respondent and
  /// question; or by question, what is not stated before all else. Columns that no row states are left out, beside
  /// those without which a file is not of its sort. Partners are written as identifiers, kinds or the words that were
  /// kept; weights in the shortest form that is the same number. Text that a spreadsheet would run begins with `'`, which
  /// reading takes off.
  ///
  /// Reading the files again gives the same actors, claims, responses, ties, answers, questions and waves in which actors
  /// belong to the study. Who takes part in which groups is not written, only the ties made of it; nor are places of rows
  /// and remarks. Ties without direction have `Undirected` under `type`, and are read so with
  /// ``ReadingOptions/isDirected`` off.
  ///
  /// - Returns: The name and the bytes of each file: UTF-8, comma, LF.
  /// - Complexity: O(*c* log *c*) time and O(*c*) space for *c* actors, claims, responses, ties and
  ///   answers.
  public func canonicalFiles() -> [(name: String, bytes: [UInt8])] {
    var files = [(name: "actors.csv", bytes: actorsFile())]
    if !claims.isEmpty { files.append(("claims.csv", claimsFile())) }
    if !responses.isEmpty { files.append(("responses.csv", responsesFile())) }
    if !ties.isEmpty { files.append(("ties.csv", tiesFile())) }
    if !answers.isEmpty { files.append(("answers.csv", answersFile())) }
    if !questions.isEmpty { files.append(("questions.csv", questionsFile())) }
    return files
  }

  private func claimsFile() -> [UInt8] {
    let partners = claims.map { label(of: $0.partner) }
    let ids = actors.map(\.id)
    let keys: [[Int]] = [
      ranks(claims.map(\.wave)), ranks(claims.map { ids[$0.respondent] }), ranks(claims.map(\.item.rawValue)),
      ranks(partners), ranks(claims.map(\.topic)), ranks(claims.map(\.channel)), ranks(claims.map(\.answer.rawValue)),
    ]
    let headings = Set(claims.flatMap(\.details.keys)).sorted(by: NaturalOrder.precedes)
    let rows = order(claims.count, by: keys) { one, other in
      let (weight, otherWeight) = (claims[one].weight ?? 0, claims[other].weight ?? 0)
      guard weight == otherWeight, !headings.isEmpty else { return weight < otherWeight }
      let details = [one, other].map { claim in headings.map { claims[claim].details[$0] ?? "" } }
      return details[0].lexicographicallyPrecedes(details[1])
    }
    let columns: [CanonicalColumn] = [
      .stated("wave") { claims[$0].wave }, .required("respondent") { ids[claims[$0].respondent] },
      .required("item") { claims[$0].item.rawValue }, .required("partner") { partners[$0] },
      .stated("topic") { claims[$0].topic }, .stated("channel") { claims[$0].channel },
      .required("answer") { claims[$0].answer.rawValue }, .stated("weight") { claims[$0].weight?.shortest },
    ]
    let details = headings.map { heading in CanonicalColumn.stated(heading) { claims[$0].details[heading] } }
    return CanonicalTable(columns + details).bytes(rows)
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
      .stated("date") { responses[$0].day?.text },
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

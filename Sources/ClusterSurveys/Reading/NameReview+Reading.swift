internal import DataFiles
internal import KnowledgeNetworks

/// A label that may be somebody else than it was read as.
struct DoubtfulLabel {
  let label: String
  let partner: ClaimPartner
  /// Where it stands first in its file.
  let place: Place
  /// How many rows name it.
  var count: Int
}

extension StudyFiles {
  /// The labels that a person should look at, with the actors most similar to them.
  ///
  /// - Complexity: O(*k* *n* *l*²) time for *k* labels and *n* actors with names of *l* letters, less where these are
  ///   many; O(*n* + *k*) space.
  func nameReview(
    _ roster: Roster, _ alike: AlikeIdentifiers, of survey: Survey, workers: Workers
  ) -> NameReview {
    let labels = partnerLabels
    let spellings = roster.isClosed ? [] : spellings(of: alike, in: survey)
    guard !labels.isEmpty || !spellings.isEmpty else { return NameReview() }
    let similar = SimilarActors(to: labels.map(\.label), among: labels.isEmpty ? [] : roster.actors)
    let found = workers.finished(labels.count) { entry(labels[$0], similar, roster) }
    return NameReview(entries: (found + spellings).sorted { NaturalOrder.precedes($0.label, $1.label) })
  }

  /// The labels of all files of claims, each once.
  private var partnerLabels: [DoubtfulLabel] {
    var labels: [String: DoubtfulLabel] = [:]
    for label in doubtfulLabels {
      if labels[label.label] == nil {
        labels[label.label] = label
      } else {
        labels[label.label]?.count += label.count
      }
    }
    return labels.values.sorted { NaturalOrder.precedes($0.label, $1.label) }
  }

  private func entry(_ label: DoubtfulLabel, _ similar: SimilarActors, _ roster: Roster) -> NameReview.Entry {
    var (reading, standsFor) = (NameReview.Reading.text, String?.none)
    switch label.partner {
    case .text: break
    case .group(let kind): (reading, standsFor) = (.group, kind)
    case .actor(let actor): (reading, standsFor) = (.actor, roster.actors[actor].id)
    }
    let several = roster.actorsListed(in: label.label)
    let nearest = similar.nearest(to: label.label) { roster.aliases.excludes($0, for: label.label) }
    let (actors, score) = several.map { ($0, 1.0) } ?? nearest.map { ([$0.actor], $0.score) } ?? ([], 0)
    let near = actors.map { roster.actors[$0] }
    return NameReview.Entry(
      label: label.label, place: label.place, count: label.count, reading: reading, standsFor: standsFor,
      nearest: near.isEmpty ? nil : near.map(\.id).joined(separator: "|"),
      nearestName: near.isEmpty ? nil : near.map(\.name).joined(separator: " | "), score: near.isEmpty ? nil : score)
  }

  /// Identifiers that are spelt nearly as another, which they may mean.
  private func spellings(of alike: AlikeIdentifiers, in survey: Survey) -> [NameReview.Entry] {
    guard !alike.groups.isEmpty else { return [] }
    let places = places(of: Set(alike.groups.joined())) { $0.actorColumns }
    let counts = survey.mentions(of: Set(alike.groups.joined()))
    return alike.groups.flatMap { group in
      let kept = AlikeIdentifiers.likeliest(of: group)
      return group.filter { $0 != kept }.map { id in
        let score = ComparedName(id).similarity(to: ComparedName(kept))
        return NameReview.Entry(
          label: id, place: places[id] ?? Place(), count: counts[id] ?? 0, reading: .actor, standsFor: id,
          nearest: kept,
          nearestName: kept, score: (score * 1_000).rounded() / 1_000)
      }
    }
  }
}

extension Roster {
  /// The actors whose identifiers stand in a label one after the other; `nil` where it holds anything else.
  func actorsListed(in label: String) -> [Int]? {
    let parts = label.split { ";,/|+&".contains($0) }.map { String($0).trimmed }
    let positions = parts.compactMap(position(of:))
    return parts.count > 1 && positions.count == parts.count ? positions : nil
  }
}

extension Survey {
  /// How many claims and ties name actors of these identifiers.
  fileprivate func mentions(of ids: Set<String>) -> [String: Int] {
    var counts = [Int](repeating: 0, count: actors.count)
    for claim in claims {
      counts[claim.respondent] += 1
      if case .actor(let partner) = claim.partner { counts[partner] += 1 }
    }
    for tie in ties {
      counts[tie.source] += 1
      counts[tie.target] += 1
    }
    return Dictionary(
      actors.indices.lazy.filter { ids.contains(actors[$0].id) }.map { (actors[$0].id, counts[$0]) }
    ) { first, _ in first }
  }
}

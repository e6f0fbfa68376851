internal import KnowledgeNetworks

/// What a study says of one actor, in a few lines: its role, what it gave and received, where it stands, what is lost
/// without it, and whom to introduce it to.
///
/// ``Findings/card(of:)`` makes it. Names are shown on one line and shortened; whoever puts a line on a page escapes it.
public struct ActorCard: Finding, Hashable {
  /// One line: what it is about, the sentence, and what the sentence rests on.
  public struct Line: Codable, Hashable, Sendable {
    /// What it is about, in a few words of ours.
    public let label: String
    /// The sentence; "it" is the actor.
    public let text: String
    /// The name of the ``Statement``.
    public let statement: String
    /// Of whom or of what it is, in words of the language.
    public let population: String
    /// How many these are.
    public let size: Int

    init(_ label: Paragraph, _ said: Statement, in language: Language) {
      (self.label, text) = (label.text(in: language), said.words.text(in: language))
      statement = said.name.rawValue
      (population, size) = (language.words(for: said.evidence.population.rawValue), said.evidence.size)
    }
  }

  /// A rank among members, with the range that other rules of reconciling give.
  public struct Rank: Codable, Hashable, Sendable {
    /// What is ranked: `given`, `received`, `partners`, `brokered`, `outside` or `betweenness`.
    public let measure: String
    /// The number of the actor.
    public let value: Double
    /// The rank from 1, equal numbers sharing the best.
    public let rank: Int
    /// How many members are ranked.
    public let of: Int
    /// The best rank under the four rules; `nil` where rules are not compared.
    public let best: Int?
    /// The worst rank under the four rules; `nil` where rules are not compared.
    public let worst: Int?
  }

  /// Who it is.
  public let actor: NamedActor
  /// The lines, in order.
  public let lines: [Line]
  /// The ranks, in the order of their lines; none of an outsider.
  public let ranks: [Rank]

  /// A row a line.
  public var table: FindingsTable {
    FindingsTable(
      "card", rows: lines,
      .text("id") { _ in actor.id }, .word("about") { $0.label }, .text("text") { $0.text },
      .word("statement") { $0.statement }, .word("population") { $0.population }, .count("size") { $0.size })
  }

  /// The card as plain text: who it is, then a paragraph a line.
  public var text: String {
    let about = [actor.kind, actor.cluster].compactMap(\.self).map { SafeText.name($0) }
    let named = actor.name == actor.id ? [] : [SafeText.name(actor.id)]
    let details = (named + about).joined(separator: ", ")
    let head = SafeText.name(actor.name) + (details.isEmpty ? "" : " (\(details))")
    return ([head] + lines.map { "\($0.label): \($0.text)" }).joined(separator: "\n") + "\n"
  }
}

extension Findings {
  /// What is found of one actor, for its card, in the language of the study's report; in the findings of an earlier wave its
  /// role alone.
  ///
  /// - Parameter actor: Its roster position.
  /// - Complexity: O(*d* (*s* + log *d*)) time for *d* partners with up to *s* partners each; nothing is computed of the
  ///   whole network.
  public func card(of actor: Int) -> ActorCard {
    let named = NamedActor(network.actors[actor])
    return ActorCard(
      actor: named,
      lines: cardStatements(of: actor).map { ActorCard.Line($0.label, $0.said, in: study.options.language) },
      ranks: (standings?.rankings ?? []).compactMap { $0.rank(of: actor) })
  }
}

extension ActorStandings.Ranking {
  func rank(of actor: Int) -> ActorCard.Rank? {
    guard let value = scores[actor], let rank = ranks[actor] else { return nil }
    let range = ranges.isEmpty ? nil : ranges[actor]
    return ActorCard.Rank(
      measure: measure.rawValue, value: value, rank: rank, of: ranked, best: range?.lowerBound,
      worst: range?.upperBound)
  }
}

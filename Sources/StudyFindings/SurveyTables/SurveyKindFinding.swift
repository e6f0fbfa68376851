public import ClusterSurveys
internal import Foundation
internal import KnowledgeNetworks

/// What answers that name groups of actors say of kinds, with the opportunity that a group's size gives taken out.
///
/// More respondents name a large group than a small one, even if each pair of actors is as likely to be tied. Where a
/// respondent of kind *g* is tied to each of the *n* members of kind *h* at the rate λ, independently, it names the group
/// with the chance *P* = 1 − exp(−λ *n*), so that λ = −ln(1 − *P*) / *n*: the complementary log-log model with the logarithm
/// of the group's size as its offset. A respondent has one partner fewer in its own kind. Only rates may be compared between
/// groups and between the two items, whose shares are different margins. The rate is *derived*: no source for cluster
/// surveys proposes it, and it rests on the members of the roster being those that respondents had in mind.
///
/// Properties: `ratesTakeTheSizeOfTheGroupOut`.
public struct SurveyKindFinding: Finding, Hashable {
  /// How respondents of one kind name one group.
  public struct Row: Codable, Hashable, Sendable {
    /// The wave; `nil` where the study does not tell waves apart.
    public let wave: String?
    /// The item.
    public let isShared: Bool
    /// The kind of the respondents.
    public let kind: SurveyCategory
    /// The group, as claims name it.
    public let group: String
    /// Those that named the group, of those whose answer is known.
    public internal(set) var named: ObservedShare
    /// How many members of the group a respondent could be tied to.
    public let partners: Int

    /// The rate of ties to each member, 0 or more; `nil` where there is nobody to be tied to, or all name the group and any
    /// rate would do.
    public var rate: Double? { named.value.flatMap(rate(at:)) }
    /// The rates at the ends of the interval of the share; `nil` where either is not defined.
    public var rateInterval: ClosedRange<Double>? {
      guard let interval = named.interval, let lower = rate(at: interval.lowerBound),
        let upper = rate(at: interval.upperBound)
      else { return nil }
      return lower...upper
    }

    private func rate(at share: Double) -> Double? {
      partners > 0 && share < 1 ? max(0, -log(1 - share) / Double(partners)) : nil
    }
  }

  /// By wave, item, kind and group.
  public internal(set) var rows: [Row]

  /// - Returns: `nil` where no claim names a group.
  init?(of waves: [SurveyWave]) {
    rows = waves.flatMap { wave in
      wave.survey.groupClaimShares().map { claim in
        let members = wave.survey.actors.count { $0.isMember && $0.kind?.rawValue == claim.group }
        return Row(
          wave: wave.name, isShared: claim.item == .shared, kind: SurveyCategory(claim.kind?.rawValue),
          group: claim.group, named: claim.named,
          partners: claim.kind?.rawValue == claim.group ? max(0, members - 1) : members)
      }
    }
    guard !rows.isEmpty else { return nil }
  }

  /// A row a wave, item, kind of respondent and group named.
  public var table: FindingsTable {
    FindingsTable(
      "survey-kinds", rows: rows,
      columns: [
        .text("wave") { $0.wave }, .word("item") { $0.isShared ? "shared" : "received" },
        .category("kind") { $0.kind }, .text("group") { $0.group },
      ], TableColumn<Row>.shares { $0.named },
      [
        .count("partners") { $0.partners }, .number("rate") { $0.rate },
        .number("rate_from") { $0.rateInterval?.lowerBound }, .number("rate_to") { $0.rateInterval?.upperBound },
        .word("rate_is") { _ in "derived" },
      ])
  }
}

public import ClusterSurveys
internal import KnowledgeNetworks

/// Through which channels each kind of respondent gives and receives, and whether one channel serves all.
///
/// A tie here is a claim that a respondent affirms and that states its channel, under either item; a tie that both sides
/// affirm is one of each. Intervals are of respondents alone, since the ties of one respondent are not independent.
///
/// Properties: `sharesAreCountedByHand`, `theLargestShareIsResampledOverRespondents`.
public struct SurveyChannelFinding: Finding, Hashable {
  /// How respondents of one kind use one channel.
  public struct Row: Codable, Hashable, Sendable {
    /// The wave; `nil` where the study does not tell waves apart.
    public let wave: String?
    /// The kind of the respondents.
    public let kind: SurveyCategory
    /// The channel.
    public let channel: String
    /// Those that affirm a tie through it, of those that affirm a tie through any.
    public internal(set) var respondents: ObservedShare
    /// How many of the ties of these respondents run through it.
    public internal(set) var ties: Int
    /// How many ties these respondents affirm.
    public internal(set) var allTies: Int

    /// The share of the ties that run through the channel.
    public var tieShare: Double? { allTies > 0 ? Double(ties) / Double(allTies) : nil }
  }

  /// By wave, kind and channel.
  public internal(set) var rows: [Row]
  /// How far one channel carries the ties, a wave each.
  public internal(set) var largest: [LargestChannel]
  /// How many channels and kinds are left out, since more than ``SurveyCategory/mostShown`` are named.
  public let leftOut: Int

  /// A row a wave, kind and channel.
  public var table: FindingsTable {
    FindingsTable(
      "survey-channels", rows: rows,
      columns: [.text("wave") { $0.wave }, .category("kind") { $0.kind }, .text("channel") { $0.channel }],
      TableColumn<Row>.shares { $0.respondents },
      [
        .count("ties") { $0.respondents.shown == nil ? nil : $0.ties },
        .count("ties_of") { $0.respondents.shown == nil ? nil : $0.allTies }, .share("ties_share") { $0.tieShare },
      ],
      [
        .share("ties_from") { row in largest.first { row.isOf($0) }?.interval.lowerBound },
        .share("ties_to") { row in largest.first { row.isOf($0) }?.interval.upperBound },
      ])
  }
}

extension SurveyChannelFinding.Row {
  /// Whether it is the row of the channel that carries most ties, over all kinds.
  fileprivate func isOf(_ largest: LargestChannel) -> Bool {
    kind == .all && wave == largest.wave && channel == largest.channel
  }
}

extension SurveyChannelFinding {
  /// - Returns: `nil` where no claim that is affirmed states a channel.
  init?(of waves: [SurveyWave], options: PermutationOptions, workers: Workers) throws(BuzzlineError) {
    let uses = waves.map { (wave: $0.name, use: ChannelUse(of: $0.survey)) }
    guard uses.contains(where: { !$0.use.respondents.isEmpty }) else { return nil }
    var (channelCounts, kindCounts) = ([SurveyCategory: Int](), [SurveyCategory: Int]())
    for (_, use) in uses {
      for respondent in use.respondents {
        kindCounts[respondent.kind, default: 0] += 1
        for (channel, ties) in respondent.ties { channelCounts[.named(use.channels[channel]), default: 0] += ties }
      }
    }
    let (channels, kinds) = (SurveyCategory.shown(channelCounts), SurveyCategory.shown(kindCounts))
    leftOut = channels.leftOut + kinds.leftOut
    rows = uses.flatMap { wave, use in
      kinds.categories.flatMap { kind in
        channels.categories.compactMap(\.name).compactMap { use.row(wave, kind, $0) }
      }
    }
    var largest: [LargestChannel] = []
    for (wave, use) in uses {
      if let found = try LargestChannel(in: wave, of: use, options: options, workers: workers) { largest.append(found) }
    }
    self.largest = largest
  }

  /// Tests in each wave whether kinds of respondents use different channels.
  ///
  /// The statistic is chi-squared of the ties by kind of respondent and channel. Since the ties of one respondent are not
  /// independent, kinds are permuted among respondents, each keeping all its ties.
  static func tests(
    of waves: [SurveyWave], options: PermutationOptions, workers: Workers
  ) throws(BuzzlineError) -> [SurveyTest] {
    var tests: [SurveyTest] = []
    for wave in waves {
      guard let test = try ChannelUse(of: wave.survey).test(options, workers) else { continue }
      tests.append(SurveyTest(.channels, "channel", between: .kinds, in: wave.name, test))
    }
    return tests
  }
}

/// How many ties each respondent affirms through each channel.
struct ChannelUse: Sendable {
  struct Respondent: Sendable {
    let kind: SurveyCategory
    /// How many ties, by the number of the channel, ascending.
    let ties: [(channel: Int, ties: Int)]
  }

  /// In natural order.
  let channels: [String]
  /// Those that affirm a tie through any channel, in the order of the roster.
  let respondents: [Respondent]

  init(of survey: Survey) {
    let affirmed = survey.claims.filter { $0.answer == .yes && $0.channel != nil }
    let channels = Set(affirmed.compactMap(\.channel)).sorted(by: NaturalOrder.precedes)
    let numbers = Dictionary(uniqueKeysWithValues: channels.enumerated().map { ($0.element, $0.offset) })
    var counts: [Int: [Int: Int]] = [:]
    for claim in affirmed {
      guard let number = claim.channel.flatMap({ numbers[$0] }) else { continue }
      counts[claim.respondent, default: [:]][number, default: 0] += 1
    }
    self.channels = channels
    respondents = counts.sorted { $0.key < $1.key }.map { actor, ties in
      Respondent(
        kind: survey.actors[actor].kindCategory,
        ties: ties.sorted { $0.key < $1.key }.map { (channel: $0.key, ties: $0.value) })
    }
  }

  /// - Returns: `nil` where no respondent of the kind affirms a tie.
  fileprivate func row(_ wave: String?, _ kind: SurveyCategory, _ channel: String) -> SurveyChannelFinding.Row? {
    let own = respondents.filter { kind == .all || $0.kind == kind }
    guard !own.isEmpty else { return nil }
    let number = channels.firstIndex(of: channel)
    let through = own.compactMap { $0.ties.first { $0.channel == number }?.ties }
    return SurveyChannelFinding.Row(
      wave: wave, kind: kind, channel: channel, respondents: ObservedShare(count: through.count, of: own.count),
      ties: through.reduce(0, +), allTies: own.reduce(0) { $0 + $1.ties.reduce(0) { $0 + $1.ties } })
  }

  fileprivate func test(_ options: PermutationOptions, _ workers: Workers) throws(BuzzlineError) -> SampleTest? {
    let stated = respondents.filter { $0.kind.name != nil }
    let kinds = Set(stated.map(\.kind)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($0.element, Int32($0.offset)) })
    let codes = stated.map { numbers[$0.kind] ?? 0 }
    let columns = channels.count
    @Sendable func table(_ codes: [Int32]) -> ContingencyTable {
      var counts = [Int](repeating: 0, count: kinds.count * columns)
      for (respondent, code) in zip(stated, codes) {
        for (channel, ties) in respondent.ties { counts[Int(code) * columns + channel] += ties }
      }
      return ContingencyTable(counts: counts, columns: columns)
    }
    guard kinds.count > 1, let effect = table(codes).cramersV else { return nil }
    let test = try LabelPermutations(of: codes, options: options).test(workers: workers) { (codes: [Int32]) in
      [table(codes).chiSquared]
    }[0]
    return SampleTest(
      .chiSquared, size: stated.count, groups: kinds.count, statistic: test.observed, effect: effect,
      p: test.pAtLeast, isExact: test.isExact)
  }
}

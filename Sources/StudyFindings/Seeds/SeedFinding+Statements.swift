internal import KnowledgeDiffusion

extension SeedFinding {
  /// A row a chosen actor: its place in the choice, who it is, how many more it is expected to reach than those before
  /// it with the standard error of that, whether it had to be chosen, what it costs, and how many others gain as much.
  public var table: FindingsTable {
    let columns: [TableColumn<Pick>] =
      [TableColumn("rank", .count) { .count($0.rank) }] + TableColumn.identity { $0.actor } + [
        TableColumn("gain", .number) { .number($0.gain.mean) },
        TableColumn("standard_error", .number) { .number($0.gain.standardError) },
        TableColumn("given", .text) { .yesOrNo($0.given) }, TableColumn("cost", .number) { .number($0.cost) },
        TableColumn("equals", .count) { .count($0.equals?.count) },
      ]
    return FindingsTable("seeds", columns, rows: picks)
  }

  /// How far the chosen ones reach together, what other choices bring, what is certain.
  public var statements: [String] {
    [
      "On \(NumberText.count(comparison.runs)) live-edge graphs drawn anew, together they reach "
        + "\(NumberText.measured(expectedReach)) of \(NumberText.count(actors)) actors. On the same graphs as many "
        + "others reach: \(rivalsInWords).",
      "Each gain in the table is from the \(method.runs == nil ? "samples" : "live-edge graphs") that the choice was "
        + "made on, which favour it a little.",
      guarantee,
    ] + severalBest
  }

  /// What each sort of others reaches, set apart by semicolons.
  var rivalsInWords: String { comparison.rivals.map(\.words).joined(separator: "; ") }

  private var severalBest: [String] {
    guard let best = bestSets, best.sets.count > 1 else { return [] }
    return ["\(best.sets.count)\(best.more ? " and more" : "") sets reach most; --format json lists them."]
  }
}

extension SeedFinding.Rival {
  /// Who the others are, what they reach, and how many fewer or more that is.
  fileprivate var words: String {
    let who =
      switch by {
      case "degree": "those with the most receivers"
      case "chance": "those drawn at random"
      default: "those with the highest \(by)"
      }
    guard advantage.mean != 0 else { return "\(who) \(NumberText.number(expectedReach.mean)) (as many)" }
    let decimals = NumberText.decimals(of: advantage)
    return "\(who) \(NumberText.number(expectedReach.mean)) "
      + "(\(NumberText.number(abs(advantage.mean), decimals: decimals)) \(advantage.mean >= 0 ? "fewer" : "more"), "
      + "standard error \(NumberText.number(advantage.standardError, decimals: decimals)))"
  }
}

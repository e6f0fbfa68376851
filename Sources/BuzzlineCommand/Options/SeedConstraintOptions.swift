internal import ArgumentParser
internal import Buzzline

/// What a choice of actors to tell first must respect.
struct SeedConstraintOptions: ParsableArguments {
  @Option(
    name: .customLong("max-per-kind"),
    help: ArgumentHelp("The most of a kind, such as sme=3; may be named several times.", valueName: "kind=number"))
  var atMost: [String] = []
  @Option(
    name: .customLong("min-per-cluster"), help: ArgumentHelp("The least of every cluster.", valueName: "number"))
  var floor: Int = 0
  @Option(help: ArgumentHelp("Who must be chosen; several times, or several between commas.", valueName: "id"))
  var mustInclude: [String] = []
  @Option(help: ArgumentHelp("Who must not be chosen; several times, or several between commas.", valueName: "id"))
  var mustExclude: [String] = []
  @Option(help: ArgumentHelp("What all together may cost at most; needs --cost.", valueName: "number"))
  var budget: Double?
  @Option(
    help: ArgumentHelp(
      "What telling an actor costs: a column of the actor file, or a number for each kind, such as sme=1; the latter "
        + "several times.", valueName: "column|kind=number"))
  var cost: [String] = []

  func validate() throws {
    guard cost.isEmpty == (budget == nil) else {
      throw ValidationError("--cost and --budget are given together or not at all.")
    }
    let limits = try limits()
    try asUsage { _ = try SeedConstraints(atMost: limits, atLeastOfEachCluster: floor) }
    _ = try pricing()
  }

  func constraints(on network: KnowledgeNetwork, of survey: Survey) throws -> SeedConstraints {
    try SeedConstraints(
      atMost: try limits(), atLeastOfEachCluster: floor,
      mustInclude: try network.positions(listed: mustInclude, as: "--must-include"),
      mustExclude: try network.positions(listed: mustExclude, as: "--must-exclude"),
      costs: try pricing()?.costs(on: network, of: survey), budget: budget)
  }

  private func limits() throws -> [ActorKind: Int] {
    var limits: [ActorKind: Int] = [:]
    for limit in atMost {
      guard let (kind, text) = limit.assignment, let number = Int(text) else {
        throw ValidationError("'\(limit)' is no limit of a kind; --max-per-kind takes one such as sme=3.")
      }
      guard limits.updateValue(number, forKey: ActorKind(rawValue: kind)) == nil else {
        throw ValidationError("--max-per-kind limits the kind '\(kind)' twice.")
      }
    }
    return limits
  }

  private func pricing() throws -> Pricing? {
    guard let first = cost.first else { return nil }
    if cost.count == 1, first.assignment == nil { return .column(first) }
    var prices: [ActorKind: Double] = [:]
    for price in cost {
      guard let (kind, text) = price.assignment, let number = Double(text) else {
        throw ValidationError("'\(price)' is no cost of a kind; --cost takes one column, or costs such as sme=1.")
      }
      guard prices.updateValue(number, forKey: ActorKind(rawValue: kind)) == nil else {
        throw ValidationError("--cost names the kind '\(kind)' twice.")
      }
    }
    return .kinds(prices)
  }
}

/// What telling an actor costs, before there is a network.
private enum Pricing {
  case column(String)
  case kinds([ActorKind: Double])

  func costs(on network: KnowledgeNetwork, of survey: Survey) throws -> [Double] {
    switch self {
    case .column(let heading):
      return try survey.numbers(under: heading).enumerated().map { actor, cost in
        guard let cost else {
          throw BuzzlineError(
            .invalidValue, at: survey.place(of: actor, under: heading),
            "The cost of '\(network.actors[actor].id)' is looked for in the column '\(heading)', but there is none.")
        }
        return cost
      }
    case .kinds(let prices):
      for kind in prices.keys.sorted() { _ = try network.seeds(of: kind) }
      return try network.actors.map { actor in
        guard let cost = actor.kind.flatMap({ prices[$0] }) else {
          let whose = actor.kind.map { "of the kind '\($0.rawValue)'" } ?? "of actors whose kind is not stated"
          throw BuzzlineError(
            .invalidOptions, at: Place(actor: actor.id), "--cost does not say what telling one \(whose) costs.")
        }
        return cost
      }
    }
  }
}

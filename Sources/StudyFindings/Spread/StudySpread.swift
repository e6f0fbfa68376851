public import KnowledgeDiffusion
public import KnowledgeNetworks

/// By which model a study lets knowledge spread, and how often.
public struct StudySpread: Hashable, Sendable {
  /// The models whose graphs can be played again with something changed, which most of what a study asks needs.
  public enum Model: Hashable, Sendable {
    /// Each tie carries knowledge by a chance of its own.
    case cascade(ChanceRule)
    /// Each actor waits until the givers who know weigh enough.
    case linearThreshold(LinearThreshold.Weights)
  }

  /// The model.
  public let model: Model
  /// The model's numbers, as manifest and report tell them.
  public let settings: [String: JSONValue]
  /// How many graphs, and the seed they come from.
  public let options: SpreadOptions

  /// Makes a choice.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - settings: The model's numbers, as manifest and report tell them.
  ///   - options: How many graphs, and the seed they come from.
  public init(_ model: Model, settings: [String: JSONValue] = [:], options: SpreadOptions) {
    (self.model, self.settings, self.options) = (model, settings, options)
  }

  /// The model as `KnowledgeDiffusion` has it.
  public var liveTies: any LiveTieModel {
    switch model {
    case .cascade(let rule): IndependentCascade(rule)
    case .linearThreshold(let weights): LinearThreshold(weights)
    }
  }

  func question(for objective: ReachObjective, on network: KnowledgeNetwork) -> SpreadQuestion {
    SpreadQuestion(
      model: liveTies.name, settings: settings, from: objective.starters(on: network), runs: options.runs,
      seed: options.seed, on: network)
  }

  var sentence: Paragraph {
    switch model {
    case .linearThreshold(.equal):
      """
      Whoever gives to an actor weighs the same; once those who know weigh more than the actor's threshold, which is drawn \
      at random, it takes the thing up (linear threshold).
      """
    case .linearThreshold:
      """
      Whoever gives to an actor weighs by the strength of its tie; once those who know weigh more than the actor's \
      threshold, which is drawn at random, it takes the thing up (linear threshold).
      """
    case .cascade(let rule):
      "Whoever hears of it tells each receiver once, and it comes through with \(rule.words) (independent cascade)."
    }
  }
}

extension ChanceRule {
  fileprivate var words: Paragraph {
    switch self {
    case .constant(let chance): "the chance \(exact: chance)"
    case .weights: "the tie's weight as its chance"
    case .strength(let unit): "the chance \(exact: unit) for each unit of the tie's strength"
    case .weightedCascade: "a chance of one over the number of the receiver's givers"
    case .scopes: "a chance that depends on where the tie leads"
    case .channels: "a chance that depends on the tie's channel"
    case .topics: "a chance that depends on the tie's topic"
    }
  }

  /// The chance of a tie that is not there yet, leads to such places and has neither weight nor channel nor topic;
  /// `nil` where the rule does not tell.
  public func chanceOfNewTie(leadingTo scopes: Set<TieScope>) -> Double? {
    switch self {
    case .constant(let chance), .channels(_, otherwise: let chance), .topics(_, otherwise: let chance): return chance
    case .scopes(let chances):
      let found = Set(scopes.map { chances[$0] ?? 0 })
      return found.count == 1 ? found.first : nil
    case .weights, .strength, .weightedCascade: return nil
    }
  }
}

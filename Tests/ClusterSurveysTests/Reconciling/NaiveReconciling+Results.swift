import ClusterSurveys
import KnowledgeNetworks

extension NaiveReconciling {
  /// Each tie with its evidence, written out.
  func ties(_ rule: ReconciliationRule, _ lone: LoneDenial) -> [String] {
    var lines = survey.ties.map { Self.line($0, .given) }
    for pair in orderedPairs {
      for layer in layers where isNamed(from: pair.giver, to: pair.receiver, in: layer) {
        let (giver, receiver) = reports(from: pair.giver, to: pair.receiver, in: layer)
        guard Self.rule(rule, lone, giver.answer, receiver.answer) == true else { continue }
        let tie = Tie(
          source: pair.giver, target: pair.receiver, weight: weight(of: pair, in: layer, rule), topic: layer.topic,
          channel: layer.channel, wave: layer.wave)
        lines.append(Self.line(tie, .reports(giver: giver, receiver: receiver)))
      }
    }
    return lines.sorted()
  }

  static func line(_ tie: Tie, _ evidence: TieEvidence) -> String {
    let weight = (tie.weight * 1e9).rounded() / 1e9
    return
      "\(tie.source) \(tie.target) \(weight) \(tie.wave ?? "-") \(tie.topic ?? "-") \(tie.channel ?? "-") \(evidence)"
  }

  private func weight(of pair: (giver: Int, receiver: Int), in layer: Layer, _ rule: ReconciliationRule) -> Double {
    var sides: [[Double]] = []
    if rule != .receiver { sides.append(weights(.shared, by: pair.giver, about: pair.receiver, in: layer)) }
    if rule != .giver { sides.append(weights(.received, by: pair.receiver, about: pair.giver, in: layer)) }
    let means = sides.filter { !$0.isEmpty }.map { $0.reduce(0, +) / Double($0.count) }
    return means.isEmpty ? 1 : means.reduce(0, +) / Double(means.count)
  }

  private func weights(_ item: SurveyItem, by respondent: Int, about partner: Int, in layer: Layer) -> [Double] {
    rows(item, by: respondent, about: partner, in: layer).filter { $0.answer == .yes }.compactMap(\.weight)
  }

  /// What somebody affirmed but is no tie, written out.
  func rejected(_ rule: ReconciliationRule, _ lone: LoneDenial) -> [String] {
    var lines: [String] = []
    for pair in orderedPairs {
      for layer in layers {
        let (giver, receiver) = reports(from: pair.giver, to: pair.receiver, in: layer)
        let decision = Self.rule(rule, lone, giver.answer, receiver.answer)
        guard giver == .affirmed || receiver == .affirmed, decision != true else { continue }
        lines.append("\(pair) \(layer.wave ?? "-") \(layer.topic ?? "-") \(layer.channel ?? "-") \(decision == false)")
      }
    }
    return lines.sorted()
  }

  /// The pairs nobody could report on in a wave.
  func unobserved(_ rule: ReconciliationRule, _ lone: LoneDenial, wave: String?) -> Int {
    orderedPairs.count { pair in
      let decisions = layers(from: pair.giver, to: pair.receiver, wave: wave).map { layer in
        let (giver, receiver) = reports(from: pair.giver, to: pair.receiver, in: layer)
        return Self.rule(rule, lone, giver.answer, receiver.answer)
      }
      return Self.or(decisions) == nil
    }
  }

  /// What the two sides of a pair say in a wave, over all topics or one.
  func sides(
    from giver: Int, to receiver: Int, wave: String?, topic: String?? = nil
  ) -> (giver: Bool, receiver: Bool)? {
    let all = layers(from: giver, to: receiver, wave: wave, topic: topic)
      .map { reports(from: giver, to: receiver, in: $0) }
    guard let given = Self.or(all.map(\.giver.answer)), let received = Self.or(all.map(\.receiver.answer)) else {
      return nil
    }
    return (given, received)
  }

  /// Both, giver only, receiver only, neither.
  func agreement(waves: [String?], topic: String?? = nil) -> [Int] {
    var counts = [0, 0, 0, 0]
    for wave in waves {
      for pair in orderedPairs {
        guard let said = sides(from: pair.giver, to: pair.receiver, wave: wave, topic: topic) else { continue }
        counts[(said.giver ? 0 : 2) + (said.receiver ? 0 : 1)] += 1
      }
    }
    return counts
  }
}

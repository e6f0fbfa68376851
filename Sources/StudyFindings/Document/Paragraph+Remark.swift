internal import KnowledgeNetworks
internal import NetworkMeasures

extension Paragraph {
  /// A remark of another module as a sentence that catalogues have: its numbers, and the measure or the column that it
  /// names, apart from its words.
  init(remark: String) {
    for sentence in Self.remarksWithNames {
      guard let values = Self.values(in: remark, of: sentence) else { continue }
      self.init([Phrase(template: sentence, values: values.map(Self.value))])
      return
    }
    guard !remark.contains(where: { "{}*".contains($0) }) else {
      self.init(ours: remark)
      return
    }
    var phrase = Phrase(template: "")
    var rest = remark[...]
    while let number = rest.firstMatch(of: /[0-9]+(?:\.[0-9]+)?/) {
      phrase.values.append(.written(String(number.output)))
      phrase.template += rest[..<number.range.lowerBound] + "{\(phrase.values.count)}"
      rest = rest[number.range.upperBound...]
    }
    phrase.template += rest
    self.init([phrase])
  }

  /// The remarks that name a measure, a column of the data or the engine's own words, or have a number that is no value.
  private static let remarksWithNames = [
    "{1} is sampled: with probability {2} no actor's value is off by more than {3}; {4} samples, seed {5}.",
    "{1} is not sampled: no sample of it comes with a guarantee.",
    "{1} is not sampled: a sample does not tell how many are reached, which the normalised form can do without.",
    "{1} is not defined here: {2}",
    "No actor's cluster is stated, so {1} is not defined.",
    "Knowledge nowhere comes back to where it started, so all {1} scores are 0.",
    "The {1} scores did not settle to a residual of 1e-9, so they are not defined.",
    "Some ties are shorter than igraph computes distances exactly with (1e-5), so our own kernels did.",
    "Without a {1}: {2} actors; they have no row.",
    "One actor is in no group by {1}; it and its ties take no part.",
    "{1} actors are in no group by {2}; they and their ties take no part.",
    "{1} of {2} members state no {3} and take no part in brokerage.",
    "{1} of {2} actors state no {3} and take no part in brokerage.",
    "All actors that state their {1} agree in it, so every broker is a coordinator.",
  ]

  /// What stands in the places of a sentence, which have its numbers in order; `nil` where a remark is not of its words.
  private static func values(in remark: String, of sentence: String) -> [Substring]? {
    let words = sentence.split(separator: /\{[0-9]\}/, omittingEmptySubsequences: false)
    guard words.count > 1 else { return remark == sentence ? [] : nil }
    guard remark.hasPrefix(words[0]) else { return nil }
    var (values, rest) = ([Substring](), remark.dropFirst(words[0].count))
    for (place, next) in words.dropFirst().enumerated() {
      let isLast = place == words.count - 2
      guard !isLast || rest.hasSuffix(next) else { return nil }
      guard let end = isLast ? rest.index(rest.endIndex, offsetBy: -next.count) : rest.firstRange(of: next)?.lowerBound
      else { return nil }
      values.append(rest[..<end])
      rest = rest[end...].dropFirst(next.count)
    }
    return values
  }

  private static func value(_ text: Substring) -> Phrase.Value {
    if Double(text) != nil { return .written(String(text)) }
    if let measure = Measure(rawValue: String(text)) { return .paragraph(Paragraph(ours: measure.name)) }
    return .paragraph(Paragraph(column: String(text)))
  }

  /// What people call a column of actors: a known one in words, any other as the data name it.
  init(column: String) {
    if case .attribute(let heading) = ActorColumn(named: column) {
      self = "\(name: heading)"
    } else {
      self.init(ours: column)
    }
  }
}

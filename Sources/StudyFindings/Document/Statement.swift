/// A sentence about the data: what it says, on whom it rests, and by its name when it may be said.
///
/// Sections and the lead of a report are made of statements, beside explanations of terms and methods, which say
/// nothing of the data. ``Name/condition`` tells in words what the place that makes a statement tests.
public struct Statement: Hashable, Sendable {
  /// Which of the sentences it is.
  public let name: Name
  /// The sentence.
  public let words: Paragraph
  /// What it rests on.
  public let evidence: Evidence

  /// Makes a statement; `nil` where its condition does not hold.
  ///
  /// - Parameters:
  ///   - name: Which of the sentences it is.
  ///   - holds: Whether it may be said.
  ///   - evidence: What it rests on.
  ///   - words: The sentence.
  init?(_ name: Name, if holds: Bool = true, on evidence: Evidence, _ words: @autoclosure () -> Paragraph) {
    guard holds else { return nil }
    (self.name, self.words, self.evidence) = (name, words(), evidence)
  }
}

/// What a statement rests on: how many of whom, and how sure it is.
public struct Evidence: Hashable, Sendable {
  /// Of whom or of what a statement is.
  public enum Population: String, CaseIterable, Sendable {
    /// Members and outsiders.
    case actors
    /// Those who belong to the study.
    case members
    /// Pairs of actors with at least one tie between them, in order where ties have a direction.
    case connectedPairs = "connected pairs"
    /// Ties, one a topic and channel.
    case ties
    /// Connected pairs of which both clusters are known.
    case pairsOfKnownScope = "connected pairs of known scope"
    /// Pairs of members that are tied or known not to be.
    case observedPairs = "observed pairs of members"
    /// All pairs of members.
    case pairsOfMembers = "pairs of members"
    /// Pairs on which both sides reported.
    case jointPairs = "pairs on which both sides reported"
    /// The same, at least one of them affirming the tie.
    case affirmedPairs = "pairs on which both sides reported and one affirms"
    /// Two ties that follow one another.
    case twoStepPaths = "two-step paths"
    /// Cells of the survey's tables.
    case tableCells = "cells of tables"
    /// Clusters that members state.
    case clusters
    /// Pairs that an actor stands between.
    case brokeredPairs = "brokered pairs"
    /// Pairs of staying members that both waves observe.
    case pairsOfBothWaves = "pairs that both waves observe"
    /// Those who answered a question or claimed a tie.
    case respondents
    /// Claims that a respondent affirms.
    case affirmedClaims = "ties that respondents affirm"
    /// Questions whose answers were compared.
    case questions
    /// Runs of a model.
    case runs = "runs of the model"
    /// Rows of the input.
    case rows
  }

  /// Of whom or of what.
  public let population: Population
  /// How many these are.
  public let size: Int
  /// The two-sided p, adjusted where several are tested together; `nil` where nothing was tested.
  public let p: Double?
  /// The ends of the 95 % confidence interval; `nil` where there is none.
  public let interval: ClosedRange<Double>?
  /// The standard error; `nil` where nothing is estimated.
  public let standardError: Double?

  /// Names what a statement rests on.
  public init(
    _ population: Population, _ size: Int, p: Double? = nil, interval: ClosedRange<Double>? = nil,
    standardError: Double? = nil
  ) {
    (self.population, self.size, self.p) = (population, size, p)
    (self.interval, self.standardError) = (interval, standardError)
  }
}

extension Paragraph {
  /// A paragraph of statements, one after the other; empty where none may be said.
  init(stating statements: [Statement?]) {
    let said = statements.compactMap(\.self)
    self = said.map(\.words).joined(by: " ")
    self.statements = said
  }

  /// A paragraph a statement, as points of a list.
  static func points(_ statements: [Statement?]) -> [Paragraph] {
    statements.compactMap(\.self).map { Paragraph(stating: [$0]) }
  }
}

extension ReportDocument.Block {
  /// The pictures that can be drawn.
  static func pictures(_ pictures: ReportDocument.Picture?...) -> [ReportDocument.Block] {
    pictures.compactMap(\.self).map { .picture($0) }
  }

  /// A paragraph of statements; `nil` where none may be said.
  static func stating(_ statements: Statement?...) -> ReportDocument.Block? { stating(statements) }

  /// A paragraph of statements; `nil` where none may be said.
  static func stating(_ statements: [Statement?]) -> ReportDocument.Block? {
    let paragraph = Paragraph(stating: statements)
    return paragraph.isEmpty ? nil : .paragraph(paragraph)
  }

  /// The running text of the block; captions only explain.
  var paragraphs: [Paragraph] {
    switch self {
    case .paragraph(let paragraph), .note(let paragraph): [paragraph]
    case .list(let points): points
    case .table, .picture: []
    }
  }
}

extension ReportDocument {
  /// Every statement with the heading it stands under, those of the answers and the lead first, under no heading.
  public var statements: [(section: Paragraph?, statement: Statement)] {
    let opening = answers.flatMap { [$0.statement] + $0.grounds } + lead.flatMap(\.statements)
    let stated: [(section: Paragraph?, statement: Statement)] = sections.flatMap { section in
      section.blocks.flatMap(\.paragraphs).flatMap(\.statements).map { (section.heading, $0) }
    }
    return opening.map { (nil, $0) } + stated
  }

  /// A row a statement, in the language of the report: its place in the report, its name, section and words, what it rests on, and when it may be said.
  public var statementsTable: FindingsTable {
    let rows = statements.enumerated().map { place, found in
      (place: place + 1, section: found.section, said: found.statement)
    }
    let language = language
    return FindingsTable(
      "statements", rows: rows,
      .count("sentence") { $0.place }, .word("statement") { $0.said.name.rawValue },
      .text("section") { $0.section?.text(in: language) },
      .text("text") { $0.said.words.text(in: language) },
      .word("population") { language.words(for: $0.said.evidence.population.rawValue) },
      .count("size") { $0.said.evidence.size }, .p("p") { $0.said.evidence.p },
      .number("from") { $0.said.evidence.interval?.lowerBound },
      .number("to") { $0.said.evidence.interval?.upperBound },
      .number("standard_error") { $0.said.evidence.standardError },
      .word("condition") { language.words(for: $0.said.name.condition) })
  }
}

internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline explain`: what the study says of one actor, or what stands behind its score in a role, on standard output.
struct ExplainCommand: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Prints what the study says of one actor, or the pairs, ties and rows behind its score in a role.",
    usage: "buzzline explain <paths> ... <actor> [<role>] [<options>]",
    discussion: """
      The last word is an identifier or a name of an actor; a role may follow it: \(roles), or consultant, as UCINET \
      calls the itinerant broker. Without a role the card of the actor: its role in words, what it gave and received \
      and on whose word, its ranks with the range that the four rules of reconciling give, what is lost without it, and \
      whom to introduce it to. With a brokerage role exactly the pairs that its count in brokerage.csv counts, each tie \
      with what both sides reported, and the file, row and column of what was said; of a pipeline gatekeeper its \
      partners inside and outside its cluster. Of several waves it is the latest, unless --wave names one.

      Example: buzzline explain examples/knoke MAYR gatekeeper --group textbook_group
      """)

  @OptionGroup(title: "Input") var words: InputOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  @Option(help: ArgumentHelp("The column that groups actors; by default kind, else cluster.", valueName: "column"))
  var group: ActorColumn?
  @OptionGroup var language: LanguageOption
  @Option(help: ArgumentHelp("How the explanation is printed.", valueName: "format"))
  var format: ExplanationFormat = .text

  private static let roles = ExplainedRole.all.map(\.word).joined(separator: ", ")

  /// The input without the words that name the actor and the role.
  var input: InputOptions {
    var input = words
    input.paths = (try? question().paths) ?? []
    return input
  }

  func validate() throws { _ = try question() }

  func answer(_ study: ReadStudy) throws {
    let asked = try question()
    let wave = study.latestWave()
    // Nothing of a card comes from permutations, so that one draw does.
    var options = StudyOptions(
      rule: input.rule, group: group, permutations: PermutationOptions(draws: 1, exactLimit: 1))
    options.language = language.language
    let part = Study(survey: wave.survey, options: options)
    let settled = try study.reconciliation(of: wave)
    let actor = try settled.network.actors.position(called: asked.actor)
    guard let role = asked.role else {
      let card = try part.findings(workers: study.workers) { study.line.show($0) }.card(of: actor)
      return try format.print(card, text: card.text, study.line)
    }
    let explanation = try part.explanation(of: actor, as: role, in: settled, workers: study.workers)
    try format.print(explanation, text: explanation.text(in: language.language), study.line)
  }

  /// Which of the words are paths, which the actor, and which the role.
  private func question() throws -> (paths: [String], actor: String, role: ExplainedRole?) {
    let words = words.paths
    guard words.count > 1 else {
      throw ValidationError("Name a study folder or a file of ties, and then an actor.")
    }
    let (last, before) = (words[words.count - 1], words[words.count - 2])
    guard words.count > 2 else { return ([before], last, nil) }
    if let role = ExplainedRole(named: last) { return (Array(words.dropLast(2)), before, role) }
    guard before == "-" || FileManager.default.fileExists(atPath: before) else {
      let names = ExplainedRole.all.map(\.word)
      throw ValidationError(
        "There is no role '\(last)'." + suggestion(for: last, in: names) + " Roles are \(Self.roles).")
    }
    return (Array(words.dropLast()), last, nil)
  }
}

/// How an explanation is printed.
enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case csv
  case json

  func print(_ finding: some Finding, text: String, _ line: ProgressLine) throws {
    line.clear()
    switch self {
    case .text: try StandardOutput.write(text)
    case .csv: try TableOptions(.csv).print(finding, line)
    case .json: try TableOptions(.json).print(finding, line)
    }
  }
}

internal import ArgumentParser
internal import Buzzline
internal import Foundation

/// `buzzline check`: what was understood, and what was set aside.
struct Check: StudyCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what was understood of the input and what was set aside, row by row.")

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  @Option(
    help: ArgumentHelp(
      "Writes the labels to look at, with the most similar actors, to a new file, to be filled in and read as aliases.",
      valueName: "file"))
  var names: String?

  func validate() throws { try input.requirePaths() }

  func prepare() throws {
    guard let names, FileManager.default.fileExists(atPath: names) else { return }
    throw BuzzlineError(
      .cannotWrite, "'\(names)' is already there and may hold decisions; --names takes the name of a new file.")
  }

  func answer(_ study: ReadStudy) throws {
    try writeNames(of: study)
    let waves = try study.waves().map { wave in
      (wave.name, wave.survey, try wave.survey.reconciled(by: study.rule, workers: study.workers))
    }
    let report = CheckReport(survey: study.survey, waves: waves)
    study.line.clear()
    try StandardOutput.write(report.text)
  }

  private func writeNames(of study: ReadStudy) throws {
    guard let names else { return }
    let review = study.survey.nameReview
    do {
      try Data(review.csv.utf8).write(to: URL(filePath: names), options: .withoutOverwriting)
    } catch {
      throw BuzzlineError(.cannotWrite, "'\(names)' cannot be written.")
    }
    study.say(["wrote \(review.entries.count) names to look at to \(names)"])
  }
}

/// What `buzzline check` prints: files and actors, then claims, ties and evidence wave by wave, and every remark with its
/// place.
struct CheckReport {
  let survey: Survey
  /// The waves with what was settled in each.
  let waves: [(name: String?, survey: Survey, reconciliation: Reconciliation)]

  var text: String {
    let found = waves.flatMap { wave in
      (wave.name.map { ["Wave \($0): \(wave.survey.actors.count) actors"] } ?? [])
        + Self.claims(wave.survey, wave.reconciliation) + Self.ties(wave.reconciliation, isPacked: wave.survey.isPacked)
    }
    return (response + files + actors + memberships + answers + found + remarks).joined(separator: "\n") + "\n"
  }

  /// Who answered, wave by wave, by kind and by cluster.
  private var response: [String] {
    waves.filter(\.survey.wasAsked).flatMap { wave -> [String] in
      let (survey, waves) = (wave.survey, wave.reconciliation.coverage)
      // Of waves taken together each pair is counted once a wave.
      let coverage = waves.count == 1 ? waves.first : nil
      func line(_ name: String, _ counts: ResponseCounts) -> String {
        "\(name): \(counts.response.count) of \(counts.members) members answered (\(counts.partial) of them in part), "
          + "\(counts.refused) refused, \(counts.absent) absent, \(counts.notAsked) not asked"
      }
      let groups = [ActorColumn.kind, .cluster].flatMap { column -> [String] in
        let names = Set(survey.actors.compactMap(column.value(of:))).sorted(by: NaturalOrder.precedes)
        return names.prefix(12).map { name in
          line("  \(column.name) \(name)", survey.responseCounts { column.value(of: $0) == name })
        }
      }
      let pairs = coverage.map {
        ["  pairs seen by both sides \($0.seenByBoth), by one \($0.seenByOne), by nobody \($0.seenByNobody)"]
      }
      let days = survey.answerDays.map { ["  answers dated \($0.lowerBound.text) to \($0.upperBound.text)"] }
      return [line(wave.name.map { "Response in wave \($0)" } ?? "Response", survey.responseCounts())] + groups
        + (pairs ?? []) + (days ?? [])
    }
  }

  private var files: [String] {
    survey.accounts.flatMap { account -> [String] in
      let aside = account.rowsSetAside.values.reduce(0, +)
      let format = survey.isPacked ? "" : " (\(account.format.words))"
      let head =
        "\(account.file): read as \(account.role)\(format); \(account.rowsRead) rows read = \(account.rowsUsed) used "
        + "+ \(aside) set aside"
      return [head]
        + account.rowsSetAside.sorted { $0.key < $1.key }.map { "  set aside as \($0.key): \($0.value)" }
        + account.cells.map { cells in
          "  \(cells.question): \(cells.read) cells read = \(cells.ties) ties + \(cells.denials) denials + "
            + "\(cells.answers) answers + \(cells.missing) missing + \(cells.ignored) ignored"
        }
    }
  }

  private var actors: [String] {
    let outsiders = survey.actors.count { !$0.isMember }
    var lines = ["Actors: \(survey.actors.count)" + (outsiders > 0 ? ", \(outsiders) of them outsiders" : "")]
    for column in [ActorColumn.kind, .cluster, .region, .country] {
      let groups = Grouping(name: column.name, labels: survey.actors.map(column.value(of:)))
      let sizes = zip(groups.groups, groups.sizes).prefix(12).map { "\($0) \($1)" }.joined(separator: ", ")
      let more = groups.groups.count > 12 ? ", and \(groups.groups.count - 12) more" : ""
      let unstated = groups.ungrouped.count
      lines.append(
        "  \(column.name): " + (groups.groups.isEmpty ? "not stated" : sizes + more)
          + (unstated > 0 && !groups.groups.isEmpty ? "; not stated by \(unstated)" : ""))
    }
    let further = Set(survey.actors.flatMap(\.attributes.keys)).sorted()
    return further.isEmpty ? lines : lines + ["  further columns: " + further.joined(separator: ", ")]
  }

  /// The two-mode network as it was given: who takes part in what.
  private var answers: [String] {
    guard !survey.answers.isEmpty else { return [] }
    let questions = Set(survey.answers.map(\.question)).sorted(by: NaturalOrder.precedes)
    let more = questions.count > 12 ? ", and \(questions.count - 12) more" : ""
    return [
      "Answers to other questions: \(survey.answers.count), to " + questions.prefix(12).joined(separator: ", ") + more
    ]
  }

  private var memberships: [String] {
    guard let memberships = survey.memberships else { return [] }
    func range(_ degrees: [Int]) -> String { "\(degrees.min() ?? 0) to \(degrees.max() ?? 0)" }
    let density = memberships.density.map { "\(($0 * 1e4).rounded() / 1e4)" } ?? "not defined"
    return [
      "Memberships: \(memberships.count) in \(memberships.groups.count) groups, density \(density)",
      "  groups an actor: \(range(memberships.groupCounts)); members a group: \(range(memberships.groupSizes))",
    ]
  }

  private static func claims(_ survey: Survey, _ reconciliation: Reconciliation) -> [String] {
    guard !survey.claims.isEmpty else { return [] }
    let counts = Answer.allCases.map { answer in
      "\(survey.claims.count { $0.answer == answer }) \(answer.rawValue)"
    }
    return ["Claims: \(survey.claims.count) (\(counts.joined(separator: ", ")))"]
      + reconciliation.evidenceCounts.map { count in
        let giver = count.evidence.giver?.rawValue ?? "given as a tie"
        let sides = count.evidence.receiver.map { "giver \(giver), receiver \($0.rawValue)" } ?? giver
        return "  \(sides): \(count.count), decided as \(count.decision.rawValue)"
      } + [
        "  observed pairs: \(reconciliation.observedPairs), unobserved: \(reconciliation.unobservedPairs)"
      ]
  }

  private static func ties(_ reconciliation: Reconciliation, isPacked: Bool) -> [String] {
    let network = reconciliation.network
    var lines = [
      "Ties \(isPacked ? "as packed" : "by the rule '\(reconciliation.rule.rawValue)'"): \(network.tieCount) of "
        + "\(network.pairCount) pairs"
    ]
    for (name, words) in [
      ("topics", network.topics), ("channels", network.channels), ("waves", network.waves),
    ] where !words.isEmpty {
      lines.append("  \(name): " + words.joined(separator: ", "))
    }
    return lines
  }
}

extension CheckReport {
  /// Every remark with its place, below it the names it is about, each with its line, and what would settle it.
  var remarks: [String] { (survey.remarks + waves.flatMap(\.reconciliation.remarks)).flatMap(Self.lines(of:)) }

  private static func lines(of remark: Remark) -> [String] {
    let head = "\(remark.setsRowAside ? "set aside" : "remark") [\(remark.reason)] "
    let names = remark.instances.map { "  " + placed($0.text, at: $0.place) }
    let remedy = remark.remedy.isEmpty ? [] : ["  what would join them, as lines of aliases.csv:"]
    return [head + placed(remark.message, at: remark.place)] + names + remedy + remark.remedy.map { "    " + $0 }
  }

  private static func placed(_ text: String, at place: Place) -> String {
    place.position.isEmpty ? text : place.position + ": " + text
  }
}

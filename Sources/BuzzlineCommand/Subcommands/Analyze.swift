internal import ArgumentParser
internal import Buzzline

/// `buzzline analyze`: the whole way from answers to a written report.
struct Analyze: StudyCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures, brokerage, roles and a report, written to a folder.",
    discussion: """
      Writes report.html, report.md, actors.csv, brokerage.csv, groups.csv, network.csv, ties.csv, remarks.csv, \
      findings.json and manifest.json, all or nothing; with --spread also diffusion.csv, losses.csv, seeds.csv and \
      new-ties.csv: how far knowledge from each actor and kind would travel, how much of that through pipelines alone, \
      what is lost without a kind, a channel or a topic, ten actors to tell first and three pipelines that would add \
      most. Each wave is a network of its own: a study of several has a column wave in its tables, a report of the \
      latest with what changed, and changes.csv, waves.csv, turnover.csv and role-transitions.csv. Where two topics or \
      two channels have ties, topics.csv and channels.csv set them side by side. What \
      respondents say of topics, channels, kinds of partners and their ties, and what they answer to other questions, is \
      in survey-topics.csv, survey-channels.csv, survey-kinds.csv, survey-ties.csv and survey-items.csv by wave and \
      kind, and what differs in survey-tests.csv. Where somebody was asked, coverage.csv says who answered and how many \
      pairs were seen, and sensitivity.csv sets the main numbers under the four rules side by side. check.py and check.R \
      recompute the main numbers with other programs, references.bib has what the report cites. --for writes the sheet of \
      one cluster or one actor alone, to hand back to participants. With \
      --pseudonyms codes stand for names in every file, and key.csv, beside the folder and not in it, says for whom; who \
      holds the roster and the seed can find the codes again. The same input, options and seed give the same bytes.

      Example: buzzline analyze examples/interspin --pseudonyms --least-cell 5 --output handed-on
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Machine") var engine: EngineOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions
  @OptionGroup(title: "Sampling") var sample: SampleOptions
  @OptionGroup(title: "How knowledge spreads") var spreading: StudySpreadOptions
  @OptionGroup(title: "Handing on") var sharing: SharingOptions

  @Option(help: ArgumentHelp("The column that groups actors; by default kind, else cluster.", valueName: "column"))
  var group: ActorColumn?
  @OptionGroup var permutations: PermutationSettings
  @Option(help: ArgumentHelp("What the study is called at the top of its report.", valueName: "title"))
  var title: String?
  @OptionGroup var language: LanguageOption
  @Option(help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var output = "buzzline-findings"

  func validate() throws { try input.requirePaths() }

  func prepare() throws { try OutputFolder(output).validate() }

  func answer(_ study: ReadStudy) throws {
    let seed = permutations.random.seed
    var options = StudyOptions(
      rule: input.rule, group: group, permutations: permutations.options, engine: engine.engine,
      sampling: try sample.sampling(seed: seed), spread: try spreading.spread(weights: input.weightMeaning, seed: seed))
    (options.poolsWaves, options.title, options.language) = (study.poolsWaves, title, language.language)
    options.selection = input.selection.selection
    let folder = OutputFolder(output)
    let shared = try sharing.share(study, seed: seed, options: &options)
    try shared.key?.validate(beside: folder)
    let findings = try Study(survey: shared.survey, options: options).findings(workers: study.workers) {
      study.line.show($0)
    }
    study.line.show("writing")
    try shared.subject.map { try findings.write($0, to: folder) } ?? findings.write(to: folder, workers: study.workers)
    let key = try shared.key.map { try $0.write(beside: folder) }
    study.say(["wrote \(output)/report.html"] + (key.map { ["wrote \($0), the key to the codes"] } ?? []))
  }
}

/// The models of a study, which can be run on the same live-edge graphs again.
enum StudyModelName: String, CaseIterable, ExpressibleByArgument {
  case cascade
  case linearThreshold = "linear-threshold"
}

/// By which model a study lets knowledge spread, if at all.
struct StudySpreadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Adds how far knowledge would travel by a model.", valueName: "model"))
  var spread: StudyModelName?
  @OptionGroup var chances: ChanceOptions
  @Option(help: ArgumentHelp("How many live-edge graphs it spreads in; 1000 unless named.", valueName: "number"))
  var runs: Int?

  func validate() throws {
    let named = chances.named + (runs == nil ? [] : ["runs"])
    guard spread != nil || named.isEmpty else {
      throw ValidationError("--\(named[0]) goes with --spread.")
    }
    guard let spread = try spread(weights: .none, seed: 1) else { return }
    if case .linearThreshold = spread.model, let idle = chances.named.first {
      throw ValidationError("The model linear-threshold has no use for --\(idle).")
    }
  }

  func spread(weights: WeightMeaning, seed: UInt64) throws -> StudySpread? {
    guard let spread else { return nil }
    let options = try asUsage { try SpreadOptions(runs: runs ?? 1_000, seed: seed) }
    switch spread {
    case .cascade: return StudySpread(.cascade(try chances.rule()), settings: try chances.settings(), options: options)
    case .linearThreshold:
      return StudySpread(.linearThreshold(weights == .strength ? .strengthShares : .equal), options: options)
    }
  }
}

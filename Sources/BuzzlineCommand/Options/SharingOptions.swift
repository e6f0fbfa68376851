internal import ArgumentParser
internal import Buzzline

/// What of a study is handed on, and to whom.
struct SharingOptions: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Writes only the sheet of a cluster, or of an actor by identifier or name.", valueName: "cluster or actor"))
  var subject: String?
  @Flag(help: "Puts codes in the place of names, and the key to them in key.csv beside the folder.")
  var pseudonyms = false
  @Option(
    help: ArgumentHelp(
      "Withholds cells of the survey's tables behind which fewer stand, and those from which they could be computed.",
      valueName: "number"))
  var leastCell: Int?

  func validate() throws {
    guard leastCell ?? 2 >= 2 else { throw ValidationError("--least-cell must be at least 2.") }
  }

  /// The survey as it is handed on, the key to its codes, and of whom the sheet is; tells the options of both.
  func share(_ study: ReadStudy, seed: UInt64, options: inout StudyOptions) throws -> SharedStudy {
    options.leastCell = leastCell
    options.hasPseudonyms = pseudonyms
    let (survey, key) =
      pseudonyms ? try study.survey.pseudonymised(seed: seed, workers: study.workers) : (study.survey, nil)
    let subject = try subject.map { word in
      let named = try SheetSubject(named: word, among: Self.latest(study.survey, study.poolsWaves))
      guard case .actor(let actor) = named else { return named }
      let id = Self.latest(study.survey, study.poolsWaves)[actor].id
      let code = key?.entries.first { $0.id == id }?.code ?? id
      return .actor(try Self.latest(survey, study.poolsWaves).position(called: code))
    }
    return SharedStudy(survey: survey, key: key, subject: subject)
  }

  /// The roster of the wave that a report is of.
  private static func latest(_ survey: Survey, _ isPooled: Bool) -> [NetworkActor] {
    survey.byWave(pooled: isPooled).last?.survey.actors ?? []
  }
}

/// A study on its way out.
struct SharedStudy {
  let survey: Survey
  let key: Pseudonyms?
  let subject: SheetSubject?
}

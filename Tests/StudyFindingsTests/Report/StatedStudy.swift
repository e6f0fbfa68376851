import ClusterSurveys
import Foundation
import KnowledgeDiffusion
import KnowledgeNetworks
import TestNetworks

@testable import StudyFindings

/// A study that is changed step by step, so that what its report says comes and goes.
struct StatedStudy {
  var survey: Survey
  var options: StudyOptions

  /// The two-wave example, with a model of spread; few draws, since no sentence is tested for its numbers.
  static func interspin() throws -> StatedStudy {
    var study = try StatedStudy(example: "interspin")
    study.options.spread = try spread(chance: 0.1)
    return study
  }

  /// Two of its clusters, a study of its own, without spread.
  static func twoClusters() throws -> StatedStudy {
    try interspin().selected(StudySelection(clusters: ["C01", "C02"])).changed {
      ($0.options.selection, $0.options.spread) = (nil, nil)
    }
  }

  /// Four institutes that hear from outside and tell twelve firms.
  static func institutes() throws -> StatedStudy {
    let told = "abcd".flatMap { institute in "efghijklmnop".map { "\(institute)\($0)" } }
    return try StatedStudy(ties: told + ["qa", "rb", "sc", "td"]).withActors { actor, named in
      named.kind = actor < 4 ? .researchInstitute : actor < 16 ? .sme : nil
      named.cluster = actor < 16 ? "home" : "away"
    }.changed { $0.options.spread = try spread(chance: 0.9) }
  }

  /// Knoke's organisations, grouped as in the textbook.
  static func knoke() throws -> StatedStudy {
    var study = try StatedStudy(example: "knoke")
    study.options.group = .attribute("textbook_group")
    return study
  }

  private init(example name: String) throws {
    survey = try Survey(contentsOf: [ReferenceFiles.examples.appending(path: name)])
    options = StudyOptions(permutations: PermutationOptions(draws: 39))
  }

  /// A study of given ties among actors called `a`, `b`, `c` and so on, in that order; one tied to itself is an actor
  /// without a tie.
  init(ties: String...) { self.init(ties: ties) }

  init(ties: [String]) {
    let letters = Array(Set(ties.joined())).sorted()
    survey = Survey(
      actors: letters.map { NetworkActor(id: String($0)) },
      ties: ties.compactMap { pair in
        let ends = pair.compactMap { letters.firstIndex(of: $0) }
        return ends[0] == ends[1] ? nil : Tie(source: ends[0], target: ends[1])
      })
    options = StudyOptions(permutations: PermutationOptions(draws: 1_999, exactLimit: 10_000))
  }

  /// The same ring of seven twice.
  static func rings() -> StatedStudy {
    let ring = ["ab", "bc", "cd", "de", "ef", "fg", "ga"]
    return StatedStudy(ties: ring + ring)
  }

  /// Twenty actors, institutes and firms in turn, each telling its next two neighbours by two channels of its kind, and
  /// asked for a benefit that institutes see and firms do not.
  static func surveyed() -> StatedStudy {
    let letters = Array("abcdefghijklmnopqrst")
    let ties = letters.indices.flatMap { place in [1, 2].map { "\(letters[place])\(letters[(place + $0) % 20])" } }
    return StatedStudy(ties: ties).withActors { $1.kind = $0 % 2 == 0 ? .researchInstitute : .sme }.answered().changed {
      study in
      let channels = ["meeting", "event", "online", "project"]
      for place in study.survey.claims.indices {
        let isFirm = study.survey.claims[place].respondent % 2 == 1
        study.survey.claims[place].topic = "markets"
        study.survey.claims[place].channel = channels[(isFirm ? 2 : 0) + place % 2]
        study.survey.claims[place].details = ["experience": "known", "effect": isFirm ? "initiated" : "intensified"]
      }
      study.survey.answers = letters.indices.map { actor in
        let benefit = actor % 2 == 0 ? 5 : 1
        return SurveyAnswer(
          respondent: actor, question: "benefit", answer: "\(benefit)", number: Double(benefit))
      }
    }
  }

  static func spread(chance: Double) throws -> StudySpread {
    StudySpread(.cascade(.constant(chance)), options: try SpreadOptions(runs: 20))
  }

  /// The study after a change.
  func changed(_ change: (inout StatedStudy) throws -> Void) rethrows -> StatedStudy {
    var study = self
    try change(&study)
    return study
  }

  /// The study of some of its waves, which its options tell.
  func selected(_ selection: StudySelection) throws -> StatedStudy {
    try changed {
      $0.survey = try survey.selected(by: selection).survey
      $0.options.selection = selection
    }
  }

  /// The same with other actors.
  func withActors(_ change: (Int, inout NetworkActor) -> Void) -> StatedStudy {
    changed { study in for actor in study.survey.actors.indices { change(actor, &study.survey.actors[actor]) } }
  }

  /// The same with other ties.
  func withTies(_ change: (Int, inout Tie) -> Void) -> StatedStudy {
    changed { study in
      var ties = Array(study.survey.ties)
      for place in ties.indices { change(place, &ties[place]) }
      study.survey.ties = TieList(ties)
    }
  }

  /// The same ties, given as ties: nobody was asked.
  func given() throws -> StatedStudy {
    let ties = try Array(survey.reconciled(by: options.rule).network.ties)
    return changed { $0.survey = Survey(actors: survey.actors, ties: ties) }
  }

  /// The same, everybody having answered both questions, of which those who said nothing of a partner deny it.
  func answered() -> StatedStudy {
    changed { study in
      let ties = Array(study.survey.ties)
      study.survey.ties = []
      let claims = ties.map { Claim(respondent: $0.source, item: .shared, partner: .actor($0.target), answer: .yes) }
      study.survey.claims = ClaimList(claims)
      study.survey.responses = study.survey.actors.indices.flatMap { actor in
        SurveyItem.allCases.map { Response(respondent: actor, item: $0, status: .answered) }
      }
    }
  }

  func findings() throws -> Findings { try Study(survey: survey, options: options).findings() }

  func report() throws -> ReportDocument { try findings().report }
}

import ClusterSurveys
import KnowledgeNetworks

@testable import StudyFindings

extension StatementTests {
  /// The studies by the words of the list.
  static let studies: [String: @Sendable () throws -> StatedStudy] = [
    "two clusters": StatedStudy.twoClusters,
    "first wave": { try .twoClusters().selected(StudySelection(waves: ["1"])) },
    "pooled": { try .twoClusters().changed { $0.options.poolsWaves = true } },
    "no clusters": { try .twoClusters().withActors { $1.cluster = nil } },
    "given": { try .twoClusters().given() },
    "no direction": { try .twoClusters().changed { $0.survey.isDirected = false } },
    "unmatched name": {
      try .twoClusters().selected(StudySelection(waves: ["1"])).changed { study in
        var claim = study.survey.claims[0]
        claim.partner = .text("a firm in the valley")
        study.survey.claims.append(claim)
      }
    },
    "other respondents": {
      try .twoClusters().changed { study in
        // Who answered in one wave did not in the other, and only receivers decide.
        func isLeftOut(_ wave: String?, _ respondent: Int) -> Bool { wave != (respondent % 2 == 0 ? "1" : "2") }
        study.survey.claims.removeAll { isLeftOut($0.wave, $0.respondent) }
        study.survey.responses.removeAll { isLeftOut($0.wave, $0.respondent) }
        study.options.rule = .receiver
      }
    },
    "institutes": StatedStudy.institutes,
    "institutes, other kinds": {
      try .institutes().withActors { actor, named in
        named.kind = actor % 2 == 0 ? .researchInstitute : .sme
      }
    },
    "institutes, one cluster": { try .institutes().withActors { $1.cluster = "home" } },
    "institutes, half answered": {
      try .institutes().answered().changed { study in
        for place in study.survey.responses.indices where study.survey.responses[place].respondent > 9 {
          study.survey.responses[place].status = .refused
        }
      }
    },
    "institutes, no spread": { try .institutes().changed { $0.options.spread = nil } },
    "institutes, firms outside": { try .institutes().withActors { if $0 >= 16 { $1.kind = .largeFirm } } },
    "ring of two clusters": {
      try StatedStudy(ties: "ab", "bc", "cd", "da").withActors { $1.cluster = $0 % 2 == 0 ? "home" : "away" }
        .changed { $0.options.spread = try StatedStudy.spread(chance: 1) }
    },
    "institutes that state sources": {
      try .institutes().withActors { if $0 == 0 { $1.statedPipelines = PipelineCounts(national: 3) } }
    },
    "ring of two waves": { StatedStudy.rings().withTies { $1.wave = $0 < 7 ? "1" : "2" } },
    "ring of two waves, outsider": {
      StatedStudy.rings().withTies { $1.wave = $0 < 7 ? "1" : "2" }.withActors { $1.isMember = $0 > 0 }
    },
    "rings of two topics": { StatedStudy.rings().withTies { $1.topic = $0 < 7 ? "markets" : "funding" } },
    "opposite rings of two topics": {
      StatedStudy.rings().withTies { place, tie in
        tie.topic = place < 7 ? "markets" : "funding"
        if place >= 7 { (tie.source, tie.target) = (tie.target, tie.source) }
      }
    },
    "thirteen topics": {
      StatedStudy(ties: "ab", "ba", "ac", "ca", "ad", "da", "bc", "cb", "bd", "db", "cd", "dc", "ab")
        .withTies { $1.topic = "topic \($0)" }
    },
    "chain": { StatedStudy(ties: "ab", "bc", "cd").answered() },
    "dated chain": {
      StatedStudy(ties: "ab", "bc", "cd").answered().changed { study in
        study.survey.responses[0].day = SurveyDay("2024-05-06")
      }
    },
    "ring and isolate": { StatedStudy(ties: "ab", "bc", "cd", "da", "ee").answered() },
    "one tie": { StatedStudy(ties: "ab").answered() },
    "nobody tied": { StatedStudy(ties: "aa", "bb").answered() },
    "nobody answered": {
      StatedStudy(ties: "aa", "bb").answered().changed { study in
        for place in study.survey.responses.indices { study.survey.responses[place].status = .refused }
      }
    },
    "two clusters, small cells withheld": { try StatedStudy.twoClusters().changed { $0.options.leastCell = 5 } },
    "surveyed": { StatedStudy.surveyed() },
    "surveyed, small cells withheld": { StatedStudy.surveyed().changed { $0.options.leastCell = 5 } },
    "surveyed, two channels": {
      StatedStudy.surveyed().changed { study in
        for place in study.survey.claims.indices {
          study.survey.claims[place].channel = place % 2 == 0 ? "meeting" : "online"
        }
        // As many of one kind as of the other answer alike.
        for place in study.survey.answers.indices {
          study.survey.answers[place].number = study.survey.answers[place].respondent % 4 < 2 ? 1 : 5
        }
      }
    },
    "surveyed, one channel": {
      StatedStudy.surveyed().changed { study in
        for place in study.survey.claims.indices { study.survey.claims[place].channel = "meeting" }
      }
    },
    "one stated cluster": { StatedStudy(ties: "ab", "bc", "cd").withActors { if $0 == 0 { $1.cluster = "home" } } },
    "all in one cluster": { StatedStudy(ties: "ab", "bc", "cd").withActors { $1.cluster = "home" } },
  ]
}

import ClusterSurveys
import Foundation
import KnowledgeNetworks
import TestNetworks
import Testing

@Suite struct AnswerReadingTests {
  private func survey(_ answers: String, questions: String? = nil) throws -> Survey {
    var files = [
      "actors.csv": "id,kind\nn10,sme\nn2,sme\nn1,large_firm\n",
      "claims.csv": "respondent,item,partner\nn1,shared,n2\n",
      "answers.csv": answers,
    ]
    files["questions.csv"] = questions
    let folder = try ScratchFolder(files)
    return try folder.survey()
  }

  private func refusal(_ answers: String, questions: String? = nil) throws -> BuzzlineError {
    try #require(throws: BuzzlineError.self) { _ = try survey(answers, questions: questions) }
  }

  @Test func answersFollowTheirRespondents() throws {
    let survey = try survey("wave,respondent,question,answer\n1,n10,staff,12\n2,n2,staff,3\n1,n1,aid,yes\n")
    #expect(survey.actors.map(\.id) == ["n1", "n2", "n10"])
    #expect(
      Set(survey.answers) == [
        SurveyAnswer(wave: "1", respondent: 2, question: "staff", answer: "12", number: 12),
        SurveyAnswer(wave: "2", respondent: 1, question: "staff", answer: "3", number: 3),
        SurveyAnswer(wave: "1", respondent: 0, question: "aid", answer: "yes"),
      ])
    // Their waves cut no network.
    #expect(survey.waves.isEmpty)
    #expect(survey.accounts.first { $0.role == "answers" }?.rowsUsed == 3)
  }

  @Test func selectionsCarryAnswersAlong() throws {
    let survey = try survey("wave,respondent,question,answer\n1,n10,staff,12\n1,n1,staff,3\n")
    let part = try survey.selected(by: StudySelection(kinds: [.sme])).survey
    #expect(part.answers == [SurveyAnswer(wave: "1", respondent: 1, question: "staff", answer: "12", number: 12)])
    #expect(part.actors[1].id == "n10" && part.questions == survey.questions)
  }

  @Test func questionsDescribeAnswers() throws {
    let survey = try survey(
      "respondent,question,answer\nn1,q1,Rather\nn2,q1,not\nn1,q2,\"1,5\"\nn2,q2,2\nn1,q3,1\nn2,q3,2\n",
      questions: """
        question,text,scale,levels
        q1,How useful?,ordinal,not | rather|very
        q2,,numeric,
        q3,Which?,Nominal,
        q1,How useful?,ordinal,not | rather|very
        """)
    #expect(
      survey.questions == [
        QuestionDescription("q1", text: "How useful?", scale: .ordinal, levels: ["not", "rather", "very"]),
        QuestionDescription("q2", scale: .numeric), QuestionDescription("q3", text: "Which?", scale: .nominal),
      ])
    #expect(survey.accounts.first { $0.role == "questions" }?.rowsSetAside == ["duplicate-question": 1])
    func answers(_ question: String) -> [String] {
      survey.answers.filter { $0.question == question }.map { "\($0.answer) \($0.number.map { "\($0)" } ?? "-")" }
    }
    #expect(answers("q1") == ["rather -", "not -"])
    #expect(answers("q2") == ["1,5 1.5", "2 2.0"])
    #expect(answers("q3") == ["1 -", "2 -"])
  }

  @Test func repeatedAndMissingAnswersAreSetAside() throws {
    let survey = try survey(
      "respondent,question,answer\nn1,q,yes\nn1,q,yes\nn2,q,NA\nn10,q,\nNA,q,yes\n")
    #expect(survey.answers.map(\.answer) == ["yes"])
    let account = try #require(survey.accounts.first { $0.role == "answers" })
    #expect(account.rowsSetAside == ["duplicate-answer": 1, "missing-answer": 2, "missing-actor": 1])
    #expect(account.rowsRead == 5)
  }

  /// What is no number in one cell makes words of all, unless the question is declared to be one of numbers.
  @Test func numbersAreAllNumbersOrNone() throws {
    let answers = "respondent,question,answer\nn1,q,1\nn2,q,two\n"
    #expect(try survey(answers).answers.allSatisfy { $0.number == nil })
    let error = try refusal(answers, questions: "question,scale\nq,numeric\n")
    #expect(error.message == "'two' is not a number, but 'q' is a question of numbers.")
    #expect(error.place.line == 3 && error.place.column == 6)
  }

  @Test(arguments: [
    ("n1,q,yes\nn1,q,no", "question\nq", "'n1' answers 'q' with 'no' here but with 'yes' in an earlier line; ", 3),
    ("n1,q,perhaps", "question,levels\nq,yes|no", "'perhaps' is no level of 'q'; they are yes, no.", 2),
    (
      "n1,q,much", "question,scale\nq,ordinal", "'much' is no number, and the ordinal question 'q' names no levels; ", 2
    ),
    ("n9,q,yes", "question\nq", "'n9' is not in the actor file.", 2),
    ("n1,q,yes", "question,scale\nq,likert", "'likert' is no scale; it is one of nominal, ordinal, numeric.", 2),
    ("n1,q,yes", "question,levels\nq,yes|no|yes", "A level occurs twice under 'levels'; ", 2),
    ("n1,q,yes", "question,text\nq,a\nq,b", "The question 'q' is described differently in an earlier line.", 3),
    ("n1,q,\"1.5\"\nn2,q,\"2,5\"", "question\nq", "'1.5' has another decimal sign than '2,5'; ", 2),
  ])
  func badAnswersAreRefused(_ rows: String, _ questions: String, _ message: String, _ line: Int) throws {
    let error = try refusal("respondent,question,answer\n\(rows)\n", questions: questions + "\n")
    #expect(error.message.hasPrefix(message), "\(error.message)")
    #expect(error.place.line == line)
  }

  @Test func filesOfAnyNameAreKnownByTheirHeadings() throws {
    let folder = try ScratchFolder([
      "c.csv": "respondent,item,partner\na,shared,b\n", "x.csv": "respondent,question,answer\na,q,Yes\n",
      "y.csv": "question,scale,levels\nq,nominal,yes|no\n", "z.csv": "respondent,question,answer\na,q,no\n",
    ])
    func survey(_ names: String...) throws -> Survey {
      try Survey(contentsOf: names.map { folder.url.appending(path: $0) })
    }
    let read = try survey("c.csv", "x.csv", "y.csv")
    #expect(read.accounts.map(\.role) == ["claims", "questions", "answers"])
    #expect(read.answers.map(\.answer) == ["yes"])
    // A question is put once a wave, in whichever file.
    #expect(throws: BuzzlineError.self) { _ = try survey("c.csv", "x.csv", "z.csv") }
  }

  @Test func shuffledRowsGiveTheSameAnswers() throws {
    let rows = ["n1,q,\"1,234\"", "n2,q,1.234", "n10,q,5", "n1,r,x", "n2,r,y"]
    let first = try survey("respondent,question,answer\n" + rows.joined(separator: "\n"))
    let other = try survey("respondent,question,answer\n" + rows.reversed().joined(separator: "\n"))
    #expect(Set(first.answers) == Set(other.answers) && first.answers.count == 5)
  }
}

/// What claims say of ties beside their layer.
@Suite struct ClaimDetailTests {
  private func survey(_ claims: String) throws -> Survey {
    let folder = try ScratchFolder(["claims.csv": claims])
    return try folder.survey()
  }

  @Test func furtherColumnsAreKept() throws {
    let survey = try survey(
      "respondent,item,partner,Experience,effect,,trust\na,shared,b,known,initiated,x,4\na,shared,c,,NA,,\n")
    #expect(survey.claims[0].details == ["experience": "known", "effect": "initiated", "trust": "4"])
    #expect(survey.claims[1].details.isEmpty)
    #expect(survey.accounts[0].format.unreadColumns == ["column 6, which has no heading"])
  }

  @Test func selectionsCarryDetailsAlong() throws {
    let survey = try survey("respondent,item,partner,wave,effect\na,shared,b,1,initiated\nb,shared,c,2,unaffected\n")
    let part = try survey.selected(by: StudySelection(waves: ["2"])).survey
    #expect(part.claims.map(\.details) == [["effect": "unaffected"]])
    #expect(
      survey.byWave().map { $0.survey.claims.map(\.details) } == [
        [["effect": "initiated"]], [["effect": "unaffected"]],
      ])
  }

  /// Of two claims about the same the fuller one counts, else the one whose words come first, in any order of rows.
  @Test func theOrderOfRowsChoosesNoDetails() throws {
    let rows = ["a,shared,b,known,", "a,shared,b,new,unaffected", "a,shared,b,new,initiated", "a,shared,b,,"]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<8 {
      var shuffled = rows
      generator.shuffle(&shuffled)
      let survey = try survey("respondent,item,partner,experience,effect\n" + shuffled.joined(separator: "\n"))
      #expect(survey.claims.map(\.details) == [["experience": "new", "effect": "initiated"]])
    }
  }
}

/// What a tool writes for each sort of answer.
struct AnswerCodes: Sendable {
  /// How a choice is stored.
  enum Choice: Sendable { case number, label }

  /// What stands where there is no answer; `nil` states nothing.
  struct Blank: Sendable {
    /// Of a question that is answered in free text.
    let inTexts: String?
    /// Of all others.
    let elsewhere: String?

    init(_ code: String?) { (inTexts, elsewhere) = (code, code) }
    init(inTexts: String?, elsewhere: String?) { (self.inTexts, self.elsewhere) = (inTexts, elsewhere) }
  }

  let yes: String
  let no: String
  let choice: Choice
  /// A question that was not shown.
  var notShown = Blank(nil)
  /// One that was seen and left empty.
  var unanswered = Blank(nil)

  func text(of answer: Questionnaire.Answer, in subject: Questionnaire.Subject) -> String? {
    switch answer {
    case .notShown: subject.isText ? notShown.inTexts : notShown.elsewhere
    case .unanswered: subject.isText ? unanswered.inTexts : unanswered.elsewhere
    case .no: no
    case .yes: yes
    case .choice(let number, let label): choice == .label ? label : "\(number)"
    case .text(let text): text
    }
  }
}

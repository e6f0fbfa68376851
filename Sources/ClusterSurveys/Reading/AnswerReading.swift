internal import DataFiles
internal import KnowledgeNetworks

extension StudyFile {
  /// Reads descriptions of questions: each question once.
  mutating func questions() throws(BuzzlineError) -> [QuestionDescription] {
    let question = try headings.requiredColumn("question")
    let (text, scale) = (try headings.column("text"), try headings.column("scale"))
    let levels = try headings.column("levels")
    var known: [String: QuestionDescription] = [:]
    var questions: [QuestionDescription] = []
    for row in 0..<table.rowCount {
      let id = try requiredText(row, question)
      let stated: QuestionScale? = if let scale, statedText(row, scale) != nil { try word(row, scale) } else { nil }
      let description = QuestionDescription(
        id, text: statedText(row, text), scale: stated, levels: try self.levels(row, levels))
      if let earlier = known[id] {
        guard earlier == description else {
          throw BuzzlineError(
            .invalidValue, at: table.place(row, question),
            "The question '\(id.excerpt)' is described differently in an earlier line.")
        }
        setAside(at: table.place(row), "duplicate-question", "'\(id)' is described here a second time.")
        continue
      }
      known[id] = description
      questions.append(description)
    }
    return questions
  }

  /// The levels in a cell, the lowest first.
  private func levels(_ row: Int, _ column: Int?) throws(BuzzlineError) -> [String] {
    let levels = (statedText(row, column) ?? "").split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard let column, Set(levels).count < levels.count else { return levels }
    throw BuzzlineError(
      .invalidValue, at: table.place(row, column),
      "A level occurs twice under '\(table.headings[column])'; each stands once, the lowest first.")
  }

  /// Reads answers: every row becomes an answer or is set aside.
  ///
  /// - Parameters:
  ///   - questions: Those that are described.
  ///   - earlier: The answers of files read before.
  /// - Throws: `BuzzlineError` if somebody answers a question twice and differently in a wave, or not as the question is
  ///   described.
  mutating func answers(
    _ roster: inout Roster, _ questions: [QuestionDescription], besides earlier: [SurveyAnswer]
  ) throws(BuzzlineError) -> [SurveyAnswer] {
    var answers = try statedAnswers(&roster, besides: earlier)
    let described = Dictionary(questions.map { ($0.question, $0) }) { first, _ in first }
    let answerColumn = try headings.requiredColumn("answer")
    let places = Dictionary(grouping: answers.indices) { answers[$0].answer.question }
    for (question, places) in places.sorted(by: { $0.value[0] < $1.value[0] }) {
      let description = described[question] ?? QuestionDescription(question)
      // By their texts, so that the order of rows settles no decimal sign.
      let cells = places.map { (row: answers[$0].row, text: answers[$0].answer.answer) }.sorted {
        ($0.text, $0.row) < ($1.text, $1.row)
      }
      let grammar = try numbers(of: description, cells, answerColumn)
      if let ambiguous = grammar?.ambiguous {
        remark(
          "ambiguous-number",
          "Of '\(question.excerpt)' an answer such as '\(ambiguous.excerpt)' could part thousands or have a decimal "
            + "sign, and is read as the latter; --decimal settles it.")
      }
      for place in places {
        let answer = answers[place].answer.answer
        (answers[place].answer.answer, answers[place].answer.number) = try value(
          answer, of: description, grammar, at: table.place(answers[place].row, answerColumn))
      }
    }
    return answers.map(\.answer)
  }

  /// The answer in each row, each question once a wave for a respondent.
  private mutating func statedAnswers(
    _ roster: inout Roster, besides earlier: [SurveyAnswer]
  ) throws(BuzzlineError) -> [(answer: SurveyAnswer, row: Int)] {
    let (respondent, question) = (try headings.requiredColumn("respondent"), try headings.requiredColumn("question"))
    let (answerColumn, wave) = (try headings.requiredColumn("answer"), try headings.column("wave"))
    var seen = Dictionary(earlier.map { ($0.asPut, $0.answer) }) { first, _ in first }
    var answers: [(answer: SurveyAnswer, row: Int)] = []
    for row in 0..<table.rowCount {
      guard let id = try namedActor(row, respondent) else { continue }
      let named = roster.position(of: id, named: table.place(row, respondent))
      let asked = try requiredText(row, question)
      guard let speaker = named else { continue }
      guard let text = statedText(row, answerColumn) else {
        setAside(at: table.place(row), "missing-answer", "'\(id)' gives no answer to '\(asked.excerpt)'.")
        continue
      }
      // A question is put to an actor once a wave.
      let put = SurveyAnswer(wave: statedText(row, wave), respondent: speaker, question: asked, answer: "")
      if let earlier = seen.updateValue(text, forKey: put) {
        guard earlier == text else {
          throw BuzzlineError(
            .invalidValue, at: table.place(row, answerColumn),
            "'\(id)' answers '\(asked.excerpt)' with '\(text.excerpt)' here but with '\(earlier.excerpt)' in an "
              + "earlier line; where several answers may be given, each is a question of its own.")
        }
        setAside(at: table.place(row), "duplicate-answer", "'\(id)' gives the same answer here a second time.")
        continue
      }
      var answer = put
      answer.answer = text
      answers.append((answer, row))
    }
    return answers
  }

  /// The grammar of a question's numbers; `nil` where its answers are words.
  ///
  /// A question that nobody describes is one of numbers if every answer to it is a number.
  private func numbers(
    of question: QuestionDescription, _ cells: [(row: Int, text: String)], _ column: Int
  ) throws(BuzzlineError) -> DecimalNumbers? {
    guard question.scale != .nominal, question.levels.isEmpty || question.scale == .numeric else { return nil }
    let areNumbers = cells.allSatisfy { cell in
      DecimalSign.allCases.contains { DecimalNumbers(sign: $0).number(cell.text)?.isFinite == true }
    }
    guard areNumbers || question.scale == .numeric else { return nil }
    do throws(DecimalNumbers.Mixed) {
      return if let sign = options.decimalSign { DecimalNumbers(sign: sign) } else {
        try DecimalNumbers(detectedIn: cells)
      }
    } catch {
      throw error.refusal(at: table.place(error.odd.row, column))
    }
  }

  /// An answer in the spelling of its level, and the number it states.
  private func value(
    _ answer: String, of question: QuestionDescription, _ numbers: DecimalNumbers?, at place: Place
  ) throws(BuzzlineError) -> (String, Double?) {
    let (id, shown) = (question.question.excerpt, answer.excerpt)
    if let numbers {
      let number = numbers.number(answer)
      guard let number, number.isFinite else {
        guard question.scale == .numeric else { return (answer, nil) }
        throw BuzzlineError(
          .invalidValue, at: place, "'\(shown)' is not a number, but '\(id)' is a question of numbers.")
      }
      return (answer, number)
    }
    guard !question.levels.isEmpty else {
      guard question.scale != .ordinal else {
        throw BuzzlineError(
          .invalidValue, at: place,
          "'\(shown)' is no number, and the ordinal question '\(id)' names no levels; name them, the lowest first.")
      }
      return (answer, nil)
    }
    let folded = answer.lowercased()
    if let level = question.levels.first(where: { $0 == answer })
      ?? question.levels.first(where: { $0.lowercased() == folded })
    {
      return (level, nil)
    }
    throw BuzzlineError(
      .invalidValue, at: place, "'\(shown)' is no level of '\(id)'; they are \(question.levels.listed(20)).")
  }
}

extension SurveyAnswer {
  /// The question as it was put to the respondent, without what it answered.
  fileprivate var asPut: SurveyAnswer {
    SurveyAnswer(wave: wave, respondent: respondent, question: question, answer: "")
  }
}

internal import DataFiles
public import KnowledgeNetworks

/// Which code stands for whom: the key to a study whose names were replaced.
///
/// ``Survey/pseudonymised(seed:workers:)`` makes it. Whoever holds it, or the roster and the seed, can undo the codes.
public struct Pseudonyms: Hashable, Sendable {
  /// A code and what it stands for.
  public struct Entry: Hashable, Sendable {
    /// The code: `A001` of an actor, `T001` of words that match no actor.
    public let code: String
    /// The identifier; `nil` of words.
    public let id: String?
    /// The name, or the words.
    public let name: String
  }

  /// Actors by code, then words by code.
  public let entries: [Entry]

  /// What the file is called.
  public static let fileName = "key.csv"

  /// The key as a file: CSV (RFC 4180), UTF-8, comma, LF, with the headings `code`, `id` and `name`.
  ///
  /// - Complexity: O(size of the text) time and space.
  public var csv: String {
    var bytes: [UInt8] = []
    bytes.append(row: ["code", "id", "name"])
    for entry in entries {
      bytes.append(row: [entry.code, (entry.id ?? "").maskedFormula, entry.name.maskedFormula])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Survey {
  /// The same survey without a name: codes stand for actors, and for words that match none.
  ///
  /// Codes are given in an order that the seed alone decides, and actors stand in the order of their codes, so that neither
  /// tells the alphabet or the file. Where a topic, channel, answer, further column or description of a tie is an actor's
  /// identifier or name or such words, and holds a letter, the code takes its place too; names inside longer texts are not
  /// found. What was remarked in reading keeps its reason and loses its words; labels to look at, headings that were not
  /// read, and names and rows of files are left out. Kinds, clusters, regions and countries stay as they are.
  ///
  /// Numbers that rest on permutations change within their chance, since actors stand in another order.
  ///
  /// Properties: `nothingNamesAnActor`, `codesStandForTheSameTies`, `theOrderOfRowsIsWithoutEffectOnCodes`.
  ///
  /// - Parameters:
  ///   - seed: Decides who gets which code.
  ///   - workers: Who moves plain ties.
  /// - Throws: `BuzzlineError` if the task is cancelled.
  /// - Complexity: O(*n* log *n* + *c* + *m*) time and space for *n* actors, *c* claims and *m* ties.
  public func pseudonymised(
    seed: UInt64, workers: Workers = .all
  ) throws(BuzzlineError) -> (survey: Survey, key: Pseudonyms) {
    let codes = PseudonymCodes(of: self, seed: seed)
    var coded = self
    coded.actors = codes.order.enumerated().map { codes.coded(actors[$1], as: $0) }
    coded.fileOrder = Array(actors.indices)
    let positions = codes.positions.map(Int?.some)
    coded.presence = presence.of(codes.order)
    coded.memberships = memberships.map { $0.moved(to: positions, among: actors.count) }
    coded.responses = responses.map { $0.moved(to: codes.positions[$0.respondent]) }
    coded.answersElsewhere = answersElsewhere.map { $0.moved(to: codes.positions[$0.respondent]) }
    coded.claims = ClaimList(claims.kept { claims.entries[$0].moved(to: positions) }.lazy.map(codes.coded))
    coded.answers = answers.map { codes.coded($0.moved(to: codes.positions[$0.respondent])) }
    coded.questions = questions.map { question in
      var coded = question
      coded.levels = question.levels.map(codes.code(for:))
      return coded
    }
    coded.ties = try codes.coded(ties.moved(to: codes.positions.map { UInt32($0) }, workers: workers))
    coded.leaveOutWordsOfReading()
    return (coded, codes.key)
  }

  /// What was said in reading may hold any name.
  private mutating func leaveOutWordsOfReading() {
    let files = Set(accounts.map(\.file) + remarks.compactMap(\.place.file)).sorted(by: NaturalOrder.precedes)
    let names = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1, "file \($0 + 1)") })
    for place in accounts.indices {
      accounts[place].file = names[accounts[place].file] ?? ""
      accounts[place].format.unreadColumns = []
    }
    remarks = remarks.map { remark in
      Remark(
        remark.reason, "Not shown, since it may name an actor.",
        at: Place(file: remark.place.file.flatMap { names[$0] }),
        setsRowAside: remark.setsRowAside)
    }
    if !nameReview.isEmpty {
      remarks.append(
        Remark("name-review", "\(nameReview.entries.count) labels to look at are left out, since they are names."))
    }
    nameReview = NameReview()
    actorFile = nil
  }
}

/// Who gets which code.
private struct PseudonymCodes {
  /// The old position of each new one.
  let order: [Int]
  /// The new position of each old one.
  let positions: [Int]
  let key: Pseudonyms
  /// The codes of identifiers, names and words, in small letters.
  private let codes: [String: String]

  init(of survey: Survey, seed: UInt64) {
    var generator = SeededGenerator(seed: seed, for: .pseudonyms)
    var order = Array(survey.actors.indices)
    generator.shuffle(&order)
    var positions = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { positions[old] = new }
    let texts = survey.claims.compactMap { claim in if case .text(let words) = claim.partner { words } else { nil } }
    var words = Set(texts).sorted(by: NaturalOrder.precedes)
    generator.shuffle(&words)
    let actors = order.enumerated().map { place, old in
      let actor = survey.actors[old]
      return Pseudonyms.Entry(code: Self.code("A", place, of: order.count), id: actor.id, name: actor.name)
    }
    let named = words.enumerated().map {
      Pseudonyms.Entry(code: Self.code("T", $0, of: words.count), id: nil, name: $1)
    }
    key = Pseudonyms(entries: actors + named)
    let pairs = key.entries.flatMap { entry in [entry.id, entry.name].compactMap(\.self).map { ($0, entry.code) } }
    codes = Dictionary(pairs.map { (Self.plain($0), $1) }) { first, _ in first }
    (self.order, self.positions) = (order, positions)
  }

  private static func code(_ letter: String, _ place: Int, of count: Int) -> String {
    let digits = String(place + 1)
    let width = max(3, String(count).count)
    return letter + String(repeating: "0", count: width - digits.count) + digits
  }

  private static func plain(_ text: String) -> String { text.lowercased().split(separator: " ").joined(separator: " ") }

  /// The code of a text that is a name; else the text.
  ///
  /// A bare number may be an answer as well as an identifier.
  func code(for text: String) -> String {
    guard text.contains(where: \.isLetter) else { return text }
    return codes[Self.plain(text)] ?? text
  }

  func coded(_ actor: NetworkActor, as place: Int) -> NetworkActor {
    var coded = actor
    coded.id = key.entries[place].code
    coded.name = coded.id
    coded.attributes = actor.attributes.mapValues(code(for:))
    return coded
  }

  func coded(_ claim: Claim) -> Claim {
    var coded = claim
    if case .text(let words) = claim.partner { coded.partner = .text(codes[Self.plain(words)] ?? "") }
    (coded.topic, coded.channel) = (claim.topic.map(code(for:)), claim.channel.map(code(for:)))
    coded.details = claim.details.mapValues(code(for:))
    coded.place = Place()
    return coded
  }

  func coded(_ answer: SurveyAnswer) -> SurveyAnswer {
    var coded = answer
    coded.answer = code(for: answer.answer)
    return coded
  }

  func coded(_ ties: TieList) -> TieList {
    guard ties.plain == nil else { return ties }
    return TieList(
      ties.map { tie in
        var coded = tie
        (coded.topic, coded.channel) = (tie.topic.map(code(for:)), tie.channel.map(code(for:)))
        return coded
      })
  }
}

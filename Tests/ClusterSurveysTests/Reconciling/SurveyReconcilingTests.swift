import ClusterSurveys
import DataFiles
import KnowledgeNetworks
import Testing

struct SurveyReconcilingTests {
  static let actors = ["ada", "bo", "cy", "di"].map { NetworkActor(id: $0) }

  static func claim(
    _ respondent: Int, _ item: SurveyItem, _ partner: Int, topic: String? = nil, _ answer: Answer = .yes,
    weight: Double? = nil
  ) -> Claim {
    Claim(
      respondent: respondent, item: item, partner: .actor(partner), topic: topic, answer: answer, weight: weight)
  }

  /// Ada and Bo answered both items, Cy refused, Di was not asked what it received.
  static let study = Survey(
    actors: actors,
    claims: [
      claim(0, .shared, 1, weight: 2), claim(1, .received, 0, weight: 4),  // both say so
      claim(0, .shared, 2, weight: 5),  // Cy refused
      claim(1, .shared, 0),  // Ada answered and does not name Bo
      claim(1, .received, 3),  // Di answered what it shared and does not name Bo
      claim(3, .shared, 0, .missing),  // nor does Ada name Di
    ],
    responses: [
      Response(respondent: 0, item: .shared, status: .answered),
      Response(respondent: 0, item: .received, status: .answered),
      Response(respondent: 1, item: .shared, status: .answered),
      Response(respondent: 1, item: .received, status: .answered),
      Response(respondent: 2, item: .shared, status: .refused),
      Response(respondent: 2, item: .received, status: .refused),
      Response(respondent: 3, item: .shared, status: .answered),
      Response(respondent: 3, item: .received, status: .notAsked),
    ])

  static func lines(_ reconciliation: Reconciliation) -> [String] {
    zip(reconciliation.network.ties, reconciliation.evidence).map { tie, evidence in
      let sides = [evidence.giver, evidence.receiver].map { $0?.rawValue ?? "given" }.joined(separator: "/")
      return "\(tie.source)>\(tie.target) \(tie.weight) \(sides)"
    }
  }

  @Test func `a study worked by hand, either`() throws {
    let result = try Self.study.reconciled()
    #expect(
      Self.lines(result) == [
        "0>1 3.0 affirmed/affirmed", "0>2 5.0 affirmed/silent", "1>0 1.0 affirmed/denied", "3>1 1.0 denied/affirmed",
      ])
    // Nobody can say what Cy gave to Di, nor whether Di gave to Cy... but Di answered what it shared.
    #expect(result.unobservedPairs == 1)
    #expect(result.observedPairs == 11)
    #expect(result.rejected.isEmpty)
  }

  @Test func `a study worked by hand, the other rules`() throws {
    let both = try Self.study.reconciled(by: .both)
    #expect(Self.lines(both) == ["0>1 3.0 affirmed/affirmed", "0>2 5.0 affirmed/silent"])
    #expect(both.rejected.map { [$0.giver, $0.receiver] } == [[1, 0], [3, 1]])
    #expect(both.rejected.map(\.isObserved) == [true, true])
    #expect(both.unobservedPairs == 1)

    let giver = try Self.study.reconciled(by: .giver)
    #expect(
      Self.lines(giver) == ["0>1 2.0 affirmed/affirmed", "0>2 5.0 affirmed/silent", "1>0 1.0 affirmed/denied"])
    // Cy's three, and what Di left open about Ada.
    #expect(giver.unobservedPairs == 4)

    let receiver = try Self.study.reconciled(by: .receiver)
    #expect(Self.lines(receiver) == ["0>1 4.0 affirmed/affirmed", "3>1 1.0 denied/affirmed"])
    #expect(receiver.unobservedPairs == 6)
    #expect(receiver.rejected.map(\.isObserved) == [false, true])
  }

  @Test func `evidence is counted by pattern`() throws {
    let counts = try Self.study.reconciled(by: .both).evidenceCounts
    let lines = counts.map {
      "\($0.evidence.giver?.rawValue ?? "")/\($0.evidence.receiver?.rawValue ?? "") \($0.decision) \($0.count)"
    }
    #expect(
      lines == [
        "affirmed/affirmed tie 1", "affirmed/denied noTie 1", "affirmed/silent tie 1", "denied/affirmed noTie 1",
        "silent/denied noTie 1",
      ])
  }

  @Test func `the silence of someone who did not answer is never a denial`() throws {
    for status in [ResponseStatus.partial, .refused, .absent, .notAsked] {
      let survey = Survey(
        actors: Self.actors, claims: [Self.claim(0, .shared, 1)],
        responses: [
          Response(respondent: 0, item: .shared, status: .answered),
          Response(respondent: 1, item: .received, status: status),
        ])
      #expect(try survey.reconciled(by: .both).network.tieCount == 1)
    }
  }

  @Test func `an item nobody was asked leaves ties standing`() throws {
    let survey = Survey(actors: Self.actors, claims: [Self.claim(0, .shared, 1), Self.claim(1, .shared, 2)])
    let result = try survey.reconciled(by: .both)
    #expect(Self.lines(result) == ["0>1 1.0 affirmed/not_asked", "1>2 1.0 affirmed/not_asked"])
    // Ada's and Bo's six pairs are known, those of Cy and Di as givers are not.
    #expect(result.coverage == [try survey.reconciled(by: .either).coverage[0]])
    #expect(result.unobservedPairs == 6)
  }

  @Test func `who names somebody has answered where no responses are given`() throws {
    let survey = Survey(
      actors: Self.actors,
      claims: [Self.claim(0, .shared, 1), Self.claim(1, .received, 2), Self.claim(3, .received, 0, .missing)])
    let lines = Self.lines(try survey.reconciled())
    #expect(lines == ["0>1 1.0 affirmed/denied", "2>1 1.0 not_asked/affirmed"])
  }

  @Test func `a claim without a topic neither confirms nor denies one that states it`() throws {
    let survey = Survey(
      actors: Self.actors, claims: [Self.claim(0, .shared, 1), Self.claim(1, .received, 0, topic: "steel")])
    let either = try survey.reconciled()
    #expect(Self.lines(either) == ["0>1 1.0 affirmed/denied", "0>1 1.0 denied/affirmed"])
    #expect(either.network.ties.map(\.topic) == [nil, "steel"])
    #expect(either.remarks.map(\.reason) == ["no-common-layer"])
    #expect(try survey.reconciled(by: .both).network.tieCount == 0)
  }

  @Test func `of several rows about one tie yes counts before no before missing`() throws {
    func evidence(_ answers: [Answer]) throws -> SideReport? {
      let claims = answers.map { Self.claim(0, .shared, 1, $0, weight: 2) } + [Self.claim(1, .received, 0)]
      return try Survey(actors: Self.actors, claims: claims).reconciled().evidence.first?.giver
    }
    #expect(try evidence([.missing, .no, .yes]) == .affirmed)
    #expect(try evidence([.no, .missing]) == .denied)
    #expect(try evidence([.missing, .missing]) == .silent)
  }

  @Test func `weights of the affirming sides are averaged, a side at a time`() throws {
    let claims = [
      Self.claim(0, .shared, 1, weight: 1), Self.claim(0, .shared, 1, weight: 3),
      Self.claim(0, .shared, 1, .no, weight: 100), Self.claim(1, .received, 0, weight: 8),
    ]
    let survey = Survey(actors: Self.actors, claims: claims, weightMeaning: .strength)
    let network = try survey.reconciled().network
    #expect(network.weight(from: 0, to: 1) == 5)
    #expect(network.weightMeaning == .strength)
    #expect(try survey.reconciled(by: .receiver).network.weight(from: 0, to: 1) == 8)
  }

  @Test func `the mean of extreme weights stays a weight`() throws {
    for weight in [Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude] {
      let claims = [Self.claim(0, .shared, 1, weight: weight), Self.claim(1, .received, 0, weight: weight)]
      let network = try Survey(actors: Self.actors, claims: claims).reconciled().network
      #expect(network.weight(from: 0, to: 1) == weight)
    }
  }

  @Test func `groups and free text make no ties and deny none`() throws {
    let survey = Survey(
      actors: Self.actors,
      claims: [
        Self.claim(0, .shared, 1), Claim(respondent: 1, item: .received, partner: .group("sme")),
        Claim(respondent: 2, item: .received, partner: .text("the mayor")),
      ])
    let result = try survey.reconciled(by: .both)
    #expect(Self.lines(result) == ["0>1 1.0 affirmed/not_asked"])
    #expect(result.textClaims == 1)
    #expect(result.groupClaims.count == 1)
  }

  @Test func `a study by groups alone leaves every pair unobserved`() throws {
    let survey = Survey(
      actors: Self.actors, claims: [Claim(respondent: 0, item: .shared, partner: .group("sme"))],
      responses: [Response(respondent: 0, item: .shared, status: .answered)])
    #expect(try survey.reconciled().unobservedPairs == 12)
  }

  @Test func `given ties are joined in unchanged`() throws {
    let given = Tie(source: 0, target: 1, weight: 7, topic: "steel")
    let survey = Survey(actors: Self.actors, claims: [Self.claim(0, .shared, 1, topic: "steel")], ties: [given])
    let result = try survey.reconciled(by: .both)
    #expect(Self.lines(result) == ["0>1 1.0 affirmed/not_asked", "0>1 7.0 given/given"])
    #expect(result.evidence.map(\.isGiven) == [false, true])
    #expect(result.evidenceCounts.last?.count == 1)
  }

  @Test func `given ties alone have no pairs to observe`() throws {
    let result = try Survey(actors: Self.actors, ties: [Tie(source: 2, target: 0)]).reconciled()
    #expect(result.network.tieCount == 1)
    #expect(result.coverage.isEmpty)
    #expect(result.observedPairs == 0)
  }

  @Test func `an undirected survey keeps evidence beside its ties`() throws {
    let survey = Survey(
      actors: Self.actors, claims: [Self.claim(3, .shared, 1), Self.claim(1, .shared, 3), Self.claim(2, .shared, 0)],
      ties: [Tie(source: 2, target: 1, weight: 2)], isDirected: false)
    let result = try survey.reconciled()
    #expect(!result.network.isDirected)
    #expect(
      Self.lines(result) == [
        "0>2 1.0 not_asked/affirmed", "1>2 2.0 given/given", "1>3 1.0 affirmed/affirmed",
      ])
  }

  @Test func `a claim about a pair without order is confirmed by the other's`() throws {
    let answered = [1, 2, 3].map { Response(respondent: $0, item: .shared, status: .answered) }
    let survey = Survey(
      actors: Self.actors,
      claims: [Self.claim(1, .shared, 2), Self.claim(2, .shared, 1), Self.claim(1, .shared, 3)], responses: answered,
      isDirected: false)
    let result = try survey.reconciled(by: .both)
    #expect(Self.lines(result) == ["1>2 1.0 affirmed/affirmed"])
    #expect(try survey.reliability().overall.confirmationRate == 0.5)
    let pairs = Self.actors.count * (Self.actors.count - 1) / 2
    #expect(result.observedPairs + result.unobservedPairs == pairs)
  }

  @Test func `either end may list a pair that is reported without order`() throws {
    // The order of positions is no order of the pair.
    for (one, other) in [(0, 2), (2, 0)] {
      let survey = Survey(actors: Self.actors, claims: [Self.claim(one, .received, other)], isDirected: false)
      #expect(try survey.reconciled().network.hasTie(from: 0, to: 2))
      #expect(try survey.reconciled().network.tieCount == 1)
    }
  }

  @Test func `nobody, and nobody else`() throws {
    let empty = try Survey(actors: []).reconciled()
    #expect(empty.network.actorCount == 0)
    let alone = Survey(
      actors: [NetworkActor(id: "solo")], responses: [Response(respondent: 0, item: .shared, status: .answered)])
    #expect(try alone.reconciled().observedPairs == 0)
    #expect(try alone.reliability().overall.kappa == nil)
  }
}

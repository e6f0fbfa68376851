internal import ClusterSurveys

/// The codes and texts of the questions in one language.
struct QuestionWording: Sendable {
  /// What stands above a question.
  struct Question: Sendable {
    let code: String
    let text: String

    init(_ code: String, _ text: String) { (self.code, self.text) = (code, text) }
  }

  private let described: [Questionnaire.Subject: Question]
  /// Gate, partner, topic and channel of each item.
  private let asked: [SurveyItem: [Question]]
  /// The kinds of actors, in the order of `SyntheticKind`.
  let kinds: [String]

  func question(_ subject: Questionnaire.Subject) -> Question {
    let (item, place): (SurveyItem, Int)
    switch subject {
    case .gate(let of): (item, place) = (of, 0)
    case .partner(let of): (item, place) = (of, 1)
    case .topic(let of): (item, place) = (of, 2)
    case .channel(let of): (item, place) = (of, 3)
    default: return described[subject] ?? Question("", "")
    }
    return asked[item]?[place] ?? Question("", "")
  }

  static let german = QuestionWording(
    described: [
      .token: Question("token", "Zugangsschlüssel"), .name: Question("NAME", "Wie heißt Ihre Organisation?"),
      .kind: Question("ART", "Was für eine Organisation ist es?"),
      .cluster: Question("CLUSTER", "Zu welchem Cluster gehört sie?"),
      .region: Question("REGION", "In welcher Region hat sie ihren Sitz?"),
      .country: Question("LAND", "In welchem Land?"), .wave: Question("WELLE", "Befragungswelle"),
    ],
    asked: [
      .shared: [
        Question("GEG", "Haben Sie anderen Akteuren Informationen bereitgestellt?"),
        Question("GEGWEM", "An welche Akteure?"),
        Question("GEGTHEMA", "Zu welchem Thema haben Sie informiert?"),
        Question("GEGKANAL", "Auf welchem Weg haben Sie informiert?"),
      ],
      .received: [
        Question("ERH", "Haben Sie Informationen von anderen Akteuren erhalten?"),
        Question("ERHVON", "Von welchen Akteuren?"),
        Question("ERHTHEMA", "Zu welchem Thema wurden Sie informiert?"),
        Question("ERHKANAL", "Auf welchem Weg wurden Sie informiert?"),
      ],
    ],
    kinds: ["Kleines oder mittleres Unternehmen", "Großunternehmen", "Forschungseinrichtung", "Clustermanagement"])

  static let english = QuestionWording(
    described: [
      .token: Question("token", "Access code"), .name: Question("org_name", "What is your organisation called?"),
      .kind: Question("org_kind", "What sort of organisation is it?"),
      .cluster: Question("cluster", "Which cluster does it belong to?"),
      .region: Question("region", "In which region is its seat?"), .country: Question("country", "In which country?"),
      .wave: Question("wave", "Wave of the survey"),
    ],
    asked: [
      .shared: [
        Question("shared", "Have you made information available to other actors?"),
        Question("shared_partner", "To which actors?"),
        Question("shared_topic", "On which topic did you inform them?"),
        Question("shared_channel", "Through which channel did you inform them?"),
      ],
      .received: [
        Question("received", "Have you received information from other actors?"),
        Question("received_partner", "From which actors?"),
        Question("received_topic", "On which topic did they inform you?"),
        Question("received_channel", "Through which channel did they inform you?"),
      ],
    ],
    kinds: ["Small or medium-sized enterprise", "Large firm", "Research institute", "Cluster office"])
}

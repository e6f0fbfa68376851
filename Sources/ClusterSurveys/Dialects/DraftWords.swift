internal import KnowledgeNetworks

/// The words by which texts of questions, in English and German, tell what is asked: the one list of them.
enum DraftWords {
  /// What a question asks of a tie.
  enum Part: String { case partner, topic, channel }

  /// Which item a text belongs to; `nil` if it says nothing of giving or receiving.
  static func item(of text: String, heading: String) -> SurveyItem? {
    // Names of variables have no blanks.
    let stated = text.lowercased() + " | " + heading.lowercased()
    let words = stated + " | " + stated.replacing("_", with: " ")
    let isReceiving = received.contains { words.contains($0) }
    let isGiving = shared.contains { words.contains($0) }
    guard isReceiving != isGiving else { return nil }
    return isGiving ? .shared : .received
  }

  static func part(of text: String, heading: String) -> Part? {
    let words = text.lowercased() + " | " + heading.lowercased()
    if topics.contains(where: { words.contains($0) }) { return .topic }
    if channels.contains(where: { words.contains($0) }) { return .channel }
    return partners.contains { words.contains($0) } ? .partner : nil
  }

  private static let shared = [
    "made available", "information available", "available to", "share", "passed on", "gave ", "give ", "gives",
    "provided",
    "to which", "to whom", "whom did you tell", "you pass ", "pass on ", "pass knowledge", "pass information",
    "bereitgestellt", "bereit gestellt", "weitergegeben", "zur verfügung", "an welche", "an wen", "gegeben", "geg",
  ]

  private static let received = [
    "received", "receive", "obtained", "got ", "from which", "from whom", "erhalten", "bekommen", "bezogen",
    "von welchen", "von wem", "erh",
  ]

  private static let partners = [
    "actor", "whom", "which organi", "partner", "alter", "contact", "akteur", "wem", "wen", "name", "organisation",
    "welche", "welchen",
  ]
  private static let topics = ["topic", "thema", "themen", "subject"]
  private static let channels = ["channel", "kanal", "kanäle", "welchem weg", "medium", "how was"]

  /// The headings of an actor file, with what headings or texts of questions that ask for it look like.
  static let attributes: [(heading: String, pattern: String)] = [
    (
      "name",
      #"^name$|org_?name|firmenname|^((your|ihre) )?(organi[sz]ation|firma|company)$|name of.*organi|organi[sz]ation called|"#
        + #"organi[sz]ation (do|are) you (work|represent|answer)|organisation (arbeiten|vertreten|antworten) sie|"#
        + "heißt ihre|name (der|ihrer)"
    ),
    (
      "kind",
      #"^kind$|^typ$|^type$|^art$|org_?(kind|type|typ)|organisationstyp|akteurstyp|(sort|kind|type) of organi|was für eine|art der"#
    ),
    // Only where a question asks which one the actor belongs to; others are about clusters.
    (
      "cluster",
      #"(^|[/.-])((org|your|ihr|name|id|regional(es)?)[ _])*(cluster|netzwerk)"#
        + #"([ _-]?(name|id|code|nr|nummer|membership|zugehörigkeit))?\??$|"#
        + #"(which|what|welche[mnrs]?)( of the| der)?( regional(en|es)?)? (clusters?|netzwerke?)\b|"#
        + "name (of|des|der|ihres) (your |the |ihres )?(regional(en)? )?(cluster|netzwerk)s?$"
    ), ("region", "region|bundesland"), ("country", #"country|\bland\b"#),
  ]

  /// What headings or texts of questions that name the wave look like.
  static let wave = #"\bwave|\bwelle|befragungswelle|erhebungswelle|redcap_event_name"#

  /// What headings of the time of an answer look like, those of its end before those of its start.
  static let times = [
    "submitdate|date submitted|datum abgeschickt|datum der abgabe|recorded ?date|submission_?(date|time)",
    "end ?date|date modified|lastdata|completion time|fertigstellungszeit|submitted( at)?|.*_timestamp|sessionfinish",
    "timestamp|zeitstempel|datetime|end|date created|started|sessionstart|start( ?date| time)?",
  ]

  /// The day that LimeSurvey writes for every answer of a survey that keeps no dates.
  static let unknownDay = "1980-01-01"

  /// Headings that identify an organisation.
  static let identifiers: Set<String> = [
    "token", "id_org", "org_id", "orgid", "organisation_id", "actor", "actor_id", "akteur", "kennung", "identifier",
    "externalreference", "identifier of the organisation", "kennung der organisation", "access code",
    "zugangsschlüssel",
    "zugangscode", "custom data 1",
  ]
}

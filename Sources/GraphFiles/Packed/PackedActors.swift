internal import DataFiles
internal import KnowledgeNetworks

/// What a packed file holds of actors: a column for all that some actor states.
struct PackedActors {
  /// One column, by the word that the file calls it.
  enum Field: Hashable {
    case id, name, kind, cluster, region, country, outsider
    case pipelines(PipelineRange)
    case attribute(String)

    private static let plain: [(Field, String)] =
      [
        (.id, "id"), (.name, "name"), (.kind, "kind"), (.cluster, "cluster"), (.region, "region"),
        (.country, "country"), (.outsider, "outsider"),
      ] + PipelineCounts.ranges.map { (.pipelines($0), "pipelines_\($0.rawValue)") }
    private static let prefix = "attribute:"

    static var own: [Field] { plain.map(\.0) }

    init?(word: String) {
      if word.hasPrefix(Self.prefix) {
        self = .attribute(String(word.dropFirst(Self.prefix.count)))
      } else {
        guard let known = Self.plain.first(where: { $0.1 == word }) else { return nil }
        self = known.0
      }
    }

    var word: String {
      if case .attribute(let name) = self { return Self.prefix + name }
      return Self.plain.first { $0.0 == self }?.1 ?? ""
    }

    func value(of actor: NetworkActor) -> String? {
      switch self {
      case .id: actor.id
      case .name: actor.name == actor.id ? nil : actor.name
      case .kind: actor.kind?.rawValue
      case .cluster: actor.cluster?.rawValue
      case .region: actor.region
      case .country: actor.country
      case .outsider: actor.isMember ? nil : "yes"
      case .pipelines(let range): actor.statedPipelines?[range].map(String.init)
      case .attribute(let name): actor.attributes[name]
      }
    }

    /// Whether the word can stand in the column.
    func allows(_ word: String) -> Bool {
      guard case .pipelines = self else { return true }
      return Int(word).map { (0...PipelineCounts.largest).contains($0) } ?? false
    }

    func set(_ word: String, of actor: inout NetworkActor) {
      switch self {
      case .id: break
      case .name: actor.name = word
      case .kind: actor.kind = ActorKind(rawValue: word)
      case .cluster: actor.cluster = Cluster(rawValue: word)
      case .region: actor.region = word
      case .country: actor.country = word
      case .outsider: actor.isMember = false
      case .pipelines(let range):
        var counts = actor.statedPipelines ?? PipelineCounts()
        counts[range] = Int(word)
        actor.statedPipelines = counts
      case .attribute(let name): actor.attributes[name] = word
      }
    }
  }

  /// The columns of a roster and their sections.
  static func sections(of actors: [NetworkActor]) -> (fields: [String], sections: [FileSection]) {
    let further = Set(actors.lazy.flatMap(\.attributes.keys)).sorted(by: NaturalOrder.precedes)
    var (fields, sections) = ([String](), [FileSection]())
    for field in Field.own + further.map(Field.attribute) {
      let column = PackedWords(of: actors.lazy.map(field.value))
      guard field == .id || !column.words.isEmpty else { continue }
      sections += column.sections("actors\(fields.count)")
      fields.append(field.word)
    }
    return (fields, sections)
  }

  /// Reads a roster of so many actors.
  static func roster(
    of count: Int, fields words: [String], in file: SectionFile, workers: Workers
  ) throws(BuzzlineError) -> [NetworkActor] {
    let fields = words.compactMap(Field.init(word:))
    guard fields.count == words.count, fields.first == .id, Set(fields).count == fields.count else {
      throw file.damage("The columns of actors are not those of a packed network")
    }
    var columns: [PackedWords] = []
    for (place, field) in fields.enumerated() {
      let column = try PackedWords("actors\(place)", rows: count, in: file, workers: workers)
      guard column.words.allSatisfy(field.allows), field != .id || !column.codes.contains(0) else {
        throw file.damage("The column '\(field.word)' of the actors says what it cannot")
      }
      columns.append(column)
    }
    let read = columns
    return try workers.joined(over: count, by: 1 << 14, scratch: {}) { (_: inout Void, rows) in
      rows.map { row in
        var actor = NetworkActor(id: read[0][row] ?? "")
        for place in fields.indices.dropFirst() {
          if let word = read[place][row] { fields[place].set(word, of: &actor) }
        }
        return actor
      }
    }
  }
}

internal import KnowledgeNetworks

/// Names that stand for no actor of the actor file, gathered so that one error names them all.
struct UnknownActors {
  private var names: [(name: String, place: Place)] = []
  private var known: Set<String> = []

  /// More names than this are not written out.
  private static let most = 50

  /// Takes a name; of one that occurs more than once, the first place counts.
  mutating func note(_ name: String, at place: @autoclosure () -> Place) {
    if known.insert(name).inserted { names.append((name, place())) }
  }

  /// The error that names them all; `nil` if there are none.
  func error(among actors: [NetworkActor]) -> BuzzlineError? {
    guard let first = names.first else { return nil }
    let nearest = NearestActors(to: names.prefix(Self.most).map(\.name), among: actors)
    guard names.count > 1 else {
      return BuzzlineError(
        .unknownActor, at: first.place,
        "'\(first.name.prefix(80))' is not in the actor file." + nearest.hint(for: first.name))
    }
    let listed = names.prefix(Self.most).map { name, place in
      let position = [place.file == first.place.file ? nil : place.file, "line \(place.line ?? 0)"]
      return "'\(name.prefix(80).description.madeVisible)' (\(position.compactMap(\.self).joined(separator: ", "))"
        + nearest.shortHint(for: name) + ")"
    }
    let more = names.count > Self.most ? " and \(names.count - Self.most) more" : ""
    return BuzzlineError(
      .unknownActor, at: first.place,
      "\(names.count) names are not in the actor file: \(listed.joined(separator: ", "))\(more).")
  }
}

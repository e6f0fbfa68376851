internal import StudyFindings

/// What the script of a page reads of a network: numbers in rows, words once each.
///
/// Pairs are told by their giver, in its row the receiver and a code: three times the place of the pair's set of ties
/// among ``sets``, and the place of its line. `-1` is *not stated*.
struct NetworkData {
  struct Hulls {
    let name: [String]
    let x, y, r: [Double]
    let count: [Int]
  }

  struct Actors {
    let id, name: [String]
    let x, y, r: [Double]
    let group, hull: [Int]
    /// The gatekeepers.
    let gate: [Int]
    /// Those without ties in any wave.
    let isolates: [Int]
    /// The actors that do not belong to each wave.
    let absent: [[Int]]
  }

  struct Card {
    /// What each line is about, by its place among the labels.
    let about: [Int]
    let text: [String]
  }

  let directed, folded: Bool
  let width, height: Double
  /// How far two marks are from each other, in points.
  let spacing: Double
  /// Above so many curves between clusters only bundles are drawn, and of them the largest.
  let mostCurves, mostBundles: Int
  let groups, topics, channels, waves, evidence: [String]
  /// The wave shown first; `-1` for all.
  let wave: Int
  let hulls: Hulls
  let actors: Actors
  /// The ways between hulls: giver's hull, receiver's hull, two points of the curve, pairs in the wave shown.
  let curves: [[Double]]
  /// Sorts of ties: topic, channel, wave, evidence.
  let strands: [[Int]]
  /// Which sorts of ties make pairs.
  private(set) var sets: [[Int]] = []
  private(set) var ties: [[Int]] = []
  /// The top and height of the box of isolates, and 1 where it shows their marks.
  let box: [Double]
  /// The outlines of the groups' marks, of radius 10.
  let marks: [String]
  /// What lines of cards are about.
  let labels: [String]
  let cards: [Card]

  init(_ frame: NetworkFrame, _ language: Language) {
    let picture = frame.picture
    let spots = picture.spots
    (directed, folded) = (picture.isDirected, picture.isFolded)
    (width, height) = (Self.rounded(frame.width), Self.rounded(frame.height))
    spacing = Self.rounded(frame.scale)
    (mostCurves, mostBundles) = (NetworkPicture.mostCurves, NetworkPicture.mostBundles)
    groups = picture.groups.map { $0.text(in: language) }
    topics = picture.topics.map { SafeText.name($0) }
    channels = picture.channels.map { SafeText.name($0) }
    waves = picture.waves.map { SafeText.name($0) }
    evidence = picture.evidence.map { $0.text(in: language) }
    wave = picture.shownWave ?? -1
    hulls = Hulls(
      name: picture.hulls.map { $0.name.text(in: language) }, x: frame.hulls.map { Self.rounded($0.center.x) },
      y: frame.hulls.map { Self.rounded($0.center.y) }, r: frame.hulls.map { Self.rounded($0.radius) },
      count: picture.hulls.map(\.count))
    actors = Actors(
      id: spots.map { SafeText.plain($0.id) }, name: spots.map { SafeText.name($0.label) },
      x: frame.places.map { Self.rounded($0.x) }, y: frame.places.map { Self.rounded($0.y) },
      r: spots.indices.map { Self.rounded(frame.radius(of: $0)) }, group: spots.map { $0.group ?? -1 },
      hull: spots.map { $0.hull ?? -1 }, gate: spots.indices.filter { spots[$0].isGatekeeper },
      isolates: spots.indices.filter { spots[$0].point == nil },
      absent: picture.waves.indices.map { wave in spots.indices.filter { spots[$0].absentIn.contains(wave) } })
    curves = Self.curves(of: frame)
    strands = Set(picture.strokes.flatMap(\.strands)).map(Self.codes).sorted { $0.lexicographicallyPrecedes($1) }
    box = frame.box.map { [Self.rounded($0.top), Self.rounded($0.height), $0.hasMarks ? 1 : 0] } ?? []
    marks = (0..<GroupMark.count).map { GroupMark(of: $0).path(x: 0, y: 0, radius: 10) }
    let words = Set(picture.cards.flatMap(\.lines).map(\.label)).map { (label: $0, text: $0.text(in: language)) }
      .sorted { $0.text < $1.text }
    let places = Dictionary(uniqueKeysWithValues: zip(words.map(\.label), 0...))
    labels = words.map(\.text)
    cards = picture.cards.map { card in
      Card(about: card.lines.map { places[$0.label] ?? 0 }, text: card.lines.map { $0.text.text(in: language) })
    }
    encodeTies(of: picture)
  }

  private mutating func encodeTies(of picture: NetworkPicture) {
    let numbers = Dictionary(uniqueKeysWithValues: zip(strands, 0...))
    var places: [[Int]: Int] = [:]
    ties = picture.spots.map { _ in [] }
    for stroke in picture.strokes {
      let set = Set(stroke.strands.compactMap { numbers[Self.codes($0)] }).sorted()
      let place = places[set] ?? sets.count
      if place == sets.count {
        places[set] = place
        sets.append(set)
      }
      ties[stroke.source] += [
        stroke.target, 3 * place + (NetworkPicture.Line.allCases.firstIndex(of: stroke.line) ?? 0),
      ]
    }
  }

  private static func codes(_ strand: NetworkPicture.Strand) -> [Int] {
    [strand.topic ?? -1, strand.channel ?? -1, strand.wave ?? -1, strand.evidence ?? -1]
  }

  private static func curves(of frame: NetworkFrame) -> [[Double]] {
    var counts: [[Int]: Int] = [:]
    for stroke in frame.picture.strokes {
      if let hulls = frame.hulls(of: stroke) { counts[[hulls.source, hulls.target]] = 0 }
    }
    for bundle in frame.picture.bundles { counts[[bundle.source, bundle.target]] = bundle.count }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { hulls, count in
      let curve = frame.curve(from: hulls[0], to: hulls[1])
      return hulls.map(Double.init) + [curve.first.x, curve.first.y, curve.second.x, curve.second.y].map(rounded)
        + [Double(count)]
    }
  }

  private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}

extension NetworkData: JSONWritable {
  func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    bytes.append(
      members: [
        "directed": directed, "folded": folded, "width": width, "height": height, "spacing": spacing,
        "mostCurves": mostCurves, "mostBundles": mostBundles, "groups": groups, "topics": topics,
        "channels": channels, "waves": waves, "evidence": evidence, "wave": wave, "hulls": hulls, "actors": actors,
        "curves": curves, "strands": strands, "sets": sets, "ties": ties, "box": box, "marks": marks,
        "labels": labels, "cards": cards,
      ], style)
  }
}

extension NetworkData.Hulls: JSONWritable {
  func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    bytes.append(members: ["name": name, "x": x, "y": y, "r": r, "count": count], style)
  }
}

extension NetworkData.Actors: JSONWritable {
  func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    bytes.append(
      members: [
        "id": id, "name": name, "x": x, "y": y, "r": r, "group": group, "hull": hull, "gate": gate,
        "isolates": isolates, "absent": absent,
      ], style)
  }
}

extension NetworkData.Card: JSONWritable {
  func append(to bytes: inout [UInt8], _ style: JSONStyle) {
    bytes.append(members: ["about": about, "text": text], style)
  }
}

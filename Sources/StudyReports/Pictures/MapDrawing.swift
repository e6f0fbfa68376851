internal import StudyFindings

extension MapPicture {
  /// What a panel shows of the world.
  private struct View {
    let title: Paragraph
    let x, y, width, height: Double

    /// Pixels a unit of the map.
    var scale: Double { Frame.width / width }

    func contains(_ point: NetworkPicture.Point) -> Bool {
      (x...(x + width)).contains(point.x) && (y...(y + height)).contains(point.y)
    }

    func place(_ point: NetworkPicture.Point) -> NetworkPicture.Point {
      .init(x: (point.x - x) * scale, y: MapPicture.top + (point.y - y) * scale)
    }
  }

  private static let top = 26.0
  private static let mostNamed = 12
  private static let world = View(title: "World", x: 0, y: 40, width: 4_000, height: 1_640)
  private static let europe = View(title: "Europe", x: 1_800, y: 60, width: 640, height: 430)

  func html(in language: Language) -> String {
    let arcs = arcs
    let points = arcs.flatMap { [$0.source, $0.target] }.map { WorldMap.countries[$0].point }
    let isInEurope = points.map(Self.europe.contains)
    let views = (isInEurope.contains(true) ? [Self.europe] : []) + (isInEurope.contains(false) ? [Self.world] : [])
    return Frame.html(views.map { svg(of: $0, arcs, language) })
  }

  /// Pairs of countries on the map, both ways together.
  private var arcs: [PictureLink<Int>] {
    let onMap = links.compactMap { link -> PictureLink<Int>? in
      guard let source = WorldMap.place(of: link.source), let target = WorldMap.place(of: link.target), source != target
      else { return nil }
      return PictureLink(source, target, count: link.count).undirected
    }
    return Array(PictureLink.adding(onMap).prefix(Self.mostDrawn))
  }

  private func svg(of view: View, _ arcs: [PictureLink<Int>], _ language: Language) -> String {
    let height = view.height * view.scale
    let homes = Set(homes.compactMap(WorldMap.place))
    return Frame.svg(height: Self.top + height + 2, label: view.title, in: language) { svg in
      svg.title(view.title, y: 14)
      let box = [view.x, view.y, view.width, view.height].map(SVG.number).joined(separator: " ")
      svg.element(
        "svg",
        [
          ("class", "map"), ("y", SVG.number(Self.top)), ("width", SVG.number(Frame.width)),
          ("height", SVG.number(height)), ("viewBox", box),
        ]
      ) { map in
        for (place, country) in WorldMap.countries.enumerated() {
          map.element("path", [("class", homes.contains(place) ? "land home" : "land"), ("d", country.outline)])
        }
        let most = Double(arcs.first?.count ?? 1)
        for arc in arcs.reversed() { Self.draw(arc, &map, width: 0.8 + 5 * Double(arc.count) / most) }
      }
      name(arcs, in: view, &svg)
    }
  }

  /// A curve bent a fifth of its length to one side.
  private static func draw(_ arc: PictureLink<Int>, _ svg: inout SVG, width: Double) {
    let (from, to) = (WorldMap.countries[arc.source].point, WorldMap.countries[arc.target].point)
    let middle = (x: (from.x + to.x) / 2 + (to.y - from.y) / 5, y: (from.y + to.y) / 2 - (to.x - from.x) / 5)
    svg.element(
      "path",
      [
        ("class", "link"), ("style", "stroke-width:" + SVG.number(width)),
        ("d", "M\(SVG.point(from.x, from.y))Q\(SVG.point(middle.x, middle.y)) \(SVG.point(to.x, to.y))"),
      ])
  }

  /// The code by which the data call a country, else that of the map.
  private func code(of place: Int) -> String {
    homes.first { $0.count <= 3 && WorldMap.place(of: $0) == place } ?? WorldMap.countries[place].code
  }

  /// The codes of the countries with most pairs, where none covers another.
  private func name(_ arcs: [PictureLink<Int>], in view: View, _ svg: inout SVG) {
    var sums: [Int: Int] = [:]
    for arc in arcs { for end in [arc.source, arc.target] { sums[end, default: 0] += arc.count } }
    var taken: [NetworkPicture.Point] = []
    for (place, _) in sums.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) where taken.count < Self.mostNamed {
      let country = WorldMap.countries[place]
      let at = view.place(country.point)
      guard view.contains(country.point), !taken.contains(where: { abs($0.x - at.x) < 22 && abs($0.y - at.y) < 14 })
      else { continue }
      taken.append(at)
      svg.circle(at.x, at.y, radius: 3.5, class: "dot")
      svg.write(text: code(of: place), x: at.x, y: at.y - 6, class: "name small", anchor: "middle")
    }
  }
}

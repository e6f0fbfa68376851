/// What a picture of a map shows: how many ties lead from country to country.
public struct MapPicture: Hashable, Sendable {
  /// Pairs that lead from one country to another, as the data call them.
  public typealias Link = PictureLink<String>

  /// The most links that are drawn.
  package static let mostDrawn = 60

  /// The links, the largest first.
  public var links: [Link]
  /// The countries in which actors sit, as the data call them.
  public var homes: [String]
  /// Whether ties have a direction.
  public var isDirected: Bool

  /// Makes a picture.
  public init(links: [Link], homes: [String], isDirected: Bool) {
    (self.links, self.homes, self.isDirected) = (links, homes, isDirected)
  }

  /// The countries that the map does not know, as the data call them.
  var unknown: [String] { homes.filter { WorldMap.place(of: $0) == nil } }

  var data: FindingsTable { table(first: links.count) }

  /// The largest links.
  func table(first count: Int) -> FindingsTable {
    FindingsTable(
      "countries", rows: links.prefix(count),
      .text("source") { $0.source }.headed(isDirected ? "giver's country" : "one country"),
      .text("target") { $0.target }.headed(isDirected ? "receiver's country" : "other country"),
      .count("connected pairs") { $0.count })
  }
}

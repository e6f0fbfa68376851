/// What a picture of a map shows: how many ties lead from country to country.
public struct MapPicture: Hashable, Sendable {
  /// Ties from one country to another.
  public struct Link: Hashable, Sendable {
    /// The country of the givers, as the data call it.
    public var source: String
    /// The country of the receivers, as the data call it.
    public var target: String
    /// How many connected pairs.
    public var count: Int

    /// Makes a link.
    public init(_ source: String, _ target: String, count: Int) {
      (self.source, self.target, self.count) = (source, target, count)
    }
  }

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

/// The countries of the world as maps draw them, from `Maps/countries.tsv`.
package enum WorldMap {
  /// A country.
  package struct Country: Sendable {
    /// The code of ISO 3166-1, such as `DE`.
    package let code: String
    /// Where links begin and end.
    package let point: NetworkPicture.Point
    /// The outline, as the data of an SVG path.
    package let outline: String
  }

  /// All that are drawn, by code.
  package static let countries: [Country] = rows.map(\.country)

  /// The place among ``countries`` of what the data call a country: its code, or its name in English or German in any
  /// letter case; `nil` where the map has none of that name.
  package static func place(of name: String) -> Int? { places[name.lowercased()] }

  private static let places: [String: Int] = Dictionary(
    rows.enumerated().flatMap { place, row in row.names.map { ($0.lowercased(), place) } }
  ) { first, _ in first }

  private static let rows: [(names: [String], country: Country)] = String(
    decoding: PackageResources.countries_tsv, as: UTF8.self
  ).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
    let fields = line.split(separator: "\t").map(String.init)
    let point = fields[2].split(separator: " ").compactMap { Double($0) }
    let country = Country(code: fields[0], point: .init(x: point[0], y: point[1]), outline: fields[3])
    return ([fields[0]] + fields[1].split(separator: "|").map(String.init), country)
  }
}

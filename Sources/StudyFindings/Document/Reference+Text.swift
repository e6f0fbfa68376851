extension Reference {
  /// How running text names the work: `Gould and Fernandez 1989`, with more than three authors `Barrat et al. 2004`.
  public var citation: Paragraph {
    let families: [Paragraph] = authors.map { author in "\(verbatim: String(author.prefix { $0 != "," }))" }
    let names = families.count > 3 ? "\(families[0]) et al." : families.listed()
    return names + "\(verbatim: " \(year)")"
  }

  /// How a list of references names the work, on one line.
  public var entry: String {
    let place =
      switch form {
      case .article(let journal, let volume, let pages): "\(journal) \(volume), \(pages)"
      case .book(let publisher): publisher
      case .paper(let proceedings, let pages): "\(proceedings), \(pages)"
      }
    let link = doi.map { " https://doi.org/\($0)" } ?? ""
    return "\(authors.joined(separator: "; ")) (\(year)): \(title). \(place).\(link)"
  }

  /// The work as an entry of a BibTeX file, in UTF-8, its title in the letters it has here.
  public var bibTeX: String {
    let (kind, place): (String, [(String, String)]) =
      switch form {
      case .article(let journal, let volume, let pages):
        ("article", [("journal", journal), ("volume", volume), ("pages", pages)])
      case .book(let publisher): ("book", [("publisher", publisher)])
      case .paper(let proceedings, let pages): ("inproceedings", [("booktitle", proceedings), ("pages", pages)])
      }
    let fields =
      [("author", authors.joined(separator: " and ")), ("title", "{\(title)}"), ("year", String(year))] + place
      + (doi.map { [("doi", $0)] } ?? [])
    let lines = fields.map { name, value in "  \(name) = {\(Self.escaped(value))}" }
    return "@\(kind){\(key),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// What means something to LaTeX, and the signs that it writes in letters of its own.
  private static func escaped(_ text: String) -> String {
    [("&", "\\&"), ("–", "--"), ("‘", "`"), ("’", "'")].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// The order of a list of references: authors as they stand, then years, then titles.
  fileprivate var rank: (String, Int, String) { (authors.joined(separator: "; "), year, title) }
}

extension ReportDocument {
  /// Every work that the text cites, once, by author and year.
  public var references: [Reference] {
    Self.references(in: lead + sections.flatMap { $0.blocks.flatMap(\.paragraphs) })
  }

  /// The same as a BibTeX file, in UTF-8.
  public var bibTeX: String { references.map(\.bibTeX).joined(separator: "\n") }

  static func references(in paragraphs: [Paragraph]) -> [Reference] {
    Set(paragraphs.flatMap(\.references)).sorted { $0.rank < $1.rank }
  }
}

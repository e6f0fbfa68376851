package import KnowledgeNetworks

/// Where the cells of a sheet stand, for those who need its cells no more.
package struct SheetPlaces: Sendable {
  let file: String
  private let origin: Origin
  /// Those of the columns of other sheets that stand behind its own.
  private var joined: [(start: Int, places: SheetPlaces, rows: [Int?])] = []

  /// Where cells stand in the file.
  enum Origin: Sendable {
    /// In a text, whose columns are counted in characters of the line.
    case text(CellPlaces)
    /// In the rows of these numbers, with columns counted in cells; 0 where the file has no such row.
    case rows([Int])
  }

  init(in file: String, _ origin: Origin) { (self.file, self.origin) = (file, origin) }

  /// Takes the places of another sheet, whose columns stand from one on.
  mutating func join(_ other: SheetPlaces, from start: Int, rows: [Int?]) { joined.append((start, other, rows)) }

  func place(_ row: Int, _ column: Int) -> Place {
    var finder = Finder(self)
    return finder.place(row, column)
  }

  /// Finds places; fast those of rows that follow one another.
  package struct Finder {
    private let places: SheetPlaces
    private var cells: CellPlaces.Finder?
    private var joined: [Finder]

    package init(_ places: SheetPlaces) {
      self.places = places
      cells = if case .text(let cells) = places.origin { CellPlaces.Finder(cells) } else { nil }
      joined = places.joined.map { Finder($0.places) }
    }

    /// Line and column, of a spreadsheet the row and the column counted in cells.
    ///
    /// Of a file of SPSS or Stata it is the case and the variable; names and labels of variables stand in no case.
    package mutating func place(_ row: Int, _ column: Int) -> Place {
      if let part = places.joined.lastIndex(where: { $0.start <= column }),
        let other = places.joined[part].rows[row]
      {
        return joined[part].place(other, column - places.joined[part].start)
      }
      if let place = cells?.place(row, column, file: places.file) { return place }
      guard case .rows(let lines) = places.origin, lines[row] != 0 else { return Place(file: places.file) }
      return Place(file: places.file, line: lines[row], column: column + 1)
    }
  }
}

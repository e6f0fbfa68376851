/// What a sheet can hold at most, in Excel and in LibreOffice alike.
enum SpreadsheetLimits {
  static let rows = 1 << 20
  static let columns = 1 << 14
}

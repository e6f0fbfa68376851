internal import DataFiles
internal import KnowledgeNetworks

extension SourceDraft {
  /// Leaves out what only rows say that repeat a form of an interview, as in REDCap, and says how it is read.
  mutating func draftRepeats(_ file: DraftFile, _ table: ExportTable, _ used: inout Set<Int>) {
    guard let heading = file.dialect?.repeating, let forms = file.headings.firstIndex(of: heading),
      let key = file.dialect?.respondents.lazy.compactMap(file.headings.firstIndex).first
    else { return }
    func isStated(_ row: Int, _ column: Int) -> Bool { !table.sheet.text(row, column).isEmpty }
    let columns = table.headings.indices.filter { column in
      let rows = table.rows.filter { isStated($0, column) }
      return !used.contains(column) && column != key && !rows.isEmpty && rows.allSatisfy { isStated($0, forms) }
    }
    guard !columns.isEmpty else { return }
    used.formUnion(columns)
    let (form, of) = (forms.selector(in: table), key.selector(in: table))
    let names = table.texts(of: forms).map(yaml).joined(separator: ", ")
    let asked = columns.map { $0.selector(in: table) }
    lines.append("# Rows that repeat a form are partners or the like, not interviews. Only they state these columns:")
    lines.append(
      "#   \(asked.prefix(20).joined(separator: ", "))\(asked.count > 20 ? " and \(asked.count - 20) more" : "")")
    lines.append("# A source of its own reads them, joined to the interviews of the same file; add it, and fill it in:")
    let interviews = "{column: \(form), is: ['']}"
    lines += [
      "# - file: \(yaml(file.name))", "#   keep_when: {column: \(form), is: [\(names)]}",
      "#   join: {file: \(yaml(file.name)), as: interview, key: \(of), to: \(of), keep_when: \(interviews)}",
      "#   respondent: \(of)", "#   items:", "#     - {item: , partner: {column: }, topic: {column: }}",
      "# Who answered and has no such row named nobody: an item {item: , cell: response} of this source says so.",
    ]
  }
}

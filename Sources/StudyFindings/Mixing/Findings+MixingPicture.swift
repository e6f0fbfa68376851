internal import KnowledgeNetworks
internal import NetworkMeasures

extension Findings {
  /// Who gives to whom, group by group and cluster by cluster, over what their sums would give.
  var mixingPicture: ReportDocument.Picture? {
    let panels = [mixing.mixing, mixing.clusterMixing].compactMap(\.self).compactMap(panel)
    guard !panels.isEmpty else { return nil }
    let drawing = MatrixPicture(
      panels: panels, rows: network.isDirected ? "giver" : "one",
      columns: network.isDirected ? "receiver" : "other")
    return ReportDocument.Picture(
      .matrix(drawing),
      alternative: "Connected pairs from group to group, over what the sums of rows and columns would give",
      caption: """
        Connected pairs over how many there would be if each group gave and received as many as it does without regard to \
        groups; below, the number of pairs. Rows give, columns receive, of actors whose group is stated. Unobserved pairs \
        count as not tied. Single cells were not tested; the E–I index tests whether ties keep to groups. Without colour \
        where fewer than five pairs are expected.
        """, files: ["groups"])
  }

  private func panel(of matrix: MixingMatrix) -> MatrixPicture.Panel? {
    let names = matrix.grouping.groups
    guard (2...Self.mostDrawnGroups).contains(names.count), let expected = matrix.pairs.expectedByDegrees else {
      return nil
    }
    let isCompared = matrix.grouping == grouping
    // Without direction every pair stands in both orders, on the diagonal twice in one cell.
    let half = { (row: Int, column: Int) in !network.isDirected && row == column ? 0.5 : 1 }
    return MatrixPicture.Panel(
      title: "by \(Paragraph(column: matrix.grouping.name))",
      groups: names.indices.map { isCompared ? label(ofGroup: $0) : "\(name: names[$0])" },
      cells: names.indices.map { row in
        names.indices.map { column in
          let unit = half(row, column)
          return MatrixPicture.Cell(
            observed: matrix.pairs.cells[row][column] * unit, expected: expected[row][column] * unit)
        }
      })
  }
}

internal import DataFiles
internal import KnowledgeNetworks

extension SyntheticNetwork {
  /// `actors.csv`: id, name, kind, cluster, region, country; a row an actor, ascending by id.
  public var actorsFile: SyntheticFile {
    rowsFile("actors.csv", heading: "id,name,kind,cluster,region,country") { actor, bytes in
      let kind = kinds[actor]
      let cluster = cluster(of: actor)
      labels.appendID(of: actor, to: &bytes)
      let cells = [
        labels.name(of: actor, kind: kind), kind.actorKind.rawValue, labels.cluster(cluster),
        labels.region(ofCluster: cluster), labels.country(ofCluster: cluster),
      ]
      for cell in cells {
        bytes.endCell()
        bytes.append(text: cell)
      }
    }
  }

  /// `truth.csv`: id, role; what each actor was made to be.
  public var truthFile: SyntheticFile {
    rowsFile("truth.csv", heading: "id,role") { actor, bytes in
      labels.appendID(of: actor, to: &bytes)
      bytes.endCell()
      bytes.append(text: roles[actor].rawValue)
    }
  }

  /// `ties.csv`: source, target; a row a tie, ascending by source and then target.
  public var tiesFile: SyntheticFile {
    let blocks = RowBlocks(rows: tieCount, size: 65_536)
    return SyntheticFile(name: "ties.csv", heading: "source,target", blocks: blocks) { [self] block in
      let ties = block.rows
      var bytes: [UInt8] = []
      bytes.reserveCapacity(ties.count * 2 * (labels.idLength + 1))
      var giver: [UInt8] = []
      var source = rowStarts.row(of: ties.lowerBound) - 1
      var rowEnd = ties.lowerBound
      for tie in ties {
        if tie == rowEnd {
          repeat { source += 1 } while Int(rowStarts[source + 1]) <= tie
          rowEnd = Int(rowStarts[source + 1])
          giver.removeAll(keepingCapacity: true)
          labels.appendID(of: source, to: &giver)
          giver.endCell()
        }
        bytes += giver
        labels.appendID(of: Int(receivers[tie]), to: &bytes)
        bytes.endRow()
      }
      return bytes
    }
  }

  private func rowsFile(
    _ name: String, heading: String, row: @escaping @Sendable (Int, inout [UInt8]) -> Void
  ) -> SyntheticFile {
    SyntheticFile(name: name, heading: heading, blocks: .ofActors(actorCount)) { block in
      var bytes: [UInt8] = []
      for actor in block.rows {
        row(actor, &bytes)
        bytes.endRow()
      }
      return bytes
    }
  }
}

import KnowledgeNetworks

@testable import GraphFiles

extension GraphFormat {
  /// What a text says, read as a file of the format.
  func read(text: String) throws -> GraphDocument { try read(Array(text.utf8), file: "net") }

  /// What comes back of a document that was written.
  func readBack(_ document: GraphDocument) throws -> GraphDocument { try read(write(document), file: "net") }

  /// Place and sentence of the error that a text raises; `nil` where it is read.
  func refusal(of text: String) -> BuzzlineError? {
    do throws(BuzzlineError) {
      _ = try read(Array(text.utf8), file: "net")
      return nil
    } catch { return error }
  }
}

extension GraphDocument {
  /// The ties as `A>B`, or `A-B` without direction, with their values in the order of the attributes.
  var shownTies: [String] {
    ties.map { tie in
      let values = tieAttributes.compactMap { attribute in
        tie.attributes[attribute.name].map { "\(attribute.name)=\($0)" }
      }
      let ends = nodes[tie.source].id + (isDirected ? ">" : "-") + nodes[tie.target].id
      return ([ends] + values).joined(separator: " ")
    }
  }

  /// The nodes by identifier, with their values in the order of the attributes.
  var shownNodes: [String] {
    nodes.map { node in
      let values = nodeAttributes.compactMap { attribute in
        node.attributes[attribute.name].map { "\(attribute.name)=\($0)" }
      }
      return ([node.id] + values).joined(separator: " ")
    }
  }
}

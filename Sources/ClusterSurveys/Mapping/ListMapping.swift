internal import KnowledgeNetworks

/// How a list of ties, a square matrix or a list of members is read: what needs no question and no answer.
enum ListMapping {
  /// A row a tie: the parts by the headings of a file of ties.
  case ties([(heading: String, part: AnswerPart)])
  /// A row a member: the parts by the headings of a file of memberships.
  case memberships([(heading: String, part: AnswerPart)])
  /// Rows and columns name the same actors.
  case matrix(MatrixRows)

  var isMatrix: Bool { if case .matrix = self { true } else { false } }

  /// Reads the one list that a source may have.
  init?(_ keys: MappingKeys) throws(BuzzlineError) {
    let found = keys.present(["ties", "matrix", "memberships"])
    guard let key = found.first, let node = keys[key] else { return nil }
    guard found.count == 1, keys["items"] == nil else {
      throw keys.node.refused("A source has items, ties, a matrix or memberships, one of these.")
    }
    switch key {
    case "ties": self = .ties(try Self.parts(node, FileRole.ties.words, required: ["source", "target"]))
    case "memberships":
      let required = Array(FileRole.memberships.required)
      self = .memberships(try Self.parts(node, FileRole.memberships.words, required: required))
    default: self = .matrix(try node.keys(["rows"]).required("rows").word())
    }
  }

  private static func parts(
    _ node: MappingNode, _ headings: [String], required: [String]
  ) throws(BuzzlineError) -> [(String, AnswerPart)] {
    let keys = try node.keys(headings)
    for key in required { _ = try keys.required(key) }
    var parts: [(String, AnswerPart)] = []
    for heading in headings {
      if let node = keys[heading] { parts.append((heading, try AnswerPart(node))) }
    }
    return parts
  }
}

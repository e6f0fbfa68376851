internal import Buzzline

extension KnowledgeNetwork {
  /// The actors that a list on the command line names; an identifier may hold commas where it stands alone.
  func positions(listed list: String) throws -> [Int] {
    if let only = position(of: list) { return [only] }
    return try seeds(named: list.split(separator: ",").map { $0.trimmed })
  }
}

extension String {
  /// The two sides of the last `=`, such as a kind and its number; `nil` where there is none.
  var assignment: (name: String, value: String)? {
    guard let sign = lastIndex(of: "=") else { return nil }
    return (self[..<sign].trimmed, self[index(after: sign)...].trimmed)
  }
}

internal import Buzzline

extension CheckReport {
  /// Every remark with its place, below it the names it is about, each with its line, and what would settle it.
  var remarks: [String] { (survey.remarks + reconciliation.remarks).flatMap(Self.lines(of:)) }

  private static func lines(of remark: Remark) -> [String] {
    let head = "\(remark.setsRowAside ? "set aside" : "remark") [\(remark.reason)] "
    let names = remark.instances.map { "  " + placed($0.text, at: $0.place) }
    let remedy = remark.remedy.isEmpty ? [] : ["  what would join them, as lines of aliases.csv:"]
    return [head + placed(remark.message, at: remark.place)] + names + remedy + remark.remedy.map { "    " + $0 }
  }

  private static func placed(_ text: String, at place: Place) -> String {
    place.position.isEmpty ? text : place.position + ": " + text
  }
}

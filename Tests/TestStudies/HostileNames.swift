/// Names that try to act on a page, a table or a picture.
public enum HostileNames {
  /// As many ways as we know.
  public static let all = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE actors; --", "=cmd|' /C calc'!A0",
    "]]><!--", "a|b`c`[d](e)", "line\nbreak", "# heading", "🐝 Bienenstock", "\u{202E}desrever", "null\u{0}byte",
    "{{title}}", "&amp;", "-->", String(repeating: "ä", count: 100_000),
  ]
}

internal import Mustache
internal import StudyFindings

/// What pages are made of: the templates, styles and scripts of the folders beside this file, built in.
///
/// A new file is named here, in the order in which it stands in the page.
enum PageParts {
  static let style =
    Palette.css
    + text(
      PackageResources.base_css, PackageResources.tables_css, PackageResources.pictures_css,
      PackageResources.network_css, PackageResources.print_css)

  static let script =
    "\"use strict\";\n"
    + bare(
      PackageResources.tables_js, PackageResources.network_model_js, PackageResources.network_view_js,
      PackageResources.network_paint_js, PackageResources.network_names_js, PackageResources.network_filter_js,
      PackageResources.network_card_js, PackageResources.network_search_js, PackageResources.network_address_js,
      PackageResources.network_js)

  /// The words of the templates, by the names of their places.
  static let templateWords = [
    "toFindings": "To the findings", "contents": "Contents", "dataOfFigure": "Data of this figure",
  ]

  /// The words that the scripts say, as a JSON object from English to a language; none where that is English.
  static func scriptWords(in language: Language) -> String {
    let words = said.map { ($0, language.words(for: $0)) }.filter { $0 != $1 }
    return Dictionary(words) { first, _ in first }.inertJSON
  }

  /// What calls of `say` have in quotes.
  private static var said: [String] { script.matches(of: /say\(\s*"([^"]*)"/).map { String($0.output.1) } }

  /// Compiled once.
  static let templates: MustacheLibrary = {
    var library = MustacheLibrary()
    do {
      for (name, bytes) in [
        ("report", PackageResources.report_mustache), ("runs", PackageResources.runs_mustache),
        ("figure", PackageResources.figure_mustache), ("table", PackageResources.table_mustache),
      ] {
        try library.register(text(bytes), named: name)
      }
    } catch {
      preconditionFailure("the built-in templates are well-formed: \(error)")
    }
    return library
  }()

  /// Scripts without indentation and comments, which only those who write them need.
  private static func bare(_ files: [UInt8]...) -> String {
    files.map { file in
      text(file).split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
        .map { $0 + "\n" }.joined()
    }.joined()
  }

  private static func text(_ files: [UInt8]...) -> String {
    files.map { String(decoding: $0, as: UTF8.self) }.joined()
  }
}

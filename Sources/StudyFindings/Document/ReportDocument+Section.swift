extension ReportDocument {
  /// A part of the report under one heading.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var heading: String
    /// What links to the section end in: lower-case words joined by hyphens.
    public var id: String
    /// What the section holds, in order.
    public var blocks: [Block]

    /// Makes a section; without an id, the words of the heading become one.
    public init(_ heading: String, id: String? = nil, _ blocks: [Block] = []) {
      self.heading = heading
      self.id = Self.anchor(id ?? heading)
      self.blocks = blocks
    }

    private static func anchor(_ text: String) -> String {
      let words = text.lowercased().unicodeScalars.split { !($0.isASCII && $0.properties.isAlphabetic || $0.isDigit) }
      return words.isEmpty ? "section" : words.map(String.init).joined(separator: "-")
    }
  }

  /// One piece of a section.
  public enum Block: Hashable, Sendable {
    /// A paragraph.
    case paragraph(Paragraph)
    /// Points, one paragraph each.
    case list([Paragraph])
    /// A small table with its caption.
    case table(FindingsTable, caption: Paragraph)
    /// A picture.
    case picture(Picture)
    /// What the data cannot tell.
    case note(Paragraph)
  }

  /// A picture with what it says in words.
  public struct Picture: Hashable, Sendable {
    /// What is drawn.
    public enum Drawing: Hashable, Sendable {
      /// A network.
      case network(NetworkPicture)
      /// Bars.
      case bars(BarPicture)
    }

    /// What is drawn.
    public var drawing: Drawing
    /// What a reader who cannot see it should know.
    public var alternative: String
    /// What stands below it.
    public var caption: Paragraph

    /// Makes a picture.
    public init(_ drawing: Drawing, alternative: String, caption: Paragraph) {
      self.drawing = drawing
      self.alternative = alternative
      self.caption = caption
    }
  }

  /// The sections' ids, made different where two are the same.
  package var anchors: [String] {
    var taken: Set<String> = ["top", "contents", "findings"]
    return sections.map { section in
      var anchor = section.id
      var number = 2
      while !taken.insert(anchor).inserted {
        anchor = "\(section.id)-\(number)"
        number += 1
      }
      return anchor
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

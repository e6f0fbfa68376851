/// A report before it has a form: what is shown, in order, for any renderer.
///
/// Nothing in it is markup. Every text is escaped where it is rendered, whether it comes from us or from the data.
public struct ReportDocument: Hashable, Sendable {
  /// What the report is called.
  public var title: Paragraph
  /// The language it is written in.
  public var language = Language.english
  /// What it answers, in a few words above the title; `nil` where the title says so.
  public var topic: Paragraph?
  /// What it is about in three sentences, each with how well it is supported.
  public var answers: [SupportedStatement]
  /// What stands beside them.
  public var opening: Picture?
  /// The findings in a few sentences: what a hurried reader reads.
  public var lead: [Paragraph]
  /// The numbers that stand at the top.
  public var keyFigures: [KeyFigure]
  /// The report's sections, in order.
  public var sections: [Section]
  /// How the report was made: program, rule, seed.
  public var imprint: Paragraph

  /// Makes a report.
  public init(
    title: Paragraph, topic: Paragraph? = nil, answers: [SupportedStatement] = [], opening: Picture? = nil,
    lead: [Paragraph] = [], keyFigures: [KeyFigure] = [], sections: [Section] = [], imprint: Paragraph = ""
  ) {
    (self.title, self.topic, self.answers, self.opening) = (title, topic, answers, opening)
    (self.lead, self.keyFigures) = (lead, keyFigures)
    (self.sections, self.imprint) = (sections, imprint)
  }

  /// One number that matters, with what it counts.
  public struct KeyFigure: Hashable, Sendable {
    /// The number as people read it, such as `1,819` or `34.2%`.
    public var value: Paragraph
    /// What it counts, in a word or two.
    public var label: Paragraph
    /// What to hold it against, if anything.
    public var note: Paragraph?

    /// Makes a key figure.
    public init(_ value: Paragraph, _ label: Paragraph, note: Paragraph? = nil) {
      (self.value, self.label, self.note) = (value, label, note)
    }

    /// Makes a key figure of a count; `nil` is not defined.
    public init(count: Int?, _ label: Paragraph, note: Paragraph? = nil) {
      self.init(count.map { "\(count: $0)" } ?? "\(number: nil)", label, note: note)
    }

    /// Makes a key figure of a share from 0 to 1; `nil` is not defined.
    public init(share: Double?, _ label: Paragraph, note: Paragraph? = nil) {
      self.init("\(share: share)", label, note: note)
    }
  }

  /// A part of the report under one heading.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var heading: Paragraph
    /// What links to the section end in: lower-case words joined by hyphens.
    public var id: String
    /// What the section holds, in order.
    public var blocks: [Block]

    /// Makes a section; without an id, the English words of the heading become one.
    public init(_ heading: Paragraph, id: String? = nil, _ blocks: [Block] = []) {
      let words = (id ?? heading.text).lowercased().unicodeScalars
        .split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }.map(String.init)
      (self.heading, self.blocks) = (heading, blocks)
      self.id = words.isEmpty ? "section" : words.joined(separator: "-")
    }
  }

  /// One piece of a section; a string is a paragraph.
  public enum Block: Hashable, Sendable, ExpressibleByStringInterpolation {
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

    /// A paragraph of our words.
    public init(stringLiteral words: String) { self = .paragraph(Paragraph(stringLiteral: words)) }
    /// A paragraph of our words with values between them.
    public init(stringInterpolation: Paragraph.Interpolation) {
      self = .paragraph(Paragraph(stringInterpolation: stringInterpolation))
    }
  }

  /// A picture with what it says in words.
  public struct Picture: Hashable, Sendable {
    /// What is drawn.
    public enum Drawing: Hashable, Sendable {
      /// A network.
      case network(NetworkPicture)
      /// Ties from group to group, beside what is expected.
      case matrix(MatrixPicture)
      /// Points in a plane with named quadrants.
      case scatter(ScatterPicture)
      /// Numbers beside what chance would give.
      case dots(DotPicture)
      /// Shares with their intervals.
      case bars(BarPicture)
      /// Counts in parts.
      case stacks(StackPicture)
      /// Numbers step after step.
      case curves(CurvePicture)
      /// Ties from country to country.
      case map(MapPicture)

      /// What is drawn as rows of numbers; `nil` for a network, whose rows are files.
      var data: FindingsTable? {
        switch self {
        case .network: nil
        case .matrix(let picture): picture.data
        case .scatter(let picture): picture.data
        case .dots(let picture): picture.data
        case .bars(let picture): picture.data
        case .stacks(let picture): picture.data
        case .curves(let picture): picture.data
        case .map(let picture): picture.data
        }
      }
    }

    /// What is drawn.
    public var drawing: Drawing
    /// What a reader who cannot see it should know.
    public var alternative: Paragraph
    /// What stands below it: what was tested, on whom, and how sure it is.
    public var caption: Paragraph
    /// The tables among the findings' files that hold its numbers and more, by name.
    public var files: [String]

    /// Makes a picture.
    public init(_ drawing: Drawing, alternative: Paragraph, caption: Paragraph, files: [String] = []) {
      (self.drawing, self.alternative, self.caption, self.files) = (drawing, alternative, caption, files)
    }

    /// What is drawn as rows of numbers; `nil` for a network, whose rows are ``files``.
    public var data: FindingsTable? { drawing.data }
  }

  /// The sections' ids, made different where two are the same.
  package var anchors: [String] {
    uniqueNames(sections.map(\.id), besides: ["top", "contents", "findings"]) { "\($0)-\($1)" }
  }

  /// The report as a JSON value, for programs and thus in English: sentences as text, tables with their rows, pictures in
  /// words.
  public var json: JSONValue {
    [
      "title": .text(title.text), "topic": JSONValue(topic?.text),
      "answers": .list(
        answers.map {
          [
            "headline": .text($0.headline.text), "text": .text($0.statement.words.text),
            "support": .text($0.grade.rawValue),
            "grounds": .list($0.grounds.map { .text($0.words.text) }),
          ]
        }), "opening": opening?.json ?? .null, "lead": .list(lead.map { .text($0.text) }),
      "keyFigures": .list(
        keyFigures.map {
          ["label": .text($0.label.text), "value": .text($0.value.text), "note": JSONValue($0.note?.text)]
        }),
      "sections": .list(
        zip(anchors, sections).map { id, section in
          ["id": .text(id), "heading": .text(section.heading.text), "blocks": .list(section.blocks.map(\.json))]
        }),
      "imprint": .text(imprint.text),
    ]
  }
}

extension ReportDocument.Picture {
  fileprivate var json: JSONValue {
    [
      "picture": .text(alternative.text), "caption": .text(caption.text), "data": data?.json ?? .null,
    ]
  }
}

extension ReportDocument.Block {
  fileprivate var json: JSONValue {
    switch self {
    case .paragraph(let paragraph): ["paragraph": .text(paragraph.text)]
    case .list(let points): ["list": .list(points.map { .text($0.text) })]
    case .table(let table, let caption): ["table": table.json, "caption": .text(caption.text)]
    case .picture(let picture): picture.json
    case .note(let paragraph): ["note": .text(paragraph.text)]
    }
  }
}

/// A report before it has a form: what is shown, in order, for any renderer.
///
/// Nothing in it is markup. Every text is escaped where it is rendered, whether it comes from us or from the data.
public struct ReportDocument: Hashable, Sendable {
  /// What the report is called.
  public var title: String
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
    title: String, lead: [Paragraph] = [], keyFigures: [KeyFigure] = [], sections: [Section] = [],
    imprint: Paragraph = ""
  ) {
    self.title = title
    self.lead = lead
    self.keyFigures = keyFigures
    self.sections = sections
    self.imprint = imprint
  }

  /// One number that matters, with what it counts.
  public struct KeyFigure: Hashable, Sendable {
    /// The number as people read it, such as `1,819` or `34.2%`.
    public var value: String
    /// What it counts, in a word or two.
    public var label: String
    /// What to hold it against, if anything.
    public var note: String?

    /// Makes a key figure.
    public init(_ value: String, _ label: String, note: String? = nil) {
      self.value = value
      self.label = label
      self.note = note
    }

    /// Makes a key figure of a count; `nil` is not defined.
    public init(count: Int?, _ label: String, note: String? = nil) {
      self.init(count.map(NumberText.count) ?? NumberText.notDefined, label, note: note)
    }

    /// Makes a key figure of a share from 0 to 1; `nil` is not defined.
    public init(share: Double?, _ label: String, note: String? = nil) {
      self.init(NumberText.share(share), label, note: note)
    }
  }
}

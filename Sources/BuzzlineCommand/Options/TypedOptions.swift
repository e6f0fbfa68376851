public import ArgumentParser
public import Buzzline

// What the library calls by a word, the command takes by the same word.
extension ReconciliationRule: ExpressibleByArgument {}
extension WeightMeaning: ExpressibleByArgument {}
extension Delimiter: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension DecimalSign: ExpressibleByArgument {}
extension MatrixRows: ExpressibleByArgument {}
extension Engine: ExpressibleByArgument {}
extension PipelineRange: ExpressibleByArgument {}
extension KeyPlayerOptions.Ways: ExpressibleByArgument {}
extension ActorKind: ExpressibleByArgument {}
extension SurveyTool: ExpressibleByArgument {}
extension JobSystem: ExpressibleByArgument {}

extension MembershipTies: ExpressibleByArgument {
  /// What the help says of each rule.
  public static var allValueDescriptions: [String: String] {
    Dictionary(allCases.map { ($0.rawValue, $0.explanation) }) { first, _ in first }
  }
}

extension KeyPlayerMeasure: ExpressibleByArgument {
  /// A measure by its name.
  public init?(argument: String) { self.init(named: argument) }

  /// As it is written on the command line.
  public var defaultValueDescription: String { name }

  /// What the help lists; the number of steps is free.
  public static var allValueStrings: [String] {
    ["reach-within-2", "weighted-reach", "fragmentation", "weighted-fragmentation"]
  }
}

extension ActorColumn: ExpressibleByArgument {
  /// A column by its heading.
  public init?(argument: String) { self.init(named: argument) }

  /// As it is written on the command line.
  public var defaultValueDescription: String { name }
}

/// Measures by their names, separated by commas; the option may be given several times as well.
struct NamedMeasures: Sendable {
  let values: [Measure]

  init(words: String) throws {
    values = try words.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }.map { name in
      guard let measure = Measure(rawValue: name) else {
        throw ValidationError(
          "There is no measure '\(name)'."
            + suggestion(for: name, in: Measure.allCases.map(\.rawValue)) + " --list shows all.")
      }
      return measure
    }
  }
}

/// A size of memory, such as 800M or 2G.
struct MemorySize: Sendable {
  let bytes: Int

  init(words: String) throws {
    let units: [Character: Int] = ["K": 1_000, "M": 1_000_000, "G": 1_000_000_000]
    let unit = words.last.flatMap { units[Character($0.uppercased())] }
    let product = Int(unit == nil ? Substring(words) : words.dropLast())?.multipliedReportingOverflow(by: unit ?? 1)
    guard let product, product.partialValue > 0, !product.overflow else {
      throw ValidationError("'\(words)' is no size of memory; --memory takes one such as 800M or 2G.")
    }
    bytes = product.partialValue
  }
}

extension KnowledgeNetwork {
  /// The actors that an option names, one a time or several between commas; an identifier may hold commas where it
  /// stands alone.
  func positions(listed words: [String], as option: String) throws -> [Int] {
    let names = words.flatMap { word in
      position(of: word) != nil
        ? [word] : word.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
    }
    guard !names.contains("") else {
      throw BuzzlineError(.invalidSeeds, "\(option) '\(words.joined(separator: ","))' names an actor without a name.")
    }
    return try seeds(named: names)
  }
}

extension String {
  /// The two sides of the last `=`, such as a kind and its number; `nil` where there is none.
  var assignment: (name: String, value: String)? {
    guard let sign = lastIndex(of: "=") else { return nil }
    return (self[..<sign].trimmed, self[index(after: sign)...].trimmed)
  }
}

extension Substring {
  /// Without blanks at its ends, as words of a list on the command line are meant.
  var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

/// Turns what the library refuses into a usage error.
func asUsage<Value>(_ attempt: () throws -> Value) throws -> Value {
  do { return try attempt() } catch let error as BuzzlineError { throw ValidationError(error.message) }
}

extension Language: ExpressibleByArgument {
  /// A language by its code.
  public init?(argument: String) { self.init(code: argument) }

  /// As it is written on the command line.
  public var defaultValueDescription: String { code }

  /// What the help lists.
  public static var allValueStrings: [String] { all.map(\.code) }
}

/// The language of what people read.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp("The language of the report and of cards of actors.", valueName: "code"))
  var language = Language.english
}

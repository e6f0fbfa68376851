#if Statistics
  internal import CReadStat
  internal import Foundation
  internal import KnowledgeNetworks

  extension StatisticsFile {
    /// The names of the variables, their labels in a second row if any has one, and the cases.
    ///
    /// Numbers are written in their shortest form, days and times as ISO 8601 has them. The system's missing value, and a
    /// text of blanks, is an unstated cell; Stata's missing values `.a` to `.z` are texts. Lines are counted in cases.
    ///
    /// - Throws: `BuzzlineError` if the file is cut off, damaged, of a newer version or in an unknown encoding.
    /// - Complexity: O(size) time and space.
    static func sheet(
      of bytes: UnsafeRawBufferPointer, program: Program, file: String, encoding: TextEncoding?
    ) throws(BuzzlineError) -> Sheet {
      try StatisticsReader(bytes, program: program, file: file).sheet(encoding: encoding)
    }
  }

  /// Takes what libreadstat reports of a file, call by call.
  private final class StatisticsReader {
    private let bytes: UnsafeRawBufferPointer
    private let program: StatisticsFile.Program
    private let file: String
    /// Where libreadstat reads.
    private var position = 0
    private var builder: SheetBuilder
    private var variables: [StatisticsVariable] = []
    private var labels: [String: [StoredValue: String]] = [:]
    /// The case that is being read, from 1.
    private var row = 0
    private var failure: BuzzlineError?

    /// As many cells as fit into some gigabytes.
    private static let mostCells = 1 << 27

    init(_ bytes: UnsafeRawBufferPointer, program: StatisticsFile.Program, file: String) {
      (self.bytes, self.program, self.file) = (bytes, program, file)
      builder = SheetBuilder(file: file)
    }

    func sheet(encoding: TextEncoding?) throws(BuzzlineError) -> Sheet {
      guard isKnownVersion else { throw error(READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION) }
      guard let parser = readstat_parser_init() else {
        throw BuzzlineError(.outOfMemory, at: Place(file: file), "There is not enough memory to open the file.")
      }
      defer { readstat_parser_free(parser) }
      setInput(of: parser)
      setHandlers(of: parser)
      switch encoding {
      case .windows1252: readstat_set_file_character_encoding(parser, "WINDOWS-1252")
      case .utf8: readstat_set_file_character_encoding(parser, "UTF-8")
      case .utf16, nil: break
      }
      let context = Unmanaged.passUnretained(self).toOpaque()
      let parse = program == .spss ? readstat_parse_sav : readstat_parse_dta
      let code = parse(parser, file, context)
      if let failure { throw failure }
      guard code == READSTAT_OK else { throw error(code) }
      return try finished()
    }

    /// Whether the header is of a known version; libreadstat calls others damaged, or reads them as what they are not.
    private var isKnownVersion: Bool {
      let release = "<stata_dta><header><release>"
      if program == .stata {
        return !bytes.starts(with: release.utf8)
          || ["117", "118", "119"].contains { bytes.dropFirst(release.utf8.count).starts(with: $0.utf8) }
      }
      // The layout, 2 or 3, and the compression, 0 to 2, are numbers of four bytes in either order.
      guard bytes.count >= 76 else { return true }
      let numbers = [64, 72].map { start in bytes[start..<start + 4].filter { $0 > 0 } }
      return [0x32, 0x33].contains(bytes[3]) && [[2], [3]].contains(numbers[0]) && [[], [1], [2]].contains(numbers[1])
    }

    private func finished() throws(BuzzlineError) -> Sheet {
      guard !variables.isEmpty else {
        throw BuzzlineError(.empty, at: Place(file: file), "The file has no variables.")
      }
      if row > 0 { builder.endRow(line: row, keepsEmpty: true) } else { try beginCases() }
      var codebooks: [Int: Sheet.Codebook] = [:]
      for (column, variable) in variables.enumerated() {
        codebooks[column] = variable.codebook(variable.labelSet.flatMap { labels[$0] } ?? [:])
      }
      return builder.sheet(name: nil, codebooks: codebooks)
    }

    /// Puts the rows above the cases.
    private func beginCases() throws(BuzzlineError) {
      let hasLabels = variables.contains { !$0.label.isEmpty }
      for heading in hasLabels ? [\StatisticsVariable.name, \.label] : [\.name] {
        for variable in variables {
          guard !variable[keyPath: heading].isEmpty else {
            builder.skip()
            continue
          }
          builder.bytes += variable[keyPath: heading].utf8
          try builder.endCell()
        }
        builder.endRow(line: 0)
      }
    }

    /// Makes libreadstat read from memory.
    private func setInput(of parser: UnsafeMutablePointer<readstat_parser_t>) {
      readstat_set_io_ctx(parser, Unmanaged.passUnretained(self).toOpaque())
      readstat_set_open_handler(parser) { _, _ in 0 }
      readstat_set_close_handler(parser) { _ in 0 }
      readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
      readstat_set_seek_handler(parser) { offset, whence, context in
        StatisticsReader.of(context).seek(Int(offset), from: whence)
      }
      readstat_set_read_handler(parser) { buffer, count, context in
        StatisticsReader.of(context).read(count, into: buffer)
      }
    }

    private func setHandlers(of parser: UnsafeMutablePointer<readstat_parser_t>) {
      readstat_set_metadata_handler(parser) { metadata, context in
        StatisticsReader.of(context).takeMetadata(metadata)
        return 0
      }
      readstat_set_variable_handler(parser) { _, variable, labelSet, context in
        guard let variable else { return 1 }
        let reader = StatisticsReader.of(context)
        reader.variables.append(
          StatisticsVariable(variable, labelSet: labelSet.map { String(cString: $0) }, program: reader.program))
        return 0
      }
      readstat_set_value_label_handler(parser) { labelSet, value, label, context in
        guard let labelSet, let label else { return 0 }
        StatisticsReader.of(context).labels[String(cString: labelSet), default: [:]][StoredValue(value)] =
          String(cString: label)
        return 0
      }
      readstat_set_value_handler(parser) { row, variable, value, context in
        guard let variable else { return 1 }
        let reader = StatisticsReader.of(context)
        do throws(BuzzlineError) {
          try reader.take(value, row: Int(row) + 1, column: Int(variable.pointee.index))
          return 0
        } catch {
          reader.failure = error
          return 1
        }
      }
    }

    /// The reader behind a context, which lives as long as it is called.
    private static func of(_ context: UnsafeMutableRawPointer?) -> StatisticsReader {
      guard let context else { preconditionFailure("libreadstat hands on the context it was given") }
      return Unmanaged<StatisticsReader>.fromOpaque(context).takeUnretainedValue()
    }

    private func takeMetadata(_ metadata: UnsafeMutablePointer<readstat_metadata_t>?) {
      let rows = max(0, Int(readstat_get_row_count(metadata)))
      let columns = max(0, Int(readstat_get_var_count(metadata)))
      // Declared, and so no more than the file's size can account for.
      let cells = min((rows + 2) * columns, bytes.count, Self.mostCells)
      builder.reserve(cells: cells, bytes: 5 * cells)
    }

    private func take(_ value: readstat_value_t, row: Int, column: Int) throws(BuzzlineError) {
      if row != self.row {
        if self.row == 0 { try beginCases() } else { builder.endRow(line: self.row, keepsEmpty: true) }
        self.row = row
      }
      guard column == builder.column, column < variables.count, builder.cellCount < Self.mostCells else {
        throw builder.cellCount < Self.mostCells
          ? BuzzlineError(.malformed, at: Place(file: file, line: row), "The values of this case are out of order.")
          : BuzzlineError(.tooLarge, at: Place(file: file, line: row), "The file has more values than can be held.")
      }
      switch value.type {
      case READSTAT_TYPE_STRING, READSTAT_TYPE_STRING_REF:
        guard let text = value.v.string_value, text.pointee != 0 else { return builder.skip() }
        // A C string: as many bytes as `strlen` counts are there.
        builder.bytes.append(contentsOf: UnsafeRawBufferPointer(start: text, count: strlen(text)))
      case READSTAT_TYPE_DOUBLE where value.is_tagged_missing == 0 && value.is_system_missing == 0:
        guard try append(value.v.double_value, column) else { return builder.skip() }
      default:
        if value.is_tagged_missing != 0 {
          let tag = UInt8(bitPattern: value.tag)
          variables[column].note(tag: tag)
          builder.bytes += [UInt8(ascii: "."), tag]
        } else {
          guard value.is_system_missing == 0, try append(readstat_double_value(value), column) else {
            return builder.skip()
          }
        }
      }
      try builder.endCell()
    }

    /// - Returns: Whether there is a number.
    private func append(_ number: Double, _ column: Int) throws(BuzzlineError) -> Bool {
      guard number.isFinite else { return false }
      if variables[column].isPlain {
        builder.bytes.append(number: number)
      } else {
        variables[column].note(number)
        variables[column].append(number, to: &builder.bytes)
      }
      return true
    }

    private func seek(_ offset: Int, from whence: readstat_io_flags_t) -> readstat_off_t {
      let start =
        switch whence {
        case READSTAT_SEEK_CUR: position
        case READSTAT_SEEK_END: bytes.count
        default: 0
        }
      let (target, isTooFar) = start.addingReportingOverflow(offset)
      guard !isTooFar, 0...bytes.count ~= target else { return -1 }
      position = target
      return readstat_off_t(target)
    }

    private func read(_ count: Int, into buffer: UnsafeMutableRawPointer?) -> Int {
      // Within the file: at most what is left of it.
      let count = min(count, bytes.count - position)
      guard count > 0, let buffer, let base = bytes.baseAddress else { return 0 }
      buffer.copyMemory(from: base + position, byteCount: count)
      position += count
      return count
    }

    private func error(_ code: readstat_error_t) -> BuzzlineError {
      let place = row > 0 ? Place(file: file, line: row) : Place(file: file)
      let name = program.name
      switch code {
      case READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION:
        return BuzzlineError(
          .unknownFormat, at: place, "The file is of a version of \(name) that is not read; save it as an older one.")
      case READSTAT_ERROR_UNSUPPORTED_CHARSET:
        return BuzzlineError(.encoding, at: place, "The \(name) file declares an encoding that is not known.")
      case READSTAT_ERROR_UNSUPPORTED_COMPRESSION:
        return BuzzlineError(.unknownFormat, at: place, "The \(name) file is compressed in a way that is not read.")
      case READSTAT_ERROR_CONVERT, READSTAT_ERROR_CONVERT_BAD_STRING, READSTAT_ERROR_CONVERT_SHORT_STRING,
        READSTAT_ERROR_CONVERT_LONG_STRING:
        return BuzzlineError(
          .encoding, at: place, "A text of the \(name) file is not in the encoding that it declares.")
      default:
        let reason = String(cString: readstat_error_message(code)).lowercased()
        return BuzzlineError(.malformed, at: place, "The \(name) file is cut off or damaged (\(reason)).")
      }
    }
  }
#endif

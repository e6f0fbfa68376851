#if Statistics
  internal import CReadStat
  package import KnowledgeNetworks

  extension StatisticsFile {
    /// The bytes of a file of SPSS.
    ///
    /// - Parameter file: The name of the file, for messages.
    /// - Throws: `BuzzlineError` if SPSS cannot hold a name or a value, or the variables have different numbers of cases.
    package func spssBytes(file: String, compression: Compression = .rows) throws(BuzzlineError) -> [UInt8] {
      var bytes = try bytes(for: .spss, file, compression)
      // The day and the time of writing, in the zone of the machine, are part of the header; the same ones always.
      bytes.replaceSubrange(92..<109, with: "01 Jan 0000:00:00".utf8)
      return bytes
    }

    /// The bytes of a file of Stata, of version 14 or later.
    ///
    /// Stata has missing values of its own: the codes that are ``Variable/missing`` become `.a`, `.b` and `.c`, and keep
    /// their labels. Labels of variables are cut off behind 80 characters, which is what Stata holds.
    ///
    /// - Parameter file: The name of the file, for messages.
    /// - Throws: `BuzzlineError` if Stata cannot hold a name or a value, such as a text of more than 2,045 bytes, or the
    ///   variables have different numbers of cases.
    package func stataBytes(file: String) throws(BuzzlineError) -> [UInt8] {
      var bytes = try bytes(for: .stata, file, .none)
      // As above; the header ends long before the first 1,000 bytes.
      let start = "<timestamp>"
      if let place = bytes.prefix(1_000).firstRange(of: Array(start.utf8)), bytes.count > place.upperBound + 18 {
        // Behind one byte with the length.
        bytes.replaceSubrange(place.upperBound + 1..<place.upperBound + 18, with: "01 Jan 1960 00:00".utf8)
      }
      return bytes
    }

    private func bytes(
      for program: Program, _ file: String, _ compression: Compression
    ) throws(BuzzlineError) -> [UInt8] {
      let count = variables.first?.values.count ?? 0
      guard !variables.isEmpty, variables.allSatisfy({ $0.values.count == count }), count <= Int32.max else {
        throw BuzzlineError(
          .unwritable, at: Place(file: file), "All variables of a file have the same number of cases.")
      }
      let output = WrittenBytes()
      let code = withExtendedLifetime(output) {
        StatisticsWriter(program)?.write(variables, count: count, to: output, compression) ?? READSTAT_ERROR_MALLOC
      }
      guard code == READSTAT_OK else {
        let reason = String(cString: readstat_error_message(code)).lowercased()
        throw BuzzlineError(
          .unwritable, at: Place(file: file), "\(program.name) cannot hold this table: \(reason).")
      }
      return output.bytes
    }
  }

  extension StatisticsFile.Program {
    /// What it is called.
    var name: String { self == .spss ? "SPSS" : "Stata" }
  }

  /// Hands variables to libreadstat, one case after the other.
  private struct StatisticsWriter {
    private let program: StatisticsFile.Program
    private let writer: UnsafeMutablePointer<readstat_writer_t>

    init?(_ program: StatisticsFile.Program) {
      guard let writer = readstat_writer_init() else { return nil }
      (self.program, self.writer) = (program, writer)
    }

    /// Writes all, once.
    func write(
      _ variables: [StatisticsFile.Variable], count: Int, to output: WrittenBytes,
      _ compression: StatisticsFile.Compression
    ) -> readstat_error_t {
      defer { readstat_writer_free(writer) }
      readstat_set_data_writer(writer) { data, count, context in
        guard let data, let context else { return -1 }
        Unmanaged<WrittenBytes>.fromOpaque(context).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
      }
      let columns = variables.enumerated().map { declare($1, number: $0) }
      var code = begin(count, Unmanaged.passUnretained(output).toOpaque(), compression)
      for row in 0..<count where code == READSTAT_OK {
        code = readstat_begin_row(writer)
        for (variable, column) in zip(variables, columns) where code == READSTAT_OK {
          code = insert(variable, row, column)
        }
        if code == READSTAT_OK { code = readstat_end_row(writer) }
      }
      return code == READSTAT_OK ? readstat_end_writing(writer) : code
    }

    private func begin(
      _ count: Int, _ output: UnsafeMutableRawPointer, _ compression: StatisticsFile.Compression
    ) -> readstat_error_t {
      guard program == .spss else {
        // The version whose texts are UTF-8.
        readstat_writer_set_file_format_version(writer, 118)
        return readstat_begin_writing_dta(writer, output, count)
      }
      let stored =
        switch compression {
        case .none: READSTAT_COMPRESS_NONE
        case .rows: READSTAT_COMPRESS_ROWS
        case .zlib: READSTAT_COMPRESS_BINARY
        }
      readstat_writer_set_compression(writer, stored)
      return readstat_begin_writing_sav(writer, output, count)
    }

    private func declare(
      _ variable: StatisticsFile.Variable, number: Int
    ) -> UnsafeMutablePointer<readstat_variable_t>? {
      let column: UnsafeMutablePointer<readstat_variable_t>?
      switch variable.values {
      case .numbers:
        column = readstat_add_variable(writer, variable.name, READSTAT_TYPE_DOUBLE, 8)
        if program == .spss {
          for code in variable.missing { readstat_variable_add_missing_double_value(column, code) }
        }
        if !variable.valueLabels.isEmpty {
          let labels = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "labels\(number)")
          for (code, label) in variable.valueLabels.sorted(by: { $0.key < $1.key }) {
            if let tag = tag(of: code, in: variable) {
              readstat_label_tagged_value(labels, tag, label)
            } else {
              readstat_label_double_value(labels, code, label)
            }
          }
          readstat_variable_set_label_set(column, labels)
        }
      case .texts(let texts):
        column = readstat_add_variable(
          writer, variable.name, READSTAT_TYPE_STRING, max(1, texts.map(\.utf8.count).max() ?? 1))
      }
      if let label = variable.label {
        readstat_variable_set_label(column, program == .stata ? label.cut(to: 80) : label)
      }
      return column
    }

    /// The letter of the missing value that Stata has in place of a code.
    private func tag(of code: Double, in variable: StatisticsFile.Variable) -> CChar? {
      guard program == .stata, let place = variable.missing.firstIndex(of: code), place < 26 else { return nil }
      return CChar(UInt8(ascii: "a")) + CChar(place)
    }

    private func insert(
      _ variable: StatisticsFile.Variable, _ row: Int, _ column: UnsafeMutablePointer<readstat_variable_t>?
    ) -> readstat_error_t {
      switch variable.values {
      case .texts(let texts): return readstat_insert_string_value(writer, column, texts[row])
      case .numbers(let numbers):
        guard let number = numbers[row], number.isFinite else { return readstat_insert_missing_value(writer, column) }
        if let tag = tag(of: number, in: variable) { return readstat_insert_tagged_missing_value(writer, column, tag) }
        return readstat_insert_double_value(writer, column, number)
      }
    }
  }

  extension String {
    /// The first characters, as Stata counts them.
    fileprivate func cut(to count: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.prefix(count))) }
  }

  private final class WrittenBytes {
    var bytes: [UInt8] = []
  }
#endif

#if Statistics
  internal import CReadStat
  package import KnowledgeNetworks

  extension StatisticsFile {
    /// The bytes of a file of SPSS.
    ///
    /// - Parameter file: The name of the file, for messages.
    /// - Throws: `BuzzlineError` if SPSS cannot hold a name or a value, or the variables have different numbers of cases.
    package func spssBytes(file: String, compression: Compression = .rows) throws(BuzzlineError) -> [UInt8] {
      let count = variables.first?.values.count ?? 0
      guard !variables.isEmpty, variables.allSatisfy({ $0.values.count == count }), count <= Int32.max else {
        throw BuzzlineError(
          .unwritable, at: Place(file: file), "All variables of a file have the same number of cases.")
      }
      let output = WrittenBytes()
      let code = withExtendedLifetime(output) { write(count, to: output, compression) }
      guard code == READSTAT_OK else {
        let reason = String(cString: readstat_error_message(code)).lowercased()
        throw BuzzlineError(.unwritable, at: Place(file: file), "SPSS cannot hold this table: \(reason).")
      }
      // The day and the time of writing, in the zone of the machine, are part of the header; the same ones always.
      output.bytes.replaceSubrange(92..<109, with: "01 Jan 0000:00:00".utf8)
      return output.bytes
    }

    private func write(_ count: Int, to output: WrittenBytes, _ compression: Compression) -> readstat_error_t {
      guard let writer = readstat_writer_init() else { return READSTAT_ERROR_MALLOC }
      defer { readstat_writer_free(writer) }
      readstat_set_data_writer(writer) { data, count, context in
        guard let data, let context else { return -1 }
        Unmanaged<WrittenBytes>.fromOpaque(context).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
      }
      let stored =
        switch compression {
        case .none: READSTAT_COMPRESS_NONE
        case .rows: READSTAT_COMPRESS_ROWS
        case .zlib: READSTAT_COMPRESS_BINARY
        }
      readstat_writer_set_compression(writer, stored)
      let columns = variables.enumerated().map { declare($1, number: $0, in: writer) }
      var code = readstat_begin_writing_sav(writer, Unmanaged.passUnretained(output).toOpaque(), count)
      for row in 0..<count where code == READSTAT_OK {
        code = readstat_begin_row(writer)
        for (variable, column) in zip(variables, columns) where code == READSTAT_OK {
          code = insert(variable.values, row, column, writer)
        }
        if code == READSTAT_OK { code = readstat_end_row(writer) }
      }
      return code == READSTAT_OK ? readstat_end_writing(writer) : code
    }

    private func declare(
      _ variable: Variable, number: Int, in writer: UnsafeMutablePointer<readstat_writer_t>
    ) -> UnsafeMutablePointer<readstat_variable_t>? {
      let column: UnsafeMutablePointer<readstat_variable_t>?
      switch variable.values {
      case .numbers:
        column = readstat_add_variable(writer, variable.name, READSTAT_TYPE_DOUBLE, 8)
        for code in variable.missing { readstat_variable_add_missing_double_value(column, code) }
        if !variable.valueLabels.isEmpty {
          let labels = readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, "labels\(number)")
          for (code, label) in variable.valueLabels.sorted(by: { $0.key < $1.key }) {
            readstat_label_double_value(labels, code, label)
          }
          readstat_variable_set_label_set(column, labels)
        }
      case .texts(let texts):
        column = readstat_add_variable(
          writer, variable.name, READSTAT_TYPE_STRING, max(1, texts.map(\.utf8.count).max() ?? 1))
      }
      if let label = variable.label { readstat_variable_set_label(column, label) }
      return column
    }

    private func insert(
      _ values: Values, _ row: Int, _ column: UnsafeMutablePointer<readstat_variable_t>?,
      _ writer: UnsafeMutablePointer<readstat_writer_t>
    ) -> readstat_error_t {
      switch values {
      case .texts(let texts): return readstat_insert_string_value(writer, column, texts[row])
      case .numbers(let numbers):
        guard let number = numbers[row], number.isFinite else { return readstat_insert_missing_value(writer, column) }
        return readstat_insert_double_value(writer, column, number)
      }
    }
  }

  private final class WrittenBytes {
    var bytes: [UInt8] = []
  }
#endif

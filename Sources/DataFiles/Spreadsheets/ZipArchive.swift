#if Spreadsheets
  internal import CZip
  internal import KnowledgeNetworks

  /// The parts of a zip archive, unpacked within bounds.
  ///
  /// Whoever makes one keeps the bytes of the archive in memory as long.
  final class ZipArchive {
    private let archive: OpaquePointer
    private let file: String
    private let size: Int

    /// What a part may unpack to: so much in any case, at most so many times its packed size, and never more than this.
    static let (free, ratio, largest) = (1 << 25, 200, 1 << 30)

    /// - Throws: `BuzzlineError` if the archive is cut off or damaged.
    init(_ bytes: UnsafeRawBufferPointer, file: String) throws(BuzzlineError) {
      (self.file, size) = (file, bytes.count)
      var error = zip_error_t()
      zip_error_init(&error)
      defer { zip_error_fini(&error) }
      guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
        throw BuzzlineError(.outOfMemory, at: Place(file: file), "There is not enough memory to open the file.")
      }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        throw BuzzlineError(
          .malformed, at: Place(file: file),
          "The file is cut off or damaged: its list of parts, at its end, is missing.")
      }
      self.archive = archive
    }

    deinit { zip_discard(archive) }

    func contains(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

    /// The bytes of a part, in whatever letter case its name is written; `nil` if there is none of this name.
    ///
    /// - Throws: `BuzzlineError` if the part is damaged, protected, or unpacks to more than is sensible.
    func part(_ name: String) throws(BuzzlineError) -> [UInt8]? {
      var index = zip_name_locate(archive, name, 0)
      if index < 0 { index = zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE)) }
      guard index >= 0 else { return nil }
      var status = zip_stat_t()
      guard zip_stat_index(archive, UInt64(index), 0, &status) == 0 else { throw damaged(name) }
      guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw Self.encrypted(file) }
      let packed = Int(clamping: min(status.comp_size, UInt64(size)))
      guard status.size <= UInt64(min(Self.largest, max(Self.free, packed * Self.ratio))) else {
        throw BuzzlineError(
          .tooLarge, at: Place(file: file),
          "The part '\(name)' of the file unpacks to \(status.size) bytes, more than is read of so small a file.")
      }
      guard let entry = zip_fopen_index(archive, UInt64(index), 0) else { throw damaged(name) }
      defer { zip_fclose(entry) }
      return try bytes(of: entry, count: Int(status.size), name: name)
    }

    /// Exactly as many bytes as are declared; reading on past them checks the part's checksum.
    private func bytes(of entry: OpaquePointer, count: Int, name: String) throws(BuzzlineError) -> [UInt8] {
      let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
        while filled <= count, let base = buffer.baseAddress {
          // Within the buffer: at most what is left of it is read.
          let read = zip_fread(entry, base + filled, UInt64(count + 1 - filled))
          if read <= 0 {
            if read < 0 { filled = 0 }
            break
          }
          filled += Int(read)
        }
      }
      guard bytes.count == count, count > 0 else { throw damaged(name) }
      return bytes
    }

    private func damaged(_ name: String) -> BuzzlineError {
      BuzzlineError(.malformed, at: Place(file: file), "The part '\(name)' of the file is damaged.")
    }

    static func encrypted(_ file: String) -> BuzzlineError {
      BuzzlineError(
        .encrypted, at: Place(file: file), "The file is protected by a password; save it without one to have it read.")
    }
  }
#endif

/// A kind of file that holds articles, maybe, but is not read: told by its first bytes, so that it is never taken for a page
/// or a text.
enum ForeignFile: CaseIterable {
    case zip, tar, sevenZip, bzip2, xz, pdf

    /// How many bytes tell it: a tar header has its mark at byte 257 (POSIX, "ustar Interchange Format").
    static let headLength = 262

    init?(head: ArraySlice<UInt8>) {
        guard let kind = ForeignFile.allCases.first(where: { head.dropFirst($0.mark.offset).starts(with: $0.mark.bytes) }) else { return nil }
        self = kind
    }

    private var mark: (offset: Int, bytes: [UInt8]) {
        switch self {
        case .zip: (0, [0x50, 0x4B, 0x03, 0x04])
        case .tar: (257, Array("ustar".utf8))
        case .sevenZip: (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
        // "BZh", a digit, and the first block's mark.
        case .bzip2: (4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
        case .xz: (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
        case .pdf: (0, Array("%PDF-".utf8))
        }
    }

    /// What it is, and what to do.
    var words: (kind: String, advice: String) {
        switch self {
        case .zip: ("a ZIP archive", "unpack it, and read what is in it (of a WACZ file, archive/*.warc.gz)")
        case .tar: ("a tar archive", "unpack it, and read the folder")
        case .sevenZip: ("a 7-Zip archive", "unpack it, and read the folder")
        case .bzip2: ("packed with bzip2", "unpack it, or pack it with gzip or zstd")
        case .xz: ("packed with xz", "unpack it, or pack it with gzip or zstd")
        case .pdf: ("a PDF", "turn it into text, with pdftotext for one")
        }
    }
}

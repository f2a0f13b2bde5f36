internal import Glibc
import StageKit

/// Bytes that come piece by piece: of a file, of standard input, of something compressed. Used by one thread at a time.
protocol ByteStream: AnyObject {
    /// Appends more bytes to `buffer`; false at the end.
    ///
    /// - Throws: ``StageFailure`` when the bytes cannot be read or are damaged.
    func read(into buffer: inout [UInt8]) throws -> Bool
    /// How many bytes of the stored file were read so far, from where reading began.
    var storedPosition: Int { get }
}

extension FileStream {
    /// Opens what a split names.
    ///
    /// - Parameter compression: what the name says; a file whose name says nothing is unpacked where its first bytes are
    ///   those of a packed file.
    /// - Throws: ``StageFailure`` when it cannot be opened.
    static func open(path: String, split: Split, compression: Compression) throws -> any ByteStream {
        let file = try split.uri == "-" ? FileStream(descriptor: STDIN_FILENO) : FileStream(path: path, split: split)
        switch compression == .none && split.offset == 0 ? try file.detectCompression() : compression {
        case .none: return file
        case .gzip: return try GzipStream(file)
        case .zstandard: return try ZstandardStream(file)
        }
    }
}

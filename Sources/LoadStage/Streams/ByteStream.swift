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

extension CheckedStream {
    /// Opens what a split names.
    ///
    /// - Parameter compression: what the name says; a file whose name says nothing is unpacked where its first bytes are
    ///   those of a packed file.
    /// - Throws: ``StageFailure`` when it cannot be opened. One that cannot be read whatever its name says is refused when it
    ///   is read.
    static func open(path: String, split: Split, compression: Compression) throws -> any ByteStream {
        let file = try split.uri == "-" ? FileStream(descriptor: STDIN_FILENO) : FileStream(path: path, split: split)
        // A later piece of a file is one of plain lines.
        guard split.offset == 0 else { return file }
        return CheckedStream(try (compression == .none ? try file.detectCompression() : compression).unpacking(file))
    }
}

extension Compression {
    /// The unpacked bytes of a stream that is packed so.
    func unpacking(_ stream: any ByteStream) throws -> any ByteStream {
        switch self {
        case .none: stream
        case .gzip: try GzipStream(stream)
        case .zstandard: try ZstandardStream(stream)
        }
    }
}

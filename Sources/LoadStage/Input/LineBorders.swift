internal import Glibc
import StageKit

/// Cuts a file of lines into pieces that begin at the start of a line.
enum LineBorders {
    /// Reads only around the cuts. A file that cannot be read is one piece: opening it will say why.
    static func splits(of path: String, uri: String, size: Int, pieces: Int) -> [Split] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [Split(uri: uri)] }
        defer { close(descriptor) }
        // What is packed, though its name does not say so, has no lines to cut at.
        var head = [UInt8](repeating: 0, count: Compression.magicLength)
        let headLength = pread(descriptor, &head, head.count, 0)
        guard Compression(magic: head.prefix(max(headLength, 0))) == .none else { return [Split(uri: uri)] }
        var splits: [Split] = []
        var start = 0
        while start < size {
            let end = size - start <= pieces ? size : nextLine(descriptor, from: start + pieces, size: size)
            splits.append(Split(uri: uri, offset: start, length: end - start))
            start = end
        }
        return splits
    }

    /// The offset behind the first line feed at or after `offset`.
    private static func nextLine(_ descriptor: Int32, from offset: Int, size: Int) -> Int {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var position = offset
        while position < size {
            let count = pread(descriptor, &buffer, buffer.count, off_t(position))
            guard count > 0 else { return size }
            if let found = buffer[..<count].firstIndex(of: 0x0A) { return position + found + 1 }
            position += count
        }
        return size
    }
}

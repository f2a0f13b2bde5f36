import StageKit

/// Reads the pages of a web archive (WARC, ISO 28500): answers with a page, pages stored as such, and texts that were made
/// of pages (WET files). Requests, pictures, scripts, redirections and errors are passed over.
///
/// A record's bytes are the WARC record as it stands in the archive, so that it can be run again by itself.
public final class ArchiveReader {
    /// Headers of records have a few hundred bytes; what has none in so many is no archive.
    private static let mostHeader = 1 << 16

    private var buffer: StreamBuffer
    private let uri: String
    private let most: Int
    private var pages = 0
    /// Records of every kind.
    private var records = 0

    init(_ stream: any ByteStream, uri: String, most: Int) {
        buffer = StreamBuffer(stream)
        self.uri = uri
        self.most = most
    }

    func next() throws -> SourceRecord? {
        do {
            while try passLineEnds() {
                if let record = try nextRecord() { return record }
            }
            return nil
        } catch {
            var failure = error as? StageFailure ?? StageFailure("\(error)")
            if records > 0 { failure.reason += " after record \(records)" }
            throw failure
        }
    }

    /// Two line ends follow each record; false at the end of the archive.
    private func passLineEnds() throws -> Bool {
        while try buffer.fill(1) {
            guard let byte = buffer.ahead.first, byte == 0x0D || byte == 0x0A else { return true }
            buffer.drop(1)
        }
        return false
    }

    /// The record that begins here; nil where it is none of a page.
    private func nextRecord() throws -> SourceRecord? {
        let (header, headerLength) = try readHeader()
        guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
            throw StageFailure("the web archive has a record without a length", advice: "'warcio check' tells what is wrong with it")
        }
        guard try isPage(header, headerLength: headerLength, length: length) else {
            try skip(headerLength, length)
            return nil
        }
        defer { pages += 1 }
        var record = SourceRecord(source: ArticleSource(uri: uri, record: pages), bytes: [], format: InputFormat.warc.rawValue)
        if length > most {
            try skip(headerLength, length)
            record.failure = StageFailure("the page is longer than \(ByteSize(bytes: most).settingText)", advice: "'most_record' allows longer ones")
        } else {
            guard try buffer.fill(headerLength + length) else { throw ArchiveReader.cutOff }
            record.bytes = Array(buffer.ahead.prefix(headerLength + length))
            try skip(headerLength, length)
        }
        record.position = buffer.storedPosition
        return record
    }

    private func readHeader() throws -> (ArchiveHeader, length: Int) {
        while true {
            if let length = ArchiveHeader.length(buffer.ahead.prefix(ArchiveReader.mostHeader)) {
                let header = ArchiveHeader(buffer.ahead.prefix(length))
                guard header.firstLine.hasPrefix("WARC/") else { break }
                return (header, length)
            }
            guard buffer.ahead.count < ArchiveReader.mostHeader else { break }
            guard try buffer.fillMore() else {
                guard buffer.ahead.starts(with: "WARC/".utf8) else { break }
                throw ArchiveReader.cutOff
            }
        }
        throw StageFailure(records == 0 ? "the file is no web archive (WARC)" : "no record begins where the web archive should have one")
    }

    private func skip(_ header: Int, _ block: Int) throws {
        buffer.drop(header)
        guard try buffer.skip(block) else { throw ArchiveReader.cutOff }
        records += 1
    }

    /// Whether the record holds what a reader of the site saw as a page.
    private func isPage(_ header: ArchiveHeader, headerLength: Int, length: Int) throws -> Bool {
        switch header["warc-type"]?.lowercased() {
        case "resource": return ArchivedPage.isHTML(header.mediaType("content-type"))
        case "conversion": return header.mediaType("content-type") == "text/plain"
        case "response":
            guard header.mediaType("content-type") == "application/http" else { return false }
            let end = headerLength + min(length, ArchiveReader.mostHeader)
            guard try buffer.fill(end) else { throw ArchiveReader.cutOff }
            let block = buffer.ahead.prefix(end).dropFirst(headerLength)
            guard let size = ArchiveHeader.length(block) else { return false }
            let answer = ArchiveHeader(block.prefix(size))
            return ArchivedPage.isSuccess(answer) && ArchivedPage.isHTML(answer.mediaType("content-type"))
        default: return false
        }
    }

    private static let cutOff = StageFailure("the web archive is cut off")
}

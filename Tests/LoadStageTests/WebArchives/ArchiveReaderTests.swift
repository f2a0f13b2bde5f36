import StageKit
import Testing

@testable import LoadStage

@Suite struct ArchiveReaderTests {
    private static let page = "<html><body><p>The ferry waits.</p></body></html>"

    /// A WARC record.
    private static func record(_ type: String, _ contentType: String, _ block: [UInt8], url: String = "https://post.example/ferry") -> [UInt8] {
        Array("""
            WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2026-11-23T08:00:00Z\r\nContent-Type: \(contentType)\r\n\
            Content-Length: \(block.count)\r\n\r\n
            """.utf8) + block + [0x0D, 0x0A, 0x0D, 0x0A]
    }

    private static func answer(_ body: [UInt8] = Array(page.utf8), status: String = "200 OK", headers: String = "Content-Type: text/html; charset=ISO-8859-1") -> [UInt8] {
        record("response", "application/http; msgtype=response", Array("HTTP/1.1 \(status)\r\n\(headers)\r\n\r\n".utf8) + body)
    }

    private func read(_ bytes: [UInt8], name: String = "a.warc", most: Int = 100_000) throws -> Reading {
        try Folder().read(name, bytes) { $0.mostRecord = ByteSize(bytes: most) }
    }

    @Test(arguments: ["", ".gz", ".zst"]) func pagesAmongOtherRecords(suffix: String) throws {
        let records = [
            Self.record("warcinfo", "application/warc-fields", Array("software: x\r\n".utf8)), Self.record("request", "application/http; msgtype=request", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
            Self.answer(), Self.answer(status: "404 Not Found"), Self.answer([0xFF, 0xD8], headers: "Content-Type: image/jpeg"),
            Self.record("resource", "text/html", Array(Self.page.utf8)), Self.record("conversion", "text/plain", Array("The ferry sails.".utf8)),
        ]
        // Archives are packed record by record.
        let packed = records.flatMap { suffix == ".gz" ? Packing.gzip($0) : suffix == ".zst" ? Packing.zstandard($0) : $0 }
        let reading = try read(packed, name: "a.warc\(suffix)")
        #expect(reading.reasons + reading.stops == [])
        #expect(reading.records.map(\.source.record) == [0, 1, 2])
        #expect(reading.articles.map { $0.raw.map { String(decoding: $0.bytes, as: UTF8.self) } } == [Self.page, Self.page, nil])
        #expect(reading.articles.map(\.raw?.charset) == ["iso-8859-1", nil, nil])
        #expect(reading.texts == ["The ferry sails."])
        #expect(reading.articles.allSatisfy { $0.metadata.url == "https://post.example/ferry" && $0.metadata.published == nil })
        #expect(reading.articles.first?.extensions["fields"]?["warc_date"] == "2026-11-23T08:00:00Z")
    }

    @Test func bodiesAsTheyCameOverTheWire() throws {
        let body = Array(Self.page.utf8)
        let chunked = Array("\(String(10, radix: 16))\r\n".utf8) + body[..<10] + Array("\r\n\(String(body.count - 10, radix: 16));x=y\r\n".utf8) + body[10...] + Array("\r\n0\r\n\r\n".utf8)
        let type = "Content-Type: text/html\r\n"
        let answers = [
            Self.answer(chunked, headers: "\(type)Transfer-Encoding: chunked"), Self.answer(Packing.gzip(body), headers: "\(type)Content-Encoding: gzip"),
            // Unpacked by the crawler, who left the headers as they were.
            Self.answer(body, headers: "\(type)Transfer-Encoding: chunked\r\nContent-Encoding: gzip"), Self.answer(body, headers: "\(type)Content-Encoding: br"),
        ]
        let reading = try read(Array(answers.joined()))
        #expect(reading.reasons + reading.stops == [])
        #expect(reading.articles.map { $0.raw?.bytes } == Array(repeating: body, count: answers.count))
    }

    @Test func pagesThatAreNotRead() throws {
        let type = "Content-Type: text/html\r\n"
        let reading = try read(
            Self.answer([0x1B, 0x02, 0x03], headers: "\(type)Content-Encoding: br") + Self.answer(Packing.gzip([UInt8](repeating: 0x20, count: 9000)), headers: "\(type)Content-Encoding: gzip")
                + Self.answer([UInt8](repeating: 0x3C, count: 3000)) + Self.answer(), most: 2000)
        #expect(reading.reasons == [
            "the archived page is packed as Brotli, which is not read", "the page is longer than 2kB when unpacked", "the page is longer than 2kB",
        ])
        #expect(reading.articles.count == 1)
    }

    @Test func archivesThatAreDamaged() throws {
        #expect(try read(Array("<html>".utf8)).stops == ["the file is no web archive (WARC)"])
        #expect(try read(Self.answer() + Array("Some text\r\n\r\n".utf8)).stops == ["no record begins where the web archive should have one after record 1"])
        #expect(try read(Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8)).stops == ["the web archive has a record without a length"])
        #expect(try read(Array("WARC/1.0\r\nContent-Length: -5\r\n\r\n".utf8)).stops == ["the web archive has a record without a length"])
        #expect(try read(Array("WARC/1.0\r\nContent-Length: 9223372036854775807\r\n\r\n".utf8)).stops == ["the web archive is cut off"])
        let whole = Self.answer() + Self.answer()
        for length in [whole.count - 20, whole.count / 2 + 30, whole.count / 2 + 250] {
            let reading = try read(Array(whole.prefix(length)))
            #expect(reading.articles.count == 1, "\(length)")
            #expect(reading.stops == ["the web archive is cut off after record 1"], "\(length)")
        }
    }
}

import LoadStage
import StageKit

/// Web archives, plain and packed.
struct ArchiveTarget: FuzzTarget {
    static let name = "warc"
    let seeds: [[UInt8]]
    let tokens = Self.bytes([
        "WARC/1.0\r\n", "\r\n\r\n", "Content-Length: 0\r\n", "Content-Length: -1\r\n", "WARC-Type: response\r\n", "WARC-Type: conversion\r\n",
        "HTTP/1.1 200 OK\r\n", "Content-Type: text/html\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "5\r\nabcde\r\n", "0\r\n\r\n",
        "FFFFFFFFFFFFFFFF\r\n",
    ])
    private let files: RecordFiles

    init(_ samples: Samples) throws {
        let page = Array("<html><p>The ferry waits.</p></html>".utf8)
        let whole = ArchiveTarget.record("response", "application/http", Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8) + page)
        let chunked = ArchiveTarget.record(
            "response", "application/http",
            Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n24\r\n".utf8) + page + Array("\r\n0\r\n\r\n".utf8))
        let packed = ArchiveTarget.record(
            "response", "application/http", Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8) + Packing.gzip(page))
        let others = ArchiveTarget.record("resource", "text/html", page) + ArchiveTarget.record("conversion", "text/plain", Array("It sails.".utf8))
        let plain = [whole, chunked, packed, others, whole + chunked + others]
        seeds = plain + plain.map(Packing.gzip) + plain.map(Packing.zstandard)
        files = try RecordFiles()
    }

    private static func record(_ type: String, _ contentType: String, _ block: [UInt8]) -> [UInt8] {
        Array("WARC/1.0\r\nWARC-Type: \(type)\r\nContent-Type: \(contentType)\r\nContent-Length: \(block.count)\r\n\r\n".utf8) + block + Array("\r\n\r\n".utf8)
    }

    func run(_ bytes: [UInt8]) throws -> Bool { try checkRecords(files.records(of: bytes, as: .warc), files) }
}

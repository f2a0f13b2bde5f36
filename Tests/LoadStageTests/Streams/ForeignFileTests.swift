import StageKit
import Testing

@testable import LoadStage

/// Files that no reader is for are told by what they are, not taken for a text.
@Suite struct ForeignFileTests {
    private static let heads: [(String, [UInt8])] = [
        ("a ZIP archive", [0x50, 0x4B, 3, 4, 20, 0]), ("a tar archive", [UInt8](repeating: 0x61, count: 257) + Array("ustar\u{0}00".utf8)),
        ("a 7-Zip archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), ("packed with bzip2", Array("BZh91AY&SY".utf8)),
        ("packed with xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), ("a PDF", Array("%PDF-1.7\n".utf8)),
    ]

    @Test(arguments: heads) func isTold(kind: String, head: [UInt8]) throws {
        let reason = "the file is \(kind), which is not read"
        for name in ["a.bin", "a.html", "a.jsonl", "a.csv", "a.warc"] {
            let reading = try Folder().read(name, head + [UInt8](repeating: 0x20, count: 600))
            #expect(reading.reasons + reading.stops == [reason], "\(name)")
        }
        // A tar file in a gzip file, for one.
        #expect(try Folder().read("a.html.gz", Packing.gzip(head)).reasons == [reason])
    }

    @Test func textsThatBeginAlike() throws {
        #expect(try Folder().read("a.txt", Array("BZh is no word. PK neither.".utf8)).texts.count == 1)
    }
}

import StageKit
import Testing

@testable import LoadStage

/// How long an article may be.
@Suite struct ArticleSizeTests {
    @Test(arguments: ["html", "txt", "md"]) func aFileAtTheLimitAndOverIt(ending: String) throws {
        let folder = Folder()
        for (length, isRead) in [(999, true), (1000, true), (1001, false)] {
            let reading = try folder.read("a.\(ending)", [UInt8](repeating: 0x61, count: length)) { $0.mostRecord = ByteSize(bytes: 1000) }
            #expect((reading.articles.count == 1) == isRead, "\(length) bytes")
            #expect(reading.reasons == (isRead ? [] : ["the file is longer than 1kB"]))
        }
    }

    /// Such a page once went through the whole chain.
    @Test func aPageOf50Megabytes() throws {
        let folder = Folder()
        let reading = try folder.read("a.html", [UInt8](repeating: 0x61, count: 50_000_000))
        #expect(reading.records.first?.failure == StageFailure("the file is longer than 16MB", advice: "'most_record' allows longer ones"))
        #expect(reading.records.first?.bytes == [])
        #expect(try folder.read("a.html") { $0.mostRecord = ByteSize(bytes: 50_000_000) }.articles.count == 1)
    }
}

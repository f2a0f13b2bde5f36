import StageKit
import Testing

@testable import RedactStage

@Suite struct PseudonymTests {
    /// Vectors of the reference implementation (`vectors_sip64`): key 00…0f, input 00, 01, 02 …
    @Test(arguments: [(0, 0x726F_DB47_DD0E_0E31), (1, 0x74F8_39C5_93DC_67FD), (7, 0xAB02_00F5_8B01_D137), (8, 0x93F5_F579_9A93_2462), (15, 0xA129_CA61_49BE_45E5)] as [(Int, UInt64)])
    func sipHashIsThatOfItsPaper(_ length: Int, _ expected: UInt64) throws {
        let hash = try #require(SipHash(hexadecimal: "000102030405060708090a0b0c0d0e0f"))
        #expect(hash((0..<length).map { UInt8($0) }) == expected)
    }

    @Test(arguments: ["", "00", "000102030405060708090a0b0c0d0e0g", "000102030405060708090a0b0c0d0e0f0", "é00102030405060708090a0b0c0d0e0f"])
    func aKeyThatIsNoneIsRefused(_ text: String) {
        #expect(SipHash(hexadecimal: text) == nil)
    }

    private func process(_ record: String, key: String) throws -> Article {
        let hash = try #require(SipHash(hexadecimal: key))
        var article = try Article(record: JSONParser.parse(Array(record.utf8)))
        var redaction = Redaction(article, types: [.person, .email, .phone], pseudonyms: .keyed(hash))
        article.apply(&redaction, keepingLinks: false, layers: [], types: [.person, .email, .phone])
        return article
    }

    @Test func theSameNameIsTheSameInEveryArticleForOneKey() throws {
        let one = #"{"id":"1","source":{"uri":"a"},"text":"Ann Lee met Jo Ray.","entities":[{"start":0,"end":7,"type":"person"},{"start":12,"end":18,"type":"person"}]}"#
        let other = #"{"id":"2","source":{"uri":"b"},"text":"Then Ann Lee left. Mail Jo@A.example or jo@a.example, +44 20 7946 0958 or +442079460958.","entities":[{"start":5,"end":12,"type":"person"}]}"#
        let key = "000102030405060708090a0b0c0d0e0f"
        let first = try process(one, key: key).entities.compactMap(\.name)
        let second = try process(other, key: key)
        #expect(first.count == 2 && first[0] != first[1])
        #expect(second.entities.first?.name == first[0])
        #expect(first.allSatisfy { $0.hasPrefix("Person ") && $0.utf8.count == "Person ".utf8.count + 12 })
        // However an address is written.
        let words = second.text?.string.split(separator: " ").map(String.init) ?? []
        let tags = words.indices.dropFirst().filter { ["Email", "Phone"].contains(words[$0 - 1]) }.map { words[$0].filter { $0 != "," && $0 != "." } }
        #expect(tags.count == 4 && tags[0] == tags[1] && tags[2] == tags[3], "\(words)")
        #expect(try process(one, key: "ff0102030405060708090a0b0c0d0e0f").entities.first?.name != first[0])
    }

    @Test func theKeyComesFromTheEnvironmentOrTheRunDoesNotStart() {
        let context = StageContext(pipeline: "p", inputDirectory: "/", outputDirectory: "/", run: "r")
        var stage = RedactStage()
        stage.types = ["person"]
        stage.style = .pseudonym
        #expect(stage.contradictions() == ["'style: pseudonym' needs 'key_from'"])
        stage.keyFrom = "COPYDESK_NO_SUCH_KEY"
        #expect(throws: StageFailure("the environment has no COPYDESK_NO_SUCH_KEY, which 'key_from' names", advice: "set it to 32 hexadecimal digits: openssl rand -hex 16")) {
            try stage.prepare(context)
        }
        stage.keyFrom = "PATH"
        #expect(throws: StageFailure("PATH is no key of 32 hexadecimal digits", advice: "make one with: openssl rand -hex 16")) { try stage.prepare(context) }
        stage.style = .number
        #expect(stage.contradictions() == ["'key_from' is for 'style: pseudonym'"])
        stage.keyFrom = nil
        stage.types = ["persons"]
        #expect(stage.contradictions() == ["there is no type 'persons'; did you mean 'person'?"])
    }
}

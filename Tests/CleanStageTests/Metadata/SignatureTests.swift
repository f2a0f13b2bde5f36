import Testing

@testable import CleanStage

/// Pages whose author stands beside the date or below the text only.
@Suite struct SignatureTests {
    private static let story = """
        <p>The ferry to the island sails again from Monday, the company said after a week of repairs in the harbour, and it will leave every hour until the evening.</p>
        <p>Islanders had used fishing boats to get to work, and the council thanked the crews and said it would pay for their fuel and for the time they had lost.</p>
        """

    private func byline(head: String = "", above: String = "", inside: String = "", below: String = "") throws -> [String] {
        try Pages.analysis("<html><head><title>Ferry returns</title>\(head)</head><body><div><h1>Ferry returns</h1>\(above)</div><div>\(Self.story)\(inside)</div><div>\(below)</div></body></html>").metadata.byline
    }

    @Test(arguments: ["11.12.2019 - Mira Solberg", "4 February 2022 | 13:10 | Mira Solberg", "Mira Solberg · 3 May 2024", "Published 3 May 2024 by Mira Solberg", "May 3, 2024 by Mira Solberg 3 Comments", "News! | By Mira Solberg | May 3, 2024"])
    func aLineWithADateMayHoldTheName(_ line: String) throws {
        #expect(try byline(above: "<p>\(line)</p>") == ["Mira Solberg"])
    }

    @Test func metadataIsWorthMoreThanALineWithADate() throws {
        #expect(try byline(head: "<meta name='author' content='Jon Abe'>", above: "<p>11.12.2019 - Quay Street</p>") == ["Jon Abe"])
        #expect(try byline(above: "<p>11.12.2019 - Mira Solberg - Quay Street</p>") == [])
    }

    @Test(arguments: ["<p>Text: Mira Solberg</p>", "<p>Auteur : Mira Solberg</p>", "<p>Autorin: Mira Solberg, Projektleiterin der Stiftung in Kiel</p>", "<p>By Mira Solberg</p>", "<h4>Autorin:</h4><p>Mira Solberg</p>"])
    func aLabelBelowTheTextNamesTheAuthor(_ signature: String) throws {
        #expect(try byline(below: signature) == ["Mira Solberg"])
        #expect(try byline(below: "<footer>\(signature)</footer>") == [])
    }

    @Test(arguments: [
        "<p>(Reporting by Mira Solberg in Oslo; editing by Jon Abe)</p>", "<p>Contact reporter Mira Solberg at mira@quay.example.</p>",
        "<p><em>Mira Solberg is a health reporter for the Courier.</em></p>",
    ])
    func aSentenceBelowTheTextNamesTheAuthor(_ sentence: String) throws {
        #expect(try byline(inside: sentence) == ["Mira Solberg"])
    }

    @Test(arguments: ["<p>Jon Abe is a reporter for the Courier.</p>", "<p>Contact Jon Abe at press@quay.example.</p>", "<p><em>Jon Abe is the mayor of the town.</em></p>", "<p>Editing by Jon Abe</p>"])
    func othersThanTheAuthorAreSpokenOf(_ sentence: String) throws {
        #expect(try byline(inside: sentence) == [])
    }

    @Test func aBareNameIsNoSignatureUnlessInItalicsBelowTheText() throws {
        let last = "<p>The harbour office expects the ferry to run again before the end of the week, weather and tides permitting.</p>"
        #expect(try byline(inside: "\(last)<p>Mira Solberg</p>") == [])
        #expect(try byline(inside: "\(last)<p><b>Mira Solberg</b></p>") == [])
        #expect(try byline(inside: "\(last)<p><i>Mira Solberg</i></p>") == ["Mira Solberg"])
        #expect(try byline(inside: "<p>Ferries:</p><p><i>Mira Solberg</i></p>") == [])
    }

    @Test func aTextsSourceIsWorthMoreThanTheSite() throws {
        let last = "<p>The harbour office expects the ferry to run again before the end of the week, weather and tides permitting, and then to stay until spring"
        #expect(try byline(inside: "\(last).</p><p>Source: Quay Press</p>") == ["Quay Press"])
        #expect(try byline(inside: "\(last). (qc/dpa)</p>") == ["qc/dpa"])
        #expect(try byline(inside: "\(last) (in 2024).</p>") == [])
        #expect(try byline(head: "<meta name='author' content='Jon Abe'>", below: "<p>Source: Quay Press</p>") == ["Jon Abe"])
    }

    @Test func aCommentOfTheAuthorTellsTheName() throws {
        let comment = "<ol><li class='comment byuser comment-author-mira bypostauthor even'><cite class='fn'>Mira S.</cite> <p>Thank you all.</p></li></ol>"
        #expect(try byline(below: comment) == ["Mira S."])
        #expect(try byline(below: comment.replacing("bypostauthor ", with: "")) == [])
    }

    @Test func aSignatureIsWorthMoreThanABody() throws {
        let head = "<meta name='author' content='Harbour Foundation'>"
        #expect(try byline(head: head, below: "<p>Text: Mira Solberg</p>") == ["Mira Solberg"])
        #expect(try byline(head: head) == ["Harbour Foundation"])
    }
}

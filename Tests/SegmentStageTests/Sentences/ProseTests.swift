import Testing

/// Whole articles, so that a rule that helps one case and harms another shows.
@Suite struct ProseTests {
    @Test func anArticleIsCutAsAReaderWould() throws {
        #expect(try segmented(Prose.article).map(\.sentence) == Prose.sentences)
    }

    /// The same prose wrapped at 72 columns, as agencies send it, has the same sentences.
    @Test func wrappingChangesNothing() throws {
        let wrapped = Prose.article.split(separator: "\n\n").map { wrap($0, 72) }.joined(separator: "\n\n")
        let found = try segmented(wrapped).map { $0.sentence.split(separator: "\n").joined(separator: " ") }
        #expect(found == Prose.sentences)
    }

    @Test func straightQuotesChangeNothing() throws {
        func straight(_ text: String) -> String {
            String(text.map { $0 == "“" || $0 == "”" ? "\"" : $0 == "’" ? "'" : $0 })
        }
        #expect(try segmented(straight(Prose.article)).map(\.sentence) == Prose.sentences.map(straight))
    }

    private func wrap(_ text: Substring, _ width: Int) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}

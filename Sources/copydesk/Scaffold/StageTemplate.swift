/// The files of a new stage: a small one that works, for its author to change. Plugins/Readability is what comes out for
/// the name Readability; a test compares the two.
struct StageTemplate {
    let names: StageNames

    /// Text by path below the stage's folder.
    var files: [String: String] {
        [
            "\(names.type).swift": source,
            "\(names.type)+Examples.swift": examples,
            "Tests/\(names.type)Tests.swift": tests,
            "README.md": readme,
        ]
    }

    private var source: String {
        """
        public import StageKit

        /// Counts an article's sentences, words and long words, and makes of them LIX, an index of how hard a text is to read:
        /// words per sentence plus the percentage of long words (C.-H. Björnsson, Läsbarhet, 1968).
        public struct \(names.type): TransformStage, ArticleWorker {
            public static let name = "\(names.stage)"
            public static let abstract = "Counts sentences, words and long words, and tells how hard the text is to read."
            public let reads: Set<ArticlePart> = [.text, .sentences, .tokens]
            public let writes: Set<ArticlePart> = [.layer(\(names.type).name)]

            @Setting("A word of this many letters or more is long.", in: 2...50) public var longWord = 7

            public init() {}

            /// Adds the layer; none where there is no word to count.
            ///
            /// - Complexity: O(length of the text).
            public func process(_ article: inout Article) -> Verdict {
                guard let text = article.text, !article.sentences.isEmpty else { return .keep }
                var words = 0
                var long = 0
                for token in article.tokens {
                    let letters = letters(in: text, token.range)
                    if letters > 0 { words += 1 }
                    if letters >= longWord { long += 1 }
                }
                guard words > 0 else { return .keep }
                let lix = Double(words) / Double(article.sentences.count) + 100 * Double(long) / Double(words)
                article.extensions[\(names.type).name] = [
                    "sentences": .integer(article.sentences.count), "words": .integer(words), "long_words": .integer(long),
                    "lix": .integer(Int(lix.rounded())),
                ]
                return .keep
            }

            /// How many letters a stretch has. Most are plain ASCII, told by their bytes; only for others is a string made.
            private func letters(in text: ArticleText, _ range: Range<Int>) -> Int {
                let bytes = text.utf8[range]
                guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes.count { ($0 | 0x20) &- 0x61 < 26 } }
                return text[range].unicodeScalars.count { $0.properties.isAlphabetic }
            }
        }

        """
    }

    private var examples: String {
        """
        public import StageKit

        /// Tests run these; together they must show everything that the stage reads and writes.
        extension \(names.type): ExemplifiedStage {
            public static let examples = [
                StageExample(
                    "counts sentences, words and long words",
                    given: .segmented("The council met on Monday. It decided nothing."),
                    expect: ["extensions": ["\(names.stage)": ["sentences": 2, "words": 8, "long_words": 3, "lix": 42]]]),
                StageExample(
                    "lets the pipeline say what a long word is",
                    given: .segmented("The council met on Monday. It decided nothing."),
                    settings: ["long_word": 6],
                    expect: ["extensions": ["\(names.stage)": ["long_words": 4]]]),
                StageExample(
                    "adds nothing where there are no words",
                    given: .segmented("1912 - 2026."),
                    expect: ["extensions": .null]),
            ]
        }

        """
    }

    private var tests: String {
        """
        import \(names.type)
        import StageKit
        import StageTestKit
        import Testing

        @Suite struct \(names.type)Tests {
            @Test(arguments: \(names.type).examples)
            func example(_ example: StageExample) {
                #expect(StageCheck.problems(of: \(names.type).self, example) == [])
            }

            @Test func keepsWhatEveryStagePromises() {
                #expect(StageCheck.problems(of: \(names.type).self) == [])
            }
        }

        """
    }

    private var readme: String {
        """
        # \(names.stage)

        Counts an article's sentences, words and long words, and tells how hard it is to read (LIX: below 30 very easy, above 50
        hard). It needs `segment` before it:

        ```yaml
          - segment
          - \(names.stage)
        ```

        A record then has

        ```json
        "extensions": {"\(names.stage)": {"lix": 42, "long_words": 3, "sentences": 2, "words": 8}}
        ```

        | file | what it holds |
        |---|---|
        | `\(names.type).swift` | the stage: what it reads and writes, its settings, its work |
        | `\(names.type)+Examples.swift` | what it makes of small articles; tests run them |
        | `Tests/` | `swift test --filter \(names.type)Tests` |

        `copydesk stages \(names.stage)` shows its settings.

        """
    }
}

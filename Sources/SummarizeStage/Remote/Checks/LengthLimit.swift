/// How long a summary may be, and how much of an answer that leaves.
struct LengthLimit {
    private let parts: Int?
    private let words: Int?
    private let characters: Int?
    private let style: SummaryStyle

    init(_ settings: SummarizeStage) {
        style = settings.style
        words = settings.words
        characters = settings.characters
        let isOpen = words != nil || characters != nil
        parts = style == .headline ? 1 : isOpen ? nil : settings.budget.sentences
    }

    /// The parts as one text: sentences in a row, or a bullet each.
    func joined(_ parts: some Sequence<String>) -> String {
        style == .bullets ? parts.map { "\(SummaryForm.bullet)\($0)" }.joined(separator: "\n") : parts.joined(separator: " ")
    }

    /// How many of the first parts are within the limits.
    ///
    /// - Complexity: O(length).
    func admitted(of all: [String]) -> Int {
        var admitted = 0
        var wordCount = 0
        var characterCount = 0
        for part in all {
            if let parts, admitted == parts { break }
            let piece = joined([part])
            wordCount += piece.split { $0 == " " || $0 == "\n" }.count
            characterCount += piece.unicodeScalars.count + (admitted > 0 ? 1 : 0)
            if let words, wordCount > words { break }
            if let characters, characterCount > characters { break }
            admitted += 1
        }
        return admitted
    }

    /// For messages: "10 words".
    var text: String {
        words.map { "\($0) words" } ?? characters.map { "\($0) characters" } ?? "\(parts ?? 1) sentences"
    }
}

internal import StageKit

/// Where the sentences of an answer end. The pipeline's own segmenter is another stage's; an answer is a few plain sentences,
/// and its abbreviations are mostly the article's, whose sentences tell where a full stop ends none.
enum AnswerSentences {
    /// Abbreviations before names, that an article's own sentences need not hold.
    private static let usual: Set<String> = [
        "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "gen.", "col.", "sgt.", "lt.", "capt.", "sen.", "rep.", "gov.", "rev.", "hon.", "jr.", "sr.", "no.", "vs.",
        "inc.", "ltd.", "co.", "corp.", "etc.", "approx.", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
        "bzw.", "ca.", "nr.", "str.", "hr.", "fr.", "mme.", "mlle.", "sra.", "sig.",
    ]
    private static let closers: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]", "“", "‘"]

    /// - Complexity: O(length).
    static func split(_ text: String, abbreviations: Set<String>) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var sentences: [String] = []
        var start = 0
        var index = 0
        func add(upTo end: Int) {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<end].drop { $0 == " " })
            if !view.isEmpty { sentences.append(String(view)) }
            start = end
        }
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if ["。", "！", "？"].contains(scalar) {
                while index < scalars.count, closers.contains(scalars[index]) || scalars[index] == "」" { index += 1 }
                add(upTo: index)
            } else if [".", "!", "?", "…"].contains(scalar) {
                let stop = index
                while index < scalars.count, closers.contains(scalars[index]) || [".", "!", "?"].contains(scalars[index]) { index += 1 }
                guard index < scalars.count, scalars[index] == " " else { continue }
                if index + 1 < scalars.count, scalars[index + 1].properties.isLowercase { continue }
                if scalar == ".", isAbbreviation(scalars[start..<stop], abbreviations) { continue }
                add(upTo: index)
            }
        }
        if start < scalars.count { add(upTo: scalars.count) }
        return sentences
    }

    private static func isAbbreviation(_ text: ArraySlice<Unicode.Scalar>, _ known: Set<String>) -> Bool {
        let word = text.suffix(while: { $0 != " " && $0 != "(" && $0 != "“" && $0 != "\"" })
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word)
        let lowered = String(view).lowercased()
        // Initials, "U.S.", "No."; a single capital letter ends hardly any sentence.
        let inner = word.dropLast()
        if inner.count == 1, inner.allSatisfy(\.properties.isUppercase) { return true }
        if inner.contains("."), inner.allSatisfy({ $0 == "." || $0.properties.isAlphabetic }) { return true }
        return usual.contains(lowered) || known.contains(lowered)
    }

    /// The words with a full stop in the middle of an article's sentences, in lower case.
    ///
    /// - Complexity: O(length of the text).
    static func abbreviations(of article: Article) -> Set<String> {
        guard let text = article.text else { return [] }
        var words: Set<String> = []
        for sentence in article.sentences {
            var wordStart = sentence.range.lowerBound
            for index in sentence.range where text.utf8[index] == 0x20 || text.utf8[index] == 0x0A {
                if index > wordStart, text.utf8[index - 1] == UInt8(ascii: ".") { words.insert(text[wordStart..<index].lowercased()) }
                wordStart = index + 1
            }
        }
        return words
    }
}

extension ArraySlice {
    /// The longest end of which every element is wanted.
    fileprivate func suffix(while isWanted: (Element) -> Bool) -> ArraySlice {
        var start = endIndex
        while start > startIndex, isWanted(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

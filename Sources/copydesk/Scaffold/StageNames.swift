import StageKit

/// The names of a new stage, all derived from the one that was asked for.
struct StageNames: Equatable {
    /// Its folder below Plugins/, and its line in Package.swift: `WordCount`.
    let folder: String
    /// Its module and its type: `WordCountStage`.
    var type: String { "\(folder)Stage" }
    /// Its name in pipeline files, and its layer in records: `word_count`.
    let stage: String

    private static let longest = 40
    /// Types of StageKit that the new one would hide.
    private static let taken = ["SourceStage", "SinkStage", "TransformStage", "ExemplifiedStage"]
    /// Plain words that YAML, now or in its older versions, reads as something else.
    private static let readOtherwise = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]

    /// `Readability`, `word-count`, `word_count`, `WordCount` and `WordCountStage` are names.
    ///
    /// - Throws: ``StageFailure`` that says what is wrong with the name.
    init(_ given: String) throws(StageFailure) {
        let bad = given.unicodeScalars.first { !StageNames.isPlain($0) && $0 != "-" && $0 != "_" }
        if let bad {
            throw StageFailure(
                "'\(given.printable)' cannot be a stage's name: it has '\(String(bad).printable)' in it",
                advice: "use letters from a to z, digits, '-' and '_', such as word-count")
        }
        guard let first = given.unicodeScalars.first, first.properties.isAlphabetic else {
            throw StageFailure("'\(given)' cannot be a stage's name: it does not begin with a letter", advice: "such as word-count")
        }
        guard given.utf8.count <= StageNames.longest else {
            throw StageFailure("a stage's name has at most \(StageNames.longest) characters, this has \(given.utf8.count)")
        }
        var words = StageNames.words(given)
        if words.count > 1, words.last == "stage" { words.removeLast() }
        folder = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        stage = words.joined(separator: "_")
        if StageNames.readOtherwise.contains(stage) {
            throw StageFailure("'\(given)' cannot be a stage's name: YAML reads it as another value", advice: "add a word to it")
        }
        if StageNames.taken.contains(type) {
            throw StageFailure("'\(given)' cannot be a stage's name: StageKit has a type \(type)", advice: "add a word to it")
        }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
    }

    /// The words in small letters: parted by signs, and before a capital that follows a small letter or precedes one
    /// (`HTMLTables` has two).
    private static func words(_ name: String) -> [String] {
        let scalars = Array(name.unicodeScalars)
        func isCapital(_ index: Int) -> Bool { scalars.indices.contains(index) && "A"..."Z" ~= scalars[index] }
        func isSmall(_ index: Int) -> Bool { scalars.indices.contains(index) && ("a"..."z" ~= scalars[index] || "0"..."9" ~= scalars[index]) }
        var words: [String] = []
        var word = ""
        for index in scalars.indices {
            if scalars[index] == "-" || scalars[index] == "_" || (isCapital(index) && (isSmall(index - 1) || isSmall(index + 1))) {
                words.append(word)
                word = ""
            }
            if scalars[index] != "-", scalars[index] != "_" { word.unicodeScalars.append(scalars[index]) }
        }
        return (words + [word]).filter { !$0.isEmpty }.map { $0.lowercased() }
    }
}

import EntitiesStage

/// Makes the corpora agree where their rules differ in what a reader of news would not see.
///
/// - A demonym, faith or party's adherent alone is misc in all of them ("Catholics" is an organization in one, persons in
///   another, nothing in a third), unless the word is a name in its own right as well.
/// - A newspaper or magazine is an organization.
struct CorpusHarmony {
    /// Words for peoples, from the open list and ``PeopleWords``.
    private let peoples: Set<[UInt8]>
    /// Words of the open list that are names of places or of persons more often.
    private static let otherNames = PeopleWords.set(
        "Vatican Vaticans Djibouti Gibraltar Western Westerns Latin Orthodox Roma Georgian Thai I-Kiribati Christian")
    private static let newspapers = PeopleWords.set(
        """
        Times Post News Herald Tribune Gazette Guardian Observer Mirror Telegraph Chronicle Courier Sun Mail Independent Globe
        Standard Mercury Magazine Weekly Daily Monitor Examiner Inquirer Dispatch Bulletin
        """)

    init(in directory: String) throws {
        let demonyms = try Corpus.lines(of: "\(directory)/gazetteers/demonyms.txt.gz").map(Array.init)
        peoples = PeopleWords.all.union(demonyms).subtracting(CorpusHarmony.otherNames)
    }

    func harmonized(_ sentence: TaggedSentence) -> TaggedSentence {
        var sentence = sentence
        var mentions: [(Range<Int>, Label.Kind)] = []
        sentence.labels.withUnsafeBufferPointer { Mention.each(in: $0) { mentions.append(($0, $1)) } }
        for (range, kind) in mentions {
            let last = sentence.word(range.upperBound - 1)
            // A person's name may look like one people's ("Finn"), not like many's.
            if range.count == 1, kind != .misc, peoples.contains(last), kind != .person || last.last == UInt8(ascii: "s") {
                Corpus.spell(.misc, range, in: &sentence.labels)
            } else if range.count > 1, kind == .misc, CorpusHarmony.newspapers.contains(last) {
                Corpus.spell(.organization, range, in: &sentence.labels)
            }
        }
        for index in sentence.labels.indices where Int(sentence.labels[index]) == Label.outside && PeopleWords.all.contains(sentence.word(index)) {
            Corpus.spell(.misc, index..<index + 1, in: &sentence.labels)
        }
        return sentence
    }
}

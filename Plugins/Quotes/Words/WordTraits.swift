import StageKit

/// What a word or mark can be in a sentence that says who said something.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt32

    /// A verb of saying: "said", "argued", "warns".
    static let cue = WordTraits(rawValue: 1 << 0)
    /// A cue that a clause with "that" may follow.
    static let takesThat = WordTraits(rawValue: 1 << 1)
    /// A cue that any bare clause may follow: "said the talks had failed". After others only one that begins with a pronoun
    /// is surely a clause.
    static let takesClause = WordTraits(rawValue: 1 << 2)
    /// A cue that names who hears it: "told reporters".
    static let takesHearer = WordTraits(rawValue: 1 << 3)
    /// A cue that a clause with "whether", "how", "why" may follow.
    static let asks = WordTraits(rawValue: 1 << 4)
    /// "saying", "adding": its subject is the sentence's.
    static let participle = WordTraits(rawValue: 1 << 5)
    static let that = WordTraits(rawValue: 1 << 6)
    static let whether = WordTraits(rawValue: 1 << 7)
    static let he = WordTraits(rawValue: 1 << 8)
    static let she = WordTraits(rawValue: 1 << 9)
    /// Other pronouns that can be subjects: "they", "it", "we".
    static let otherPronoun = WordTraits(rawValue: 1 << 10)
    static let who = WordTraits(rawValue: 1 << 11)
    static let be = WordTraits(rawValue: 1 << 12)
    static let negation = WordTraits(rawValue: 1 << 13)
    static let to = WordTraits(rawValue: 1 << 14)
    static let determiner = WordTraits(rawValue: 1 << 15)
    static let preposition = WordTraits(rawValue: 1 << 16)
    /// May stand between a subject and its verb: auxiliaries and adverbs.
    static let filler = WordTraits(rawValue: 1 << 17)
    static let conjunction = WordTraits(rawValue: 1 << 18)
    static let according = WordTraits(rawValue: 1 << 19)
    static let calendar = WordTraits(rawValue: 1 << 20)
    /// Titles and nouns that tell whether a person is a man or a woman.
    static let male = WordTraits(rawValue: 1 << 21)
    static let female = WordTraits(rawValue: 1 << 22)
    static let comma = WordTraits(rawValue: 1 << 23)
    /// Full stop, question and exclamation mark, three dots in one sign.
    static let stop = WordTraits(rawValue: 1 << 24)
    static let colon = WordTraits(rawValue: 1 << 25)
    /// Semicolons, dashes, brackets: a clause ends here, a sentence need not.
    static let clauseBreak = WordTraits(rawValue: 1 << 26)
    /// A quotation mark or an apostrophe alone.
    static let mark = WordTraits(rawValue: 1 << 27)
    static let capitalised = WordTraits(rawValue: 1 << 28)
    /// It lies inside a quotation.
    static let quoted = WordTraits(rawValue: 1 << 29)
    /// A preposition that can tell when or where something was said; "of" and "for" cannot.
    static let adjunct = WordTraits(rawValue: 1 << 30)
    /// "calls", "described … as": what stands in quotation marks behind it are the speaker's words.
    static let names = WordTraits(rawValue: 1 << 31)

    static let pronoun: WordTraits = [.he, .she, .otherPronoun]
    /// No word at all.
    static let punctuation: WordTraits = [.comma, .stop, .colon, .clauseBreak, .mark]
}

extension WordTraits {
    /// Of a word with this ``WordHash``. English; cues and a few pronouns in German, French and Spanish, too.
    static func of(hash: UInt64) -> WordTraits { WordTraits(rawValue: table[hash]) }

    private static let table = WordTable(lists: [
        ("said says say", [.cue, .takesThat, .takesClause]),
        ("told tells", [.cue, .takesThat, .takesHearer]),
        ("added adds argued argues claimed claims insisted insists stated states explained explains admitted admits", [.cue, .takesThat]),
        ("acknowledged acknowledges announced announces asserted asserts boasted boasts complained complains conceded concedes", [.cue, .takesThat]),
        ("concluded concludes confirmed confirms contended contends declared declares denied denies emphasised emphasises", [.cue, .takesThat]),
        ("emphasized emphasizes estimated estimates confessed confesses cautioned cautions commented comments joked jokes", [.cue, .takesThat]),
        ("maintained maintains mentioned mentions noted notes observed observes predicted predicts promised promises", [.cue, .takesThat]),
        ("recalled recalls remarked remarks repeated repeats reported reports responded responds replied replies retorted", [.cue, .takesThat]),
        ("revealed reveals stressed stresses suggested suggests swore testified testifies tweeted vowed vows warned warns", [.cue, .takesThat]),
        ("wrote writes alleged alleges reiterated reiterates quipped quips lamented laments pledged pledges shouted shouts", [.cue, .takesThat]),
        ("proclaimed proclaims answered answers countered counters agreed agrees affirmed affirms pointed points", [.cue, .takesThat]),
        ("asked asks wondered wonders", [.cue, .asks]),
        ("assured assures sworn", [.cue, .takesThat]),
        ("exclaimed exclaims continued continues cried mused muses whispered yelled laughed smiled urged urges grumbled murmured", .cue),
        ("muttered snapped sighed chuckled pleaded demanded demands", .cue),
        ("saying adding arguing insisting claiming noting warning telling explaining stressing writing conceding predicting", [.cue, .takesThat, .participle]),
        ("called calls described describes dubbed branded labelled labeled termed hailed praised dismissed denounced condemned criticised", .names),
        ("criticized slammed accused blamed likened calling describing dismissing", .names),
        // German: what stands behind a closing mark and a comma.
        ("sagte sagt erklärte erklärt betonte betont meinte meint berichtete warnte forderte kritisierte ergänzte schrieb", [.cue]),
        ("dit déclaré déclare affirme affirmé explique expliqué ajoute ajouté assuré estime", [.cue]),
        ("dijo afirmó explicó añadió declaró aseguró señaló", [.cue]),
        ("that dass que", .that),
        ("whether if how why what when where who", .whether),
        ("he er il él", .he),
        ("she sie elle ella", .she),
        ("they it i we", .otherPronoun),
        // They begin clauses, but nobody reports what "you" say.
        ("you there", [.otherPronoun, .determiner]),
        ("who which whose whom", .who),
        ("is are was were be been being am", [.be, .filler]),
        ("not n't never neither nor nobody", .negation),
        ("to", .to),
        ("the a an this these those his her its their our my your some all no many most several each every both another any", .determiner),
        ("of for from with by between against about into over under than like", .preposition),
        ("on in at after before during since until late early earlier last next when as while via through outside inside near behind", [.preposition, .adjunct]),
        ("yesterday today tomorrow", [.calendar, .adjunct]),
        ("has have had having will would could can may might must should did do does also then later further again often always once", .filler),
        ("now still already even just reportedly only simply long twice sometimes recently yet too", .filler),
        ("and but or because though although so unless", .conjunction),
        ("while when as after if before since until", .conjunction),
        ("according laut", .according),
        ("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september", .calendar),
        ("october november december", .calendar),
        ("mr mr. sir lord king prince herr monsieur m. señor father brother uncle husband man boy son grandfather spokesman chairman widower", .male),
        ("mrs mrs. ms ms. miss dame lady queen princess frau madame mme señora sister mother aunt wife woman girl daughter grandmother spokeswoman chairwoman widow actress", .female),
    ].map { (words: $0.0, value: ($0.1 as WordTraits).rawValue) })

    /// Of a token that is no word.
    static func of(mark bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordTraits {
        switch bytes[range.lowerBound] {
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "."): return .stop
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "-"): return .clauseBreak
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return .mark
        // "'s" and "'ll" are words.
        case UInt8(ascii: "'"): return range.count == 1 || bytes[range.lowerBound + 1] == UInt8(ascii: "'") ? .mark : []
        case 0xC2 where range.count == 2: return bytes[range.lowerBound + 1] == 0xAB || bytes[range.lowerBound + 1] == 0xBB ? .mark : []
        case 0xE2 where range.count == 3 && bytes[range.lowerBound + 1] == 0x80:
            switch bytes[range.lowerBound + 2] {
            case 0x90...0x95: return .clauseBreak
            case 0x98...0x9F: return .mark
            case 0xA6: return .stop
            default: return []
            }
        default: return []
        }
    }
}

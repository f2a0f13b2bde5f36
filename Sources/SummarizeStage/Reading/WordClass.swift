/// What a word can tell about the sentence it stands in. English; a text in another language simply has none.
struct WordClass: OptionSet, Sendable {
    let rawValue: UInt16

    /// Refers back to a person or thing.
    static let pronoun = WordClass(rawValue: 1 << 0)
    /// Refers back, unless it fills an empty subject ("It is hard to …").
    static let neuter = WordClass(rawValue: 1 << 1)
    static let demonstrative = WordClass(rawValue: 1 << 2)
    /// Ties the sentence to the one before when it opens it.
    static let connective = WordClass(rawValue: 1 << 3)
    static let firstPerson = WordClass(rawValue: 1 << 4)
    static let secondPerson = WordClass(rawValue: 1 << 5)
    /// Names the source of a statement.
    static let attribution = WordClass(rawValue: 1 << 6)
    /// A form that only verbs have.
    static let verb = WordClass(rawValue: 1 << 7)
    /// Points at a picture.
    static let picture = WordClass(rawValue: 1 << 8)
    /// Asks the reader to do something.
    static let appeal = WordClass(rawValue: 1 << 9)
    /// A weekday or month.
    static let calendar = WordClass(rawValue: 1 << 10)
    /// So common that it tells nothing of a text's subject.
    static let function = WordClass(rawValue: 1 << 11)
    /// Says where in a picture to look.
    static let inPicture = WordClass(rawValue: 1 << 13)
    /// Sets the scene in time ("when", "after").
    static let temporal = WordClass(rawValue: 1 << 12)

    /// The class of the word with this hash of its folded form.
    ///
    /// - Complexity: O(1).
    static func of(form: UInt64) -> WordClass {
        table[form] ?? []
    }

    private static let table: [UInt64: WordClass] = {
        var table: [UInt64: WordClass] = [:]
        func add(_ words: String, _ wordClass: WordClass) {
            for word in words.split(separator: " ") {
                table[WordScanner.hash(of: String(word)), default: []].formUnion(wordClass)
            }
        }
        add("he she they him her them his hers their theirs himself herself themselves", [.pronoun, .function])
        add("it its itself", [.neuter, .function])
        add("this that these those such", [.demonstrative, .function])
        add("but and or so yet nor", [.connective, .function])
        add("however meanwhile moreover furthermore nevertheless nonetheless still instead therefore thus hence", .connective)
        add("consequently besides additionally likewise similarly otherwise then also afterward afterwards indeed", .connective)
        add("rather conversely accordingly regardless elsewhere again", .connective)
        add("i me my mine we us our ours myself ourselves", [.firstPerson, .function])
        add("you your yours yourself", [.secondPerson, .function])
        add("said says say saying told tells tell added adds asked according wrote writes tweeted explained", [.attribution, .verb])
        add("insisted argued argues claimed claims announced noted stated warned recalled reported testified", [.attribution, .verb])
        add("is was were are be been being am has have had will would can could may might must should", [.verb, .function])
        add("do does did went came made took got gave found won lost left met led held began became kept sent brought", .verb)
        add("built bought sold paid saw ran fell rose grew spoke broke hit cut put set let knew thought felt stood", .verb)
        add("makes takes gets gives finds comes goes shows wants needs plans remains becomes seems appears isn wasn don", .verb)
        add("hasn didn won couldn wouldn shouldn aren weren haven hadn doesn re ve ll", .verb)
        add("pictured photo photograph photographed image images picture footage file courtesy caption video", .picture)
        add("pictured left right centre center front above below top bottom inset", .inPicture)
        add("subscribe newsletter newsletters follow click sign download submit contact email register donate share", .appeal)
        add("monday tuesday wednesday thursday friday saturday sunday january february march april may june july", .calendar)
        add("august september october november december jan feb aug sept oct nov dec", .calendar)
        add("when after before while during since until once as", [.temporal, .function])
        add("the a an of to in on at by for with from into over under about against between through out up down off", .function)
        add("not no who whom whose which what where why how if than too very just more most some any all both each", .function)
        add("there here one two other another only own same s t d m ll don now even back much many because although though", .function)
        return table
    }()
}

/// Small closed lists of English words that tell what follows a stop.
enum FunctionWord {
    /// Verbs that report speech: `"Stop!" he said`.
    static let speech: Int8 = 1
    /// Subjects in `he said`.
    static let pronoun: Int8 = 2
    /// Words that carry a sentence on after a name that ends in `!` or a short word with a stop.
    static let link: Int8 = 3
    /// What may follow a time of day inside a sentence: time zones, weekdays, months.
    static let timeZone: Int8 = 4
    /// Words that open a time phrase: `At 5 a.m.`
    static let timeOpener: Int8 = 5

    static let table: WordTable = {
        var table = WordTable(capacity: 200)
        table.add(
            "said says say asked asks replied replies shouted shouts yelled yells cried cries whispered whispers added adds thought told tells exclaimed exclaims called answered answers muttered mutters wrote writes screamed screams joked jokes explained explains continued continues snapped sighed laughed murmured insisted declared demanded warned announced wondered repeated",
            speech)
        table.add("he she they i we you it one who", pronoun)
        table.add("and or of in is for to that with on was has are were as from but", link)
        table.add(
            "eastern pacific central mountain gmt utc est edt cst cdt mst mdt pst pdt bst cet et pt ct monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december",
            timeZone)
        table.add("at by around about until before after since from", timeOpener)
        return table
    }()
}

import StageKit

/// The words of each language that say nothing of what a text is about.
struct StopWords {
    private let languages: [(code: String, bit: UInt32)]
    private let table: WordTable
    private let uses: WordTable

    static let shipped = StopWords()

    private init() {
        languages = StopWords.lists.enumerated().map { ($0.element.code, 1 << UInt32($0.offset)) }
        table = WordTable(lists: StopWords.lists.enumerated().map { (words: $0.element.words, value: 1 << UInt32($0.offset)) })
        uses = WordTable(lists: [
            (words: StopWords.openers, value: StopWords.opens), (words: StopWords.links, value: StopWords.joins),
            (words: StopWords.determiners, value: StopWords.determines),
        ])
    }

    /// In which languages a word is one, a bit each.
    @inline(__always)
    func languages(of hash: UInt64) -> UInt32 { table[hash] }

    /// Whether a name may begin with this stop word where it has a capital: "New Zealand".
    @inline(__always)
    func opensNames(_ hash: UInt64) -> Bool { uses[hash] & StopWords.opens != 0 }

    /// Whether it is a preposition that stands inside names: "Bank of Norway". "And" is none: it rather stands between two names.
    @inline(__always)
    func joinsNames(_ hash: UInt64) -> Bool { uses[hash] & StopWords.joins != 0 }

    /// Whether an English noun phrase follows this stop word.
    @inline(__always)
    func isDeterminer(_ hash: UInt64) -> Bool { uses[hash] & StopWords.determines != 0 }

    private static let opens: UInt32 = 1
    private static let joins: UInt32 = 2
    private static let determines: UInt32 = 4
    private static let determiners = "the a an this that these those my your his her its our their no each every another"
    private static let openers = "new old great little long three nuevo nueva novo nova nuovo nuova neue neues nouvelle"
    private static let links = "of for de du des del della delle dei degli di da do dos das der von vom van den af av för für"

    /// The bit of a language ("en", "en-GB"); nil where there is no list for it.
    func bit(of language: String) -> UInt32? {
        let code = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return languages.first { $0.code == code }?.bit
    }

    /// The language whose stop words are the most frequent here; nil where hardly any are, so that there is no list.
    ///
    /// - Parameter hits: how often a word of each language's list was seen.
    func likeliest(_ hits: [Int], ofWords words: Int) -> UInt32? {
        guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), hits[best] * StopWords.leastShare > words else { return nil }
        return languages[best].bit
    }

    var count: Int { languages.count }

    /// A third of the words of running text are stop words; less than one in eight is no sign of a language.
    private static let leastShare = 8

    private static let lists: [(code: String, words: String)] = [
        ("en", """
            a about above across after again against ago all almost along already also although always am among an and another any anyone anything \
            are around as asked at away back be became because become becomes been before began behind being believe below best better between both \
            but by came can cannot come comes could day days did didn't do does doesn't doing done don't down during each early either else end enough \
            even ever every everyone everything far few first five for former found four from full gave get gets getting give given go goes going gone \
            good got great had half has hasn't have having he held her here hers herself him himself his how however i if in including indeed inside \
            instead into is isn't it its itself just keep kept knew know known knows last late later least left less let like likely little long longer \
            look looked made make makes making many may maybe me mean means meanwhile might month months more most mostly much must my myself near \
            nearly need needs never new next nine no nobody nor not nothing now of off often old on once one ones only onto or other others our out \
            outside over own part people per perhaps put quite rather really right said same saw say saying says second see seem seemed seems seen set \
            seven several shall she should show showed shown since six small so some somebody someone something sometimes soon still such sure take taken \
            takes taking tell ten than that the their them themselves then there these they thing things think third this those though thought three \
            through thus time times to today together told too took toward towards turn turned twice two under until up upon us use used using very via \
            want wanted wants was wasn't way we week weeks well went were weren't what when where whether which while who whole whom whose why will with \
            within without won't work would year years yes yet you your yourself n't 's 're 've 'll 'd 'm monday tuesday wednesday thursday friday \
            saturday sunday january february march april june july august september october november december yesterday tomorrow morning evening \
            afternoon night added according called came mr mrs ms dr percent cent hundred thousand million billion
            """),
        ("de", """
            der die das den dem des ein eine einer eines einem einen und oder aber auch als am an auf aus bei bis da damit dann dass denn doch durch er \
            es für gegen habe haben hat hatte hatten hier hinter ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist ja jede jeder jedes kann kein \
            keine können konnte machen man mehr mit muss müssen nach nicht noch nun nur ob ohne sagt sagte schon sehr sei sein seine seinem seinen \
            seiner seit sich sie sind so soll sollen sollte über um uns unter vom von vor war waren was weil wenn werden wer wie wieder will wir wird \
            wo worden wurde wurden zu zum zur zwischen jahr jahre jahren tag uhr prozent
            """),
        ("fr", """
            le la les un une des du de et ou mais donc or ni car que qui quoi dont où à au aux avec ce cet cette ces dans en entre par pas pour sans \
            se ses son sa sur sous est sont était étaient été être avoir a ont avait avaient il elle ils elles on nous vous je tu me te lui leur \
            leurs ne plus moins très bien aussi comme si tout tous toute toutes même fait faire après avant depuis chez deux trois an ans dit alors \
            encore selon ainsi c'est l d s n qu j m y
            """),
        ("es", """
            el la los las un una unos unas de del al y o u pero que quien como cuando donde en con por para sin sobre entre hasta desde se su sus lo le \
            les me te nos es son era eran fue fueron ser estar está están ha han había hay no ni sí más menos muy ya también este esta estos estas ese \
            esa eso todo todos toda todas años año dijo según tras dos tres
            """),
        ("it", """
            il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel nella nei con su sul \
            sulla per tra fra e ed o ma che chi cui come quando dove non è sono era erano essere stato stata ha hanno aveva si ci ne lui lei loro \
            suo sua suoi questo questa questi quello più meno molto anche già se anni anno dopo prima tutto tutti
            """),
        ("nl", """
            de het een en of maar van in op te aan met voor door uit bij naar om over tot tegen tussen is zijn was waren wordt worden werd heeft hebben \
            had hij zij ze het hun hem haar wij we ik je u dat die dit deze wie wat waar als dan dat niet geen ook nog al zo er zich meer veel kan \
            kunnen zou moet moeten jaar jaren zei zegt
            """),
        ("pt", """
            o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem sobre entre até e ou mas que quem como quando onde se seu \
            sua seus suas ao à é são era foi foram ser estar está estão tem têm havia há não mais menos muito já também este esta isso todo todos anos \
            ano disse segundo
            """),
        ("sv", """
            och i att det som en på är av för med den till inte om ett han hon de var från så men sig kan vi man nu har hade där eller när efter upp \
            vid ska skulle vara blev blir också under över mot än ut sin sina mer alla år säger sade
            """),
        ("da", """
            og i at det som en på er af for med den til ikke om et han hun de var fra så men sig kan vi man nu har havde der eller når efter op ved \
            skal skulle være blev bliver også under over mod end ud sin sine mere alle år siger sagde
            """),
    ]
}

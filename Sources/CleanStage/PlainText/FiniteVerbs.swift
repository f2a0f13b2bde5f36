/// Whether a line could be a sentence: has a word that can be a finite verb. A caption often has none ("The old mill,
/// closed since 1974."), a lede always has.
enum FiniteVerbs {
    private static let words: Set<[UInt8]> = Set("""
        is are was were be am has have had does do did will would can could may might must shall should isn't aren't wasn't weren't won't can't said says say
        told tells went goes go came comes come made makes make took takes take got gets get gave gives give found finds find knew knows know thought thinks
        think saw sees see left leaves leave felt feels feel put puts brought brings bring began begins begin kept keeps keep held holds hold wrote writes
        write stood stands stand lost loses lose paid pays pay met meets meet sat sits sit ran runs run led leads lead grew grows grow rose rises rise fell
        falls fall sent sends send built builds build broke breaks break spent spends spend won wins win hit hits cut cuts set sets let lets shot shoots
        struck strikes sold sells buys bought taught teaches caught catches fought fights became becomes become wants want needs need seems seem looks look
        plans plan faces face calls call shows show helps help works work plays play moves move lives live lies lay speaks spoke walks walk opens open
        closes warns warn hopes hope fears expects expect remains remain continues continue hopes asks ask urges agrees agree backs bans votes vote
        """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

    /// Words that end in "-ed" count, too; a caption's participle ("closed since 1974") follows a comma or noun and
    /// cannot be told from a past tense by its form, so only those behind a comma are left out.
    static func occur(in paragraph: TextParagraph) -> Bool {
        var isAfterComma = false
        for word in paragraph.lowercased.split(separator: 0x20) {
            let endsInComma = word.last == UInt8(ascii: ",")
            let bare = Array(word.filter { ($0 &- 0x61 < 26) || $0 == UInt8(ascii: "'") || $0 >= 0x80 })
            let plain = ByteSearch.contains(bare, [0xE2, 0x80, 0x99]) ? Array(String(decoding: bare, as: UTF8.self).map { $0 == "’" ? "'" : $0 }.map(String.init).joined().utf8) : bare
            if words.contains(plain) { return true }
            if plain.count > 4, plain.suffix(2).elementsEqual("ed".utf8), !isAfterComma { return true }
            isAfterComma = endsInComma
        }
        return false
    }
}

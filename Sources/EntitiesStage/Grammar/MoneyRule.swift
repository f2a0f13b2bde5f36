/// Money: "$1.5 million", "€20bn", "US$5", "Rs 500 crore", "20 euros", "50 cents". The value is amount and ISO 4217
/// code: "1500000 USD"; see ``SharedCurrency`` for names of several currencies.
enum MoneyRule {
    /// Signs and the letters that may stand before a dollar sign.
    private static let signs: [(sign: StaticString, code: StaticString)] = [
        ("us$", "USD"), ("c$", "CAD"), ("ca$", "CAD"), ("a$", "AUD"), ("au$", "AUD"), ("nz$", "NZD"), ("hk$", "HKD"), ("s$", "SGD"),
        ("nt$", "TWD"), ("r$", "BRL"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₩", "KRW"), ("₦", "NGN"),
        ("₽", "RUB"), ("₺", "TRY"), ("₪", "ILS"), ("₱", "PHP"), ("₫", "VND"), ("₴", "UAH"), ("฿", "THB"),
        ("₵", "GHS"), ("gh₵", "GHS"), ("₸", "KZT"), ("৳", "BDT"), ("₾", "GEL"), ("₡", "CRC"), ("j$", "JMD"), ("mx$", "MXN"), ("n$", "NAD"),
    ]

    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        behindSign(text, start) ?? beforeName(text, start)
    }

    private static func behindSign(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        var code: StaticString?
        var at = start
        if let found = signs.first(where: { text.has($0.sign, at: start) }) {
            code = found.code
            at += found.sign.utf8CodeUnitCount
        } else if case (.currencyCode(let name)?, let end) = text.word(start), text[start] &- 0x41 < 26 {
            guard isWrittenAsCode(text, start, end) else { return nil }
            code = name
            at = text[end] == 0x2E ? end + 1 : end
        }
        guard let code, let (number, end) = text.amount(text.skipBlanks(at)), text.isDigit(text.skipBlanks(at)) else { return nil }
        guard text.isBoundary(end) else { return nil }
        // "$5 US", "$3 million dollars".
        let (lexeme, behind) = text.word(text.skipBlanks(end))
        if lexeme?.isCurrency == true {
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number) \(code)")
        }
        return GrammarMatch(range: start..<end, type: .money, value: "\(number) \(code)")
    }

    /// All capitals ("KES"), or a capital and at most three small letters that are no word ("Rs", "KSh", "Dhs").
    private static func isWrittenAsCode(_ text: GrammarText, _ start: Int, _ end: Int) -> Bool {
        text[start] &- 0x41 < 26 && (text[start + 1] &- 0x41 < 26 || !text.isVowel(start + 1))
    }

    private static func beforeName(_ text: GrammarText, _ start: Int) -> GrammarMatch? {
        guard let (number, end) = text.amount(start) else { return nil }
        let next = text.skipBlanksOrHyphen(end)
        if text.has("€", at: next) { return GrammarMatch(range: start..<next + 3, type: .money, value: "\(number) EUR") }
        let (lexeme, behind) = text.word(next)
        switch lexeme {
        case .currency(let code)?:
            // "won 3 won" aside, a verb or weight may look the same: "the team of 11 won".
            if code.description == "KRW", number.exponent < 3, number.mantissa < 100 { return nil }
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number) \(code)")
        case .sharedCurrency(let shared)?:
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number)", currency: (shared, nil))
        case .currencyCode(let code)?:
            guard isWrittenAsCode(text, next, behind) else { return nil }
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number) \(code)")
        case .cents?:
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number.scaled(-2)) USD")
        default:
            return nationalCurrency(text, start, number, next)
        }
    }

    /// "5 million US dollars", "3 Swiss francs", "20 Kenya shillings": a country, then the currency.
    private static func nationalCurrency(_ text: GrammarText, _ start: Int, _ number: DecimalNumber, _ next: Int) -> GrammarMatch? {
        guard text[next] &- 0x41 < 26 else { return nil }
        for (words, shared, code) in SharedCurrency.national where text.has(words, at: next) {
            guard case (.sharedCurrency(shared)?, let end) = text.word(next + words.utf8CodeUnitCount) else { continue }
            return GrammarMatch(range: start..<end, type: .money, value: "\(number) \(code)", currency: (shared, code))
        }
        // Any other country's: "30 Turkish lira", "5 billion South Korean won".
        var at = next
        for _ in 0..<2 where text[at] &- 0x41 < 26 {
            while text.isASCIILetter(at) { at += 1 }
            guard text[at] == 0x20 else { return nil }
            at += 1
            if case (.currency(let code)?, let end) = text.word(at), text.isASCIILetter(at) {
                return GrammarMatch(range: start..<end, type: .money, value: "\(number) \(code)")
            }
        }
        return nil
    }
}

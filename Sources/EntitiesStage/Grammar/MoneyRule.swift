/// Money: "$1.5 million", "€20bn", "US$5", "Rs 500 crore", "20 euros", "50 cents". The value is amount and ISO 4217
/// code: "1500000 USD". A bare dollar is taken for the US one, as most news mean it.
enum MoneyRule {
    /// Signs and the letters that may stand before a dollar sign.
    private static let signs: [(sign: StaticString, code: StaticString)] = [
        ("us$", "USD"), ("c$", "CAD"), ("ca$", "CAD"), ("a$", "AUD"), ("au$", "AUD"), ("nz$", "NZD"), ("hk$", "HKD"), ("s$", "SGD"),
        ("nt$", "TWD"), ("r$", "BRL"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₩", "KRW"), ("₦", "NGN"),
        ("₽", "RUB"), ("₺", "TRY"), ("₪", "ILS"), ("₱", "PHP"), ("₫", "VND"), ("₴", "UAH"), ("฿", "THB"),
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
            code = name
            at = text[end] == 0x2E ? end + 1 : end
        }
        guard let code, let (number, end) = text.amount(text.skipBlanks(at)), text.isDigit(text.skipBlanks(at)) else { return nil }
        guard text.isBoundary(end) else { return nil }
        // "$5 US", "$3 million dollars".
        if case (.currency?, let behind) = text.word(text.skipBlanks(end)) {
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number) \(code)")
        }
        return GrammarMatch(range: start..<end, type: .money, value: "\(number) \(code)")
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
        case .currencyCode(let code)?:
            guard text[next] &- 0x41 < 26, text[next + 1] &- 0x41 < 26 else { return nil }
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number) \(code)")
        case .cents?:
            return GrammarMatch(range: start..<behind, type: .money, value: "\(number.scaled(-2)) USD")
        default:
            return nationalCurrency(text, start, number, next)
        }
    }

    /// "5 million US dollars", "3 Swiss francs": one capitalised word, then the currency.
    private static func nationalCurrency(_ text: GrammarText, _ start: Int, _ number: DecimalNumber, _ next: Int) -> GrammarMatch? {
        let national: [(StaticString, String)] = [
            ("us dollar", "USD"), ("u.s. dollar", "USD"), ("american dollar", "USD"), ("canadian dollar", "CAD"),
            ("australian dollar", "AUD"), ("hong kong dollar", "HKD"), ("singapore dollar", "SGD"), ("new zealand dollar", "NZD"),
            ("swiss franc", "CHF"), ("cfa franc", "XOF"), ("pakistani rupee", "PKR"), ("egyptian pound", "EGP"),
            ("british pound", "GBP"), ("mexican peso", "MXN"), ("philippine peso", "PHP"), ("kenyan shilling", "KES"),
            ("danish kroner", "DKK"),
        ]
        guard let (words, code) = national.first(where: { text.has($0.0, at: next) }) else { return nil }
        var end = next + words.utf8CodeUnitCount
        if text[end] | 0x20 == 0x73 { end += 1 }
        return text.isBoundary(end) ? GrammarMatch(range: start..<end, type: .money, value: "\(number) \(code)") : nil
    }
}

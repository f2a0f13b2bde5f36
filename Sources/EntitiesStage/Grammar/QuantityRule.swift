/// Measures: "12 km", "200-mile", "3.5 million barrels", "40 degrees Celsius", "5 square miles". The value is the number and
/// the unit's symbol: "12 km", "5 mi²".
enum QuantityRule {
    static func match(_ text: GrammarText, at start: Int) -> GrammarMatch? {
        guard let (number, end) = text.amount(start) else { return nil }
        let next = text.skipBlanksOrHyphen(end)
        if text.has("°c", at: next) || text.has("°f", at: next) {
            return GrammarMatch(range: start..<next + 3, type: .quantity, value: "\(number) °\(text[next + 2] | 0x20 == 0x63 ? "C" : "F")")
        }
        let (lexeme, behind) = text.word(next)
        switch lexeme {
        case .unit(let symbol)?:
            // "km/h" and "kilometres per hour".
            var (symbol, behind) = (symbol.description, behind)
            if text.has("/h", at: behind), text.isBoundary(behind + 2) {
                symbol += "/h"
                behind += 2
            } else if text.has(" per hour", at: behind), text.isBoundary(behind + 9) {
                symbol += "/h"
                behind += 9
            }
            return GrammarMatch(range: start..<behind, type: .quantity, value: "\(number) \(symbol)")
        case .square?, .cubic?:
            let at = text.skipBlanks(text[behind] == 0x2E ? behind + 1 : behind)
            guard case (.unit(let symbol)?, let unitEnd) = text.word(at) else { return nil }
            let power = if case .square? = lexeme { "²" } else { "³" }
            return GrammarMatch(range: start..<unitEnd, type: .quantity, value: "\(number) \(symbol)\(power)")
        case .degrees?:
            guard case (.unit(let symbol)?, let unitEnd) = text.word(text.skipBlanks(behind)), symbol.utf8Start[0] >= 0x80 else {
                return GrammarMatch(range: start..<behind, type: .quantity, value: "\(number) °")
            }
            return GrammarMatch(range: start..<unitEnd, type: .quantity, value: "\(number) \(symbol)")
        default: return nil
        }
    }
}

internal import CCLD2

/// The languages that the detector knows.
enum LanguageNames {
    /// Codes of before 1989, and what they became.
    private static let renamed = ["iw": "he", "jw": "jv", "in": "id", "ji": "yi", "mo": "ro"]

    /// The BCP 47 code of a language; nil where the number stands for none, or for a mere script.
    static func code(_ language: Int32) -> String? {
        guard language >= 0, language < copydesk_cld2_language_count() else { return nil }
        let code = String(cString: copydesk_cld2_code(language))
        guard code != "un", !code.hasPrefix("xx"), code.utf8.first.map({ $0 &- 0x61 < 26 }) == true else { return nil }
        return renamed[code] ?? code
    }

    /// Codes by English name in small letters: "english": "en".
    static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for language in 0..<copydesk_cld2_language_count() {
            guard let code = code(language) else { continue }
            codes[String(cString: copydesk_cld2_name(language)).lowercased()] = code
        }
        return codes
    }()
}

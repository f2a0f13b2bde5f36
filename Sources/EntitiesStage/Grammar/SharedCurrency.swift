/// Names of currencies that several countries have.
enum SharedCurrency: UInt8, Sendable {
    case dollar, pound, rupee, franc, peso, shilling, dinar, rial, krone, kwacha

    /// The code where nothing in the article says which one: only where nearly all news mean it.
    var usual: String? {
        switch self {
        case .dollar: "USD"
        case .pound: "GBP"
        case .rupee: "INR"
        case .franc, .peso, .shilling, .dinar, .rial, .krone, .kwacha: nil
        }
    }

    /// The country before the name, as the start of what stands there, and the code.
    static let national: [(words: StaticString, shared: SharedCurrency, code: String)] = [
        ("us ", .dollar, "USD"), ("u.s. ", .dollar, "USD"), ("american ", .dollar, "USD"), ("canadian ", .dollar, "CAD"),
        ("australian ", .dollar, "AUD"), ("new zealand ", .dollar, "NZD"), ("hong kong ", .dollar, "HKD"), ("singapore ", .dollar, "SGD"),
        ("new taiwan ", .dollar, "TWD"), ("taiwan ", .dollar, "TWD"), ("jamaican ", .dollar, "JMD"), ("namibian ", .dollar, "NAD"),
        ("liberian ", .dollar, "LRD"), ("fijian ", .dollar, "FJD"), ("british ", .pound, "GBP"), ("egyptian ", .pound, "EGP"),
        ("lebanese ", .pound, "LBP"), ("syrian ", .pound, "SYP"), ("sudanese ", .pound, "SDG"), ("south sudanese ", .pound, "SSP"),
        ("indian ", .rupee, "INR"), ("pakistani ", .rupee, "PKR"), ("pakistan ", .rupee, "PKR"), ("sri lankan ", .rupee, "LKR"),
        ("sri lanka ", .rupee, "LKR"), ("nepali ", .rupee, "NPR"), ("nepalese ", .rupee, "NPR"), ("mauritian ", .rupee, "MUR"),
        ("swiss ", .franc, "CHF"), ("cfa ", .franc, "XOF"), ("west african cfa ", .franc, "XOF"), ("central african cfa ", .franc, "XAF"),
        ("rwandan ", .franc, "RWF"), ("rwanda ", .franc, "RWF"), ("congolese ", .franc, "CDF"), ("burundian ", .franc, "BIF"),
        ("guinean ", .franc, "GNF"), ("mexican ", .peso, "MXN"), ("philippine ", .peso, "PHP"), ("argentine ", .peso, "ARS"),
        ("argentinian ", .peso, "ARS"), ("chilean ", .peso, "CLP"), ("colombian ", .peso, "COP"), ("uruguayan ", .peso, "UYU"),
        ("cuban ", .peso, "CUP"), ("dominican ", .peso, "DOP"), ("kenyan ", .shilling, "KES"), ("kenya ", .shilling, "KES"),
        ("ugandan ", .shilling, "UGX"), ("uganda ", .shilling, "UGX"), ("tanzanian ", .shilling, "TZS"), ("tanzania ", .shilling, "TZS"),
        ("somali ", .shilling, "SOS"), ("kuwaiti ", .dinar, "KWD"), ("jordanian ", .dinar, "JOD"), ("iraqi ", .dinar, "IQD"),
        ("bahraini ", .dinar, "BHD"), ("tunisian ", .dinar, "TND"), ("algerian ", .dinar, "DZD"), ("libyan ", .dinar, "LYD"),
        ("serbian ", .dinar, "RSD"), ("iranian ", .rial, "IRR"), ("omani ", .rial, "OMR"), ("yemeni ", .rial, "YER"), ("qatari ", .rial, "QAR"),
        ("danish ", .krone, "DKK"), ("norwegian ", .krone, "NOK"), ("zambian ", .kwacha, "ZMW"), ("malawian ", .kwacha, "MWK"),
        ("malawi ", .kwacha, "MWK"),
    ]

    /// Gives amounts in a shared currency the code that the article had last for that name, or else the usual one.
    ///
    /// - Complexity: O(matches).
    static func resolve(_ matches: inout [GrammarMatch]) {
        var codes: [SharedCurrency: String] = [:]
        for index in matches.indices {
            guard let currency = matches[index].currency else { continue }
            if let code = currency.code {
                codes[currency.shared] = code
            } else if let code = codes[currency.shared] ?? currency.shared.usual, let amount = matches[index].value {
                matches[index].value = "\(amount) \(code)"
            }
        }
    }
}

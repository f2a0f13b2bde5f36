/// The words that the rules know, lower-cased.
enum LexemeList {
    static let all: [(String, Lexeme)] = months + numbers + time + zones + currencies + codes + units

    private static let months: [(String, Lexeme)] = [
        ("january jan", .month(1, isAlsoWord: false)), ("february feb", .month(2, isAlsoWord: false)),
        ("march", .month(3, isAlsoWord: true)), ("mar", .month(3, isAlsoWord: true)), ("april apr", .month(4, isAlsoWord: false)),
        ("may", .month(5, isAlsoWord: true)), ("june jun", .month(6, isAlsoWord: false)), ("july jul", .month(7, isAlsoWord: false)),
        ("august", .month(8, isAlsoWord: false)), ("aug", .month(8, isAlsoWord: false)),
        ("september sept sep", .month(9, isAlsoWord: false)), ("october oct", .month(10, isAlsoWord: false)),
        ("november nov", .month(11, isAlsoWord: false)), ("december dec", .month(12, isAlsoWord: false)),
        ("monday mon", .weekday(1)), ("tuesday tue tues", .weekday(2)), ("wednesday", .weekday(3)),
        ("thursday thu thurs", .weekday(4)), ("friday fri", .weekday(5)), ("saturday", .weekday(6)), ("sunday", .weekday(7)),
    ]

    private static let numbers: [(String, Lexeme)] = [
        ("zero", .number(0)), ("one", .number(1)), ("two", .number(2)), ("three", .number(3)), ("four", .number(4)),
        ("five", .number(5)), ("six", .number(6)), ("seven", .number(7)), ("eight", .number(8)), ("nine", .number(9)),
        ("ten", .number(10)), ("eleven", .number(11)), ("twelve", .number(12)), ("thirteen", .number(13)), ("fourteen", .number(14)),
        ("fifteen", .number(15)), ("sixteen", .number(16)), ("seventeen", .number(17)), ("eighteen", .number(18)),
        ("nineteen", .number(19)), ("twenty", .number(20)), ("thirty", .number(30)), ("forty", .number(40)), ("fifty", .number(50)),
        ("sixty", .number(60)), ("seventy", .number(70)), ("eighty", .number(80)), ("ninety", .number(90)), ("a an", .article),
        ("hundred", .magnitude(2, isLetter: false)), ("thousand", .magnitude(3, isLetter: false)),
        ("lakh lakhs", .magnitude(5, isLetter: false)), ("million", .magnitude(6, isLetter: false)),
        ("crore crores", .magnitude(7, isLetter: false)), ("billion", .magnitude(9, isLetter: false)),
        ("trillion", .magnitude(12, isLetter: false)), ("k", .magnitude(3, isLetter: true)), ("m mn mln", .magnitude(6, isLetter: true)),
        ("b bn bln", .magnitude(9, isLetter: true)), ("tn trn", .magnitude(12, isLetter: true)),
        // As continental news has it: "3,5 Mio. Euro".
        ("mio", .magnitude(6, isLetter: false)), ("mrd", .magnitude(9, isLetter: false)), ("minus", .minus),
    ]

    private static let time: [(String, Lexeme)] = [
        ("today tonight", .day(0)), ("yesterday", .day(-1)), ("tomorrow", .day(1)), ("last past", .last), ("next coming", .next),
        ("this", .this), ("ago", .ago), ("day days", .period(.day)), ("week weeks", .period(.week)), ("month months", .period(.month)),
        ("year years", .period(.year)), ("decade decades", .period(.decade)),
        ("in since by from until till during before after through to and between around about", .preposition), ("of", .of),
        ("early", .early), ("late", .late), ("mid", .mid), ("will shall would ll expect expects expected due scheduled upcoming", .will),
        ("said says told announced added wrote reported confirmed", .said), ("is are was were be", .toBe), ("noon", .noon),
        ("midnight", .midnight), ("spring summer autumn fall winter", .season),
    ]

    /// "IST", "BST", "CST" and the like mean several zones.
    private static let zones: [(String, Lexeme)] = [
        ("et ct cst cdt mt pt bst ist ast", .zone(nil)), ("gmt utc", .zone("Z")), ("est", .zone("-05:00")), ("edt", .zone("-04:00")),
        ("mst", .zone("-07:00")), ("mdt", .zone("-06:00")), ("pst", .zone("-08:00")), ("pdt", .zone("-07:00")), ("brt", .zone("-03:00")),
        ("wat cet", .zone("+01:00")), ("cat sast eet cest", .zone("+02:00")), ("eat eest msk trt", .zone("+03:00")), ("pkt", .zone("+05:00")),
        ("npt", .zone("+05:45")), ("wib", .zone("+07:00")), ("sgt hkt pht awst", .zone("+08:00")), ("jst kst", .zone("+09:00")),
        ("aest", .zone("+10:00")), ("aedt", .zone("+11:00")), ("nzst", .zone("+12:00")), ("nzdt", .zone("+13:00")),
    ]

    private static let currencies: [(String, Lexeme)] = [
        ("percent pct pc", .percent), ("percentage", .percentagePoint), ("per", .per), ("cent cents", .cents),
        ("dollar dollars", .sharedCurrency(.dollar)), ("euro euros", .currency("EUR")), ("pound pounds", .sharedCurrency(.pound)),
        ("sterling", .currency("GBP")), ("yen", .currency("JPY")), ("yuan renminbi", .currency("CNY")), ("rupee rupees", .sharedCurrency(.rupee)),
        ("franc francs", .sharedCurrency(.franc)), ("peso pesos", .sharedCurrency(.peso)), ("shilling shillings", .sharedCurrency(.shilling)),
        ("dinar dinars", .sharedCurrency(.dinar)), ("rial rials", .sharedCurrency(.rial)), ("krone kroner", .sharedCurrency(.krone)),
        ("ruble rubles rouble roubles", .currency("RUB")), ("won", .currency("KRW")), ("naira", .currency("NGN")),
        ("birr", .currency("ETB")), ("kwacha", .sharedCurrency(.kwacha)), ("kyat kyats", .currency("MMK")), ("tenge", .currency("KZT")),
        ("lari", .currency("GEL")), ("afghani afghanis", .currency("AFN")), ("koruna korunas", .currency("CZK")), ("kwanza kwanzas", .currency("AOA")),
        ("metical meticais", .currency("MZN")), ("bolivar bolivars", .currency("VES")), ("riel riels", .currency("KHR")), ("dram drams", .currency("AMD")),
        ("shekel shekels", .currency("ILS")), ("baht", .currency("THB")), ("ringgit", .currency("MYR")), ("rupiah", .currency("IDR")),
        ("rand", .currency("ZAR")), ("lira liras", .currency("TRY")), ("hryvnia hryvnias", .currency("UAH")),
        ("zloty zlotys", .currency("PLN")), ("taka", .currency("BDT")), ("dong", .currency("VND")), ("cedi cedis", .currency("GHS")),
        ("dirham dirhams", .currency("AED")), ("riyal riyals", .currency("SAR")), ("krona kronor", .currency("SEK")),
        ("forint forints", .currency("HUF")), ("reais", .currency("BRL")),
    ]

    /// ISO 4217 codes and what papers write for them; not those that are words or names as well ("COP 28", "ALL").
    private static let codes: [(String, Lexeme)] = [
        ("usd", .currencyCode("USD")), ("eur", .currencyCode("EUR")), ("gbp", .currencyCode("GBP")), ("jpy", .currencyCode("JPY")),
        ("cny rmb", .currencyCode("CNY")), ("inr rs", .currencyCode("INR")), ("rub", .currencyCode("RUB")), ("krw", .currencyCode("KRW")),
        ("chf", .currencyCode("CHF")), ("cad", .currencyCode("CAD")), ("aud", .currencyCode("AUD")), ("nzd", .currencyCode("NZD")),
        ("hkd", .currencyCode("HKD")), ("sgd", .currencyCode("SGD")), ("sek", .currencyCode("SEK")), ("nok", .currencyCode("NOK")),
        ("dkk", .currencyCode("DKK")), ("pln", .currencyCode("PLN")), ("zar", .currencyCode("ZAR")), ("brl", .currencyCode("BRL")),
        ("mxn", .currencyCode("MXN")), ("thb", .currencyCode("THB")), ("myr rm", .currencyCode("MYR")), ("idr rp", .currencyCode("IDR")),
        ("php", .currencyCode("PHP")), ("vnd", .currencyCode("VND")), ("pkr", .currencyCode("PKR")), ("bdt", .currencyCode("BDT")),
        ("ngn", .currencyCode("NGN")), ("kes ksh", .currencyCode("KES")), ("ghs", .currencyCode("GHS")), ("egp", .currencyCode("EGP")),
        ("aed dhs", .currencyCode("AED")), ("sar", .currencyCode("SAR")), ("ils nis", .currencyCode("ILS")), ("uah", .currencyCode("UAH")),
        ("ugx ush", .currencyCode("UGX")), ("tzs tsh", .currencyCode("TZS")), ("rwf frw", .currencyCode("RWF")), ("etb", .currencyCode("ETB")),
        ("zmw", .currencyCode("ZMW")), ("xof fcfa", .currencyCode("XOF")), ("xaf", .currencyCode("XAF")), ("lkr slrs", .currencyCode("LKR")),
        ("npr", .currencyCode("NPR")), ("mmk", .currencyCode("MMK")), ("kwd", .currencyCode("KWD")), ("qar", .currencyCode("QAR")),
        ("omr", .currencyCode("OMR")), ("bhd", .currencyCode("BHD")), ("jod", .currencyCode("JOD")), ("iqd", .currencyCode("IQD")),
        ("irr", .currencyCode("IRR")), ("tnd", .currencyCode("TND")), ("dzd", .currencyCode("DZD")), ("clp", .currencyCode("CLP")),
        ("uyu", .currencyCode("UYU")), ("czk", .currencyCode("CZK")), ("huf", .currencyCode("HUF")), ("isk", .currencyCode("ISK")),
        ("twd", .currencyCode("TWD")), ("kzt", .currencyCode("KZT")), ("tk", .currencyCode("BDT")),
    ]

    private static let units: [(String, Lexeme)] = [
        ("km kms kilometer kilometers kilometre kilometres", .unit("km")), ("meter meters metre metres", .unit("m")),
        ("cm centimeter centimeters centimetre centimetres", .unit("cm")), ("mm millimeter millimeters millimetre millimetres", .unit("mm")),
        ("mile miles", .unit("mi")), ("foot feet ft", .unit("ft")), ("inch inches", .unit("in")), ("yard yards", .unit("yd")),
        ("kg kilo kilos kilogram kilograms", .unit("kg")), ("gram grams", .unit("g")), ("mg milligram milligrams", .unit("mg")),
        ("ton tons", .unit("ton")), ("tonne tonnes", .unit("t")), ("lb lbs", .unit("lb")), ("ounce ounces oz", .unit("oz")),
        ("liter liters litre litres", .unit("l")), ("gallon gallons", .unit("gal")), ("barrel barrels", .unit("bbl")),
        ("hectare hectares ha", .unit("ha")), ("acre acres", .unit("acre")), ("mph", .unit("mph")), ("kph kmh", .unit("km/h")),
        ("knot knots", .unit("kn")), ("mw megawatt megawatts", .unit("MW")), ("gw gigawatt gigawatts", .unit("GW")),
        ("gwh", .unit("GWh")), ("twh", .unit("TWh")), ("bpd", .unit("bbl/d")),
        ("kw kilowatt kilowatts", .unit("kW")), ("kwh", .unit("kWh")), ("mwh", .unit("MWh")), ("gb gigabyte gigabytes", .unit("GB")),
        ("mb megabyte megabytes", .unit("MB")), ("tb terabyte terabytes", .unit("TB")), ("celsius", .unit("°C")),
        ("fahrenheit", .unit("°F")), ("square sq", .square), ("cubic", .cubic), ("degree degrees", .degrees),
    ]
}

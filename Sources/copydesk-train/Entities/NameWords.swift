/// Words that stand in and before names, written down by hand: what ``NameReplacement`` makes names of.
enum NameWords {
    /// Legal forms of companies in Europe, the Americas, Asia and Africa.
    static let legalForms = words(
        "AG GmbH SE KG Ltd Ltd. Limited plc PLC LLP LLC Inc Inc. Corp Corp. Co Co. Company SA S.A. SAS SARL NV N.V. BV B.V. AB ASA AS A/S ApS Oy Oyj SpA S.p.A. Srl SL Lda Ltda OOO PJSC JSC Bhd Tbk KK Pty Pvt Holding Holdings Group Partners Sons Brothers International Global Industries Enterprises")

    /// What companies do.
    static let activities = words(
        "Air Airlines Airways Aviation Aerospace Motors Automotive Autos Marine Maritime Shipping Ferries Lines Logistics Freight Transport Rail Railways Metro Bus Energy Power Electric Oil Gas Petroleum Solar Wind Nuclear Mining Minerals Metals Steel Cement Timber Paper Chemicals Plastics Pharma Pharmaceuticals Biotech Therapeutics Medical Health Care Insurance Life Bank Bancorp Capital Finance Financial Credit Savings Securities Investments Ventures Equity Wealth Property Properties Estates Homes Housing Construction Builders Engineering Works Foundry Tools Machines Robotics Electronics Semiconductors Systems Networks Telecom Mobile Wireless Cable Software Digital Data Analytics Cloud Labs Technologies Tech Media Broadcasting Television Radio Films Pictures Studios Records Music Games Books Press Publishing News Times Post Herald Tribune Chronicle Gazette Courier Observer Star Echo Mail Journal Review Foods Dairy Farms Bakery Brewery Breweries Springs Water Wines Distillery Coffee Seafood Fisheries Textiles Fashion Apparel Shoes Stores Retail Supermarkets Markets Trading Imports Hotels Resorts Travel Tours Leisure Sports Fitness Security Services Solutions Consulting Associates Design Architects Locksmiths Plumbing Catering Cleaning Recycling Waste Utilities")

    /// Public bodies, parties, clubs, schools, houses of culture.
    static let bodies = words(
        "Authority Agency Commission Committee Council Ministry Department Bureau Board Parliament Assembly Senate Congress Court Tribunal Police Constabulary Army Navy Brigade Guard Militia Party Alliance Coalition Front Movement Union Federation Confederation Association League Society Institute Institution University College School Academy Hospital Clinic Museum Gallery Orchestra Philharmonic Opera Ballet Foundation Trust Fund Charity Mission Network Initiative Project Forum Club United City Town Rovers Wanderers Athletic Rangers Albion Dynamo Tigers Lions Eagles Sharks Wolves Raiders Racing")

    /// What names of organisations start with where the head comes first: in Romance and Slavic languages, in clubs' names.
    static let openings = words(
        "Banco Banque Banca Bank Grupo Groupe Gruppo Deportivo Atletico Atlético Real Sporting Racing Inter Dynamo Dinamo Spartak Lokomotiv FC AC SC Club Universidad Université Partido Parti Frente Front Atelier Maison Casa Editorial Teatro Radio Canal Police Team Fondation Fundación Stiftung Verlag Restaurant Ristorante Café Hotel Air Aero Petro Electro Compagnie Instituto Institut Centro Centre Federación Sindicato Union Metro Port")

    /// Titles and posts before a person's name.
    static let titles = words(
        "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Dame Lord Lady Judge Justice Sheriff Mayor Councillor Governor Senator Minister President Chancellor Premier Ambassador General Colonel Captain Major Sergeant Lieutenant Inspector Detective Officer Constable Commissioner Chief Director Coach Manager Bishop Archbishop Cardinal Father Sister Imam Rabbi Sheikh Prince Princess King Queen Sen. Gen. Rep. Gov. Capt. Rev. Col. Lt. Sgt.")

    private static func words(_ list: String) -> [[UInt8]] {
        list.split(separator: " ").map { Array($0.utf8) }
    }
}

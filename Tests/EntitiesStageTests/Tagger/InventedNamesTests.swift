import Testing

@testable import EntitiesStage

/// Names that no list and no corpus holds, in prose of our own: what the model makes of context and build alone.
@Suite struct InventedNamesTests {
    /// `[O name]`, `[P name]` and `[L name]` mark organizations, persons and locations. A line is a sentence.
    private static let marked = """
        [O Brackwater Dairy] will close its plant in [L Kilrona] , the company told workers on Tuesday .
        We fought hard , said [P Eamon Duffy] of the [O Allied Food Workers Union] .
        Shares of [O Tarnow Metals] fell 4 percent in [L Frankfurt] after [O Reinhardt Bank] cut its rating .
        [P Karl-Heinz Brenner] , an analyst at [O Hollis Securities] , called the price absurd .
        [O Tarnow] had bought [O Sandvik Tools AB] in March .
        [P Anne-Sofie Lund] of the [O Danish Institute for Ocean Studies] said the find off [L Esbjerg] was rare .
        [P Priya Raghunathan] , who runs [O Lotus Robotics Pvt Ltd] in [L Pune] , met Mr [P Morel] on Monday .
        Minister [P Ola Rustad] said ships of [O Stavnes Shipping ASA] had ignored the ban near [L Tromsø] .
        [O Crestline Homes] and [O Padgett Builders] were both sued in [L Ohio] .
        [O Crestline] is owned by [O Meridian Equity Partners] .
        [O Orsted & Quayle] advised the owner , [O Veldhoven Zuivel NV] .
        [P Tomasz Wilk] of [O Agropol SA] expects worse harvests in [L Ukraine] and [L Argentina] .
        """

    @Test func mostAreFoundWithTheirExactBordersAndType() throws {
        var text = ""
        var wanted: [String: Set<String>] = [:]
        for part in Self.marked.split(separator: "[", omittingEmptySubsequences: false) {
            guard let end = part.firstIndex(of: "]") else {
                text += part
                continue
            }
            let name = String(part[part.index(part.startIndex, offsetBy: 2)..<end])
            let type = part.hasPrefix("O") ? "organization" : part.hasPrefix("P") ? "person" : "location"
            wanted[type, default: []].insert(name)
            text += name + part[part.index(after: end)...]
        }
        let found = try EntitiesStage.entities(in: text)
        // The least shares leave room for a model that was trained anew, not for one that has forgotten a type.
        for (type, least) in [("organization", 0.75), ("person", 0.85), ("location", 0.85)] {
            let names = wanted[type] ?? []
            let right = names.filter { name in found.contains { $0.text == name && $0.type == type } }
            #expect(Double(right.count) >= least * Double(names.count), "\(type): missed \(names.subtracting(right).sorted()); found \(found)")
        }
    }

    @Test func titlesStayOutOfPersons() throws {
        let found = try EntitiesStage.entities(in: "Dr. Imke Vos met Mr Pell and Sir Hugh Landry in Leeds .")
        #expect(found.of(.person).map(\.text) == ["Imke Vos", "Pell", "Hugh Landry"], "\(found)")
    }
}

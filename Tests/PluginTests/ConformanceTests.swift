import StageKit
import StageTestKit
import Testing

@testable import copydesk

/// Every stage that the program knows, the six and the plug-ins, keeps what stages promise and does what its examples say.
@Suite struct ConformanceTests {
    @Test(arguments: stageTypes.map { $0.name })
    func stageKeepsItsPromises(_ name: String) throws {
        let stage = try #require(catalog[name])
        #expect(StageCheck.problems(of: stage) == [])
    }
}

@testable import PipelineEngine
import StageKit
import Testing

@Suite struct StateDirectoryTests {
    @Test func theStateFolderFollowsTheEnvironment() throws {
        #expect(try StateDirectory(pipeline: "p", environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"]).path == "/s/copydesk/p")
        #expect(try StateDirectory(pipeline: "p", environment: ["HOME": "/h"]).path == "/h/.local/state/copydesk/p")
        #expect(throws: StageFailure.self) { try StateDirectory(pipeline: "p", environment: ["HOME": "relative"]) }
    }
}

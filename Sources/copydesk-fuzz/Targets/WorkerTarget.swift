import PipelineEngine

/// The lines between a run and its worker processes, read by both sides.
struct WorkerTarget: FuzzTarget {
    static let name = "worker"
    let seeds = Self.bytes([
        #"{"protocol":"copydesk-worker","version":1,"pipeline":"0f1e","run":"20261124T080000Z-4711"}"#,
        #"{"protocol":"copydesk-worker","version":1,"pipeline":"0f1e","stages":["load","clean","segment"]}"#,
        #"{"source":{"uri":"in/a.html","record":0,"line":1},"record":{"format":"html","text":"<p>The ferry sailed.</p>"}}"#,
        #"{"source":{"uri":"in/a.html","record":7},"record":{"format":"text","base64":"VGhlIGZlcnJ5Lg=="}}"#,
        #"{"article":{"id":"1","source":{"uri":"a","record":0},"text":"Ana ran.","sentences":[{"start":0,"end":8,"block":0}],"blocks":[{"role":"paragraph","start":0,"end":8}]},"nanoseconds":[1,2,3]}"#,
        #"{"failed":{"stage":"clean","reason":"no text","advice":"look"},"nanoseconds":[1,2]}"#,
        #"{"dropped":{"stage":"clean","reason":"not an article"},"nanoseconds":[1,2]}"#,
        #"{"unreadable":{"reason":"no JSON"}}"#, #"{"message":{"severity":"warning","message":"slow","advice":"wait"}}"#,
    ])
    let tokens: [[UInt8]] = JSONTarget.pieces + Self.bytes([
        "\"article\":", "\"failed\":", "\"dropped\":", "\"nanoseconds\":[1,2,3]", "\"source\":", "\"record\":", "\"format\":\"html\"", "\"base64\":", "\"version\":1", "\"stages\":[]",
        "\"message\":", "\"severity\":\"note\"",
    ])

    init(_ samples: Samples) {}

    func run(_ bytes: [UInt8]) throws -> Bool { WorkerProtocolReading.accepts(bytes) }
}

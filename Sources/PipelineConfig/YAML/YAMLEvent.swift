internal import CYAML
import StageKit

/// A YAML event with its place, free of C types.
struct YAMLEvent {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd
        case alias(String)
        case scalar(text: String, isPlain: Bool)
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    var kind: Kind
    var location: SourceLocation
    /// Behind its last character.
    var end: SourceLocation
    /// The name after `&`; nil where the node has none.
    var anchor: String?
    /// An explicit tag; nil where the node has none.
    var tag: String?
}

/// Reads the events of a YAML text, one by one, with libyaml.
struct YAMLEventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let file: String
    private let lines: SourceLines

    /// - Parameter text: must outlive the reader; `lines` are the same text's.
    init(_ text: UnsafeBufferPointer<UInt8>, lines: SourceLines, file: String) {
        parser = .allocate(capacity: 1)
        self.file = file
        self.lines = lines
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event.
    ///
    /// - Throws: a ``Diagnostic`` for what is no YAML; no event follows.
    mutating func next() throws(Diagnostic) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(
            kind: kind(of: event), location: location(event.start_mark), end: location(event.end_mark), anchor: anchor(of: event),
            tag: tag(of: event))
    }

    private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
        switch event.type {
        case YAML_STREAM_START_EVENT: .streamStart
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_ALIAS_EVENT: .alias(string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            .scalar(
                text: String(
                    decoding: UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self),
                isPlain: event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
        case YAML_SEQUENCE_START_EVENT: .sequenceStart
        case YAML_SEQUENCE_END_EVENT: .sequenceEnd
        case YAML_MAPPING_START_EVENT: .mappingStart
        case YAML_MAPPING_END_EVENT: .mappingEnd
        default: .streamEnd
        }
    }

    private func anchor(of event: yaml_event_t) -> String? {
        switch event.type {
        case YAML_SCALAR_EVENT: string(event.data.scalar.anchor)
        case YAML_SEQUENCE_START_EVENT: string(event.data.sequence_start.anchor)
        case YAML_MAPPING_START_EVENT: string(event.data.mapping_start.anchor)
        default: nil
        }
    }

    private func tag(of event: yaml_event_t) -> String? {
        switch event.type {
        case YAML_SCALAR_EVENT: string(event.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT: string(event.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT: string(event.data.mapping_start.tag)
        default: nil
        }
    }

    private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    /// libyaml counts from 0, and columns in code points.
    private func location(_ mark: yaml_mark_t) -> SourceLocation {
        // After a comment without a line break at the file's end libyaml counts a line that is not there.
        guard mark.line < lines.count else {
            return SourceLocation(file: file, line: lines.count, column: (lines.line(lines.count)?.count ?? 0) + 1)
        }
        return SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1)
    }

    private var syntaxError: Diagnostic {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "this is no YAML"
        let place = parser.pointee.problem_mark
        let beginning = parser.pointee.context == nil ? place : parser.pointee.context_mark
        let spot = YAMLProblem.Spot(line: lines.line(place.line + 1) ?? [], index: place.column, isLater: place.line > beginning.line)
        let words = YAMLProblem(problem, at: spot)
        return Diagnostic(.error, words.message, at: location(words.isAboutBeginning ? beginning : place), advice: words.advice)
    }
}

/// A number of bytes, written with a unit: `512kB`, `64MB`, `1GB` (powers of 1,000; `KiB`, `MiB`, `GiB` of 1,024).
public struct ByteSize: SettingValue, Hashable, Comparable {
    public var bytes: Int

    public init(bytes: Int) {
        self.bytes = bytes
    }

    private static let units: [(name: String, bytes: Int)] = [
        ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("B", 1),
    ]

    public static var shape: SettingShape { .formatted(name: "size", example: "64MB") }
    public var asNumber: Double? { nil }
    public static func < (left: ByteSize, right: ByteSize) -> Bool { left.bytes < right.bytes }

    public var settingText: String {
        // The unit that needs the smallest number: 64MB rather than 62500KiB.
        let whole = ByteSize.units.filter { bytes % $0.bytes == 0 && bytes >= $0.bytes }
        return whole.min { bytes / $0.bytes < bytes / $1.bytes }.map { "\(bytes / $0.bytes)\($0.name)" } ?? "\(bytes)B"
    }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> ByteSize? {
        if case .scalar(let text, _) = node.content,
            let unit = units.first(where: { text.lowercased().hasSuffix($0.name.lowercased()) }),
            let amount = Double(text.dropLast(unit.name.count).trimmingSpaces()), amount >= 0,
            amount * Double(unit.bytes) < Double(Int.max)
        {
            return ByteSize(bytes: Int(amount * Double(unit.bytes)))
        }
        problems.append(mismatch(node, named: name, advice: "write a number and one of \(units.reversed().map(\.name).joined(separator: ", "))"))
        return nil
    }
}

/// A length of time, written with a unit: `250ms`, `30s`, `10m`, `2h`, `1d`.
public struct TimeSpan: SettingValue, Hashable, Comparable {
    public var seconds: Double

    public init(seconds: Double) {
        self.seconds = seconds
    }

    private static let units: [(name: String, seconds: Double)] = [
        ("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86400),
    ]

    public static var shape: SettingShape { .formatted(name: "duration", example: "10m") }
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.seconds < right.seconds }

    public var settingText: String {
        for unit in TimeSpan.units.reversed() where (seconds / unit.seconds).rounded() == seconds / unit.seconds {
            if seconds >= unit.seconds { return "\(Int(seconds / unit.seconds))\(unit.name)" }
        }
        return "\(seconds)s"
    }

    /// Parses `10m`; nil where the text is no duration.
    public init?(_ text: String) {
        guard let unit = TimeSpan.units.first(where: { text.hasSuffix($0.name) }),
            let amount = Double(text.dropLast(unit.name.count).trimmingSpaces()), amount >= 0, amount < 1e12
        else { return nil }
        seconds = amount * unit.seconds
    }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> TimeSpan? {
        if case .scalar(let text, _) = node.content, let span = TimeSpan(text) { return span }
        problems.append(mismatch(node, named: name, advice: "write a number and one of \(units.map(\.name).joined(separator: ", "))"))
        return nil
    }
}

/// A share, written as `5%`.
public struct Percentage: SettingValue, Hashable, Comparable {
    /// 0 to 1.
    public var fraction: Double

    public init(fraction: Double) {
        self.fraction = fraction
    }

    public static var shape: SettingShape { .formatted(name: "percentage", example: "5%") }
    public static func < (left: Percentage, right: Percentage) -> Bool { left.fraction < right.fraction }

    public var settingText: String {
        // 0.07 × 100 is a hair more than 7.
        let percent = (fraction * 100_000_000).rounded() / 1_000_000
        return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
    }

    public static func read(_ node: ConfigNode, named name: String, problems: inout [Diagnostic]) -> Percentage? {
        if case .scalar(let text, _) = node.content, text.hasSuffix("%"),
            let percent = Double(text.dropLast().trimmingSpaces()), percent >= 0, percent <= 100
        {
            return Percentage(fraction: percent / 100)
        }
        problems.append(mismatch(node, named: name, advice: "write a number from 0 to 100 and '%'"))
        return nil
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}

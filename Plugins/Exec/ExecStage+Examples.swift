public import StageKit

/// Tests run these; together they must show everything that the stage reads and writes.
extension ExecStage: ExemplifiedStage {
    /// Three lines of shell that tell whether an article speaks of a ferry.
    private static let program = """
        read -r hello
        echo '{"copydesk":1,"name":"ferry"}'
        while read -r line; do
            number=${line#'{"n":'}
            case "$line" in *ferry*) found=true ;; *) found=false ;; esac
            echo "{\\"n\\":${number%%,*},\\"article\\":{\\"extensions\\":{\\"ferry\\":$found}}}"
        done
        """

    public static let examples = [
        StageExample(
            "takes over what a program says of an article",
            given: .text("The ferry sails on Monday."),
            settings: ["command": ["sh", "ferry.sh"], "writes": ["extensions.ferry"]],
            files: ["ferry.sh": program],
            expect: ["extensions": ["ferry": true]])
    ]
}

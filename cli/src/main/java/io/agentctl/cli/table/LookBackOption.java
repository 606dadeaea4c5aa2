package io.agentctl.cli.table;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Over which time a table's use is judged. */
final class LookBackOption {

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "14d",
            description = "How far to look back for use; default: 14d.")
    private Duration since;

    Duration since() {
        return since;
    }
}

package io.agentctl.cli.perf;

import java.net.URI;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where load goes. */
final class TargetOptions {

    @Parameters(
            paramLabel = "URL",
            converter = TargetConverter.class,
            description = "The target; without a path, the scenario's own.")
    private URI url;

    @Option(names = "--allow-target", description = "The target is meant, although the project does not name it.")
    private boolean allowed;

    URI url() {
        return url;
    }

    boolean allowed() {
        return allowed;
    }
}

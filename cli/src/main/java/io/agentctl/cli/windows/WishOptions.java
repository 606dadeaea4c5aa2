package io.agentctl.cli.windows;

import io.agentctl.control.windows.state.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of which service something is wished, for how long and why. */
final class WishOptions {

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String service;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            required = true,
            description = "For how long; then its windows count again.")
    private Duration duration;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for who sees it.")
    private String reason;

    @Mixin
    private WindowFileOptions file = new WindowFileOptions();

    String service() {
        return service;
    }

    WindowFileOptions file() {
        return file;
    }

    /** The wish; it ends at a whole second, which is how people read it. */
    Optional<Wish> wish(boolean asleep, Instant now, String who) {
        return Optional.of(new Wish(asleep, now.plus(duration).truncatedTo(ChronoUnit.SECONDS), reason, who));
    }
}

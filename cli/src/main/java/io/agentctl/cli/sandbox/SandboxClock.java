package io.agentctl.cli.sandbox;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandbox clock}. */
@Command(
        footer = {
            "agentctl sandbox clock",
            "agentctl sandbox clock --advance 10m    # rollouts and metrics go on as if it had passed",
        })
public final class SandboxClock implements Verb {

    private final UseCase<Request, Reading> clock;

    @Option(names = "--advance", paramLabel = "DURATION", description = "Move the clock ahead.")
    private Duration advance;

    public SandboxClock(UseCase<Request, Reading> clock) {
        this.clock = clock;
    }

    /** Asks what the clock says, after moving it ahead if a duration is given. */
    public record Request(Optional<Duration> advance) {}

    /**
     * What the clock says.
     *
     * @param now the sandbox's time
     * @param clockOffset how far it is ahead of this machine's
     */
    public record Reading(Instant now, Duration clockOffset) {}

    @Override
    public int call(Console console) {
        Reading reading = clock.run(new Request(Optional.ofNullable(advance)), console.progress());
        console.print(Document.of(
                reading,
                page -> page.line(reading.now() + ", " + SandboxStatus.words(reading.clockOffset()) + " ahead")));
        return Exit.OK;
    }
}

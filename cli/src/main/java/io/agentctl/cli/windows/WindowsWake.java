package io.agentctl.cli.windows;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.windows.state.Wish;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windows wake}. */
@Command(
        footer = {
            "agentctl windows wake api --for 2h --reason 'late release'",
            "agentctl windows cancel api          # before the time is over",
        })
public final class WindowsWake implements Verb {

    private final WishRun run;

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String service;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            required = true,
            description = "How long it is to be awake; then its windows count again.")
    private Duration duration;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for who sees it.")
    private String reason;

    @Mixin
    private WindowFileOptions file = new WindowFileOptions();

    public WindowsWake(WishRun run) {
        this.run = run;
    }

    @Override
    public int call(Console console) {
        return run.run(
                console,
                file,
                service,
                now -> Optional.of(new Wish(false, WishRun.end(now, duration), reason, run.who())));
    }
}

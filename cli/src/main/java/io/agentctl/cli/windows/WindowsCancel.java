package io.agentctl.cli.windows;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code windows cancel}. */
@Command(footer = {"agentctl windows cancel api     # let its windows count again, from now on"})
public final class WindowsCancel implements Verb {

    private final WishRun run;

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String service;

    @Mixin
    private WindowFileOptions file = new WindowFileOptions();

    public WindowsCancel(WishRun run) {
        this.run = run;
    }

    @Override
    public int call(Console console) {
        return run.run(console, file, service, now -> Optional.empty());
    }
}

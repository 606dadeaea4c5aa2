package io.agentctl.cli.windows;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code windows sleep}. */
@Command(
        footer = {
            "agentctl windows sleep api --for 2h --reason 'late release'",
            "agentctl windows cancel api          # before the time is over",
        })
public final class WindowsSleep implements Verb {

    private final WishRun run;

    @Mixin
    private WishOptions options = new WishOptions();

    public WindowsSleep(WishRun run) {
        this.run = run;
    }

    @Override
    public int call(Console console) {
        return run.run(console, options.file(), options.service(), now -> options.wish(true, now, run.who()));
    }
}

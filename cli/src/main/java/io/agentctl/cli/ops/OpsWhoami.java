package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.remote.team.TeamDesk;
import io.agentctl.control.remote.team.Whoami;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code ops whoami}. */
@Command(footer = {"agentctl ops whoami --context team", "agentctl ops whoami -o json --query roles"})
final class OpsWhoami implements Verb {

    private final TeamDesk desk;

    OpsWhoami(TeamDesk desk) {
        this.desk = desk;
    }

    /**
     * Who somebody is.
     *
     * @param caller as journals and the audit log name them
     * @param roles all that they have anywhere
     * @param expiresAt when their session ends, where there is one
     */
    record Shown(String caller, List<String> roles, Optional<Instant> expiresAt) {}

    @Override
    public int call(Console console) {
        Whoami you = desk.whoami();
        Shown shown = new Shown(you.caller(), you.roles(), you.expiresAt());
        console.print(Document.of(shown, page -> {
            page.line(shown.caller());
            page.line("Roles: " + (shown.roles().isEmpty() ? "none" : String.join(", ", shown.roles())));
            shown.expiresAt()
                    .ifPresent(end -> page.line("This session ends at " + end.truncatedTo(ChronoUnit.SECONDS) + "."));
        }));
        return Exit.OK;
    }
}

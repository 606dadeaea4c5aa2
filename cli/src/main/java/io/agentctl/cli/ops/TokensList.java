package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.remote.team.TeamDesk;
import io.agentctl.control.remote.team.Tokens;
import picocli.CommandLine.Command;

/** {@code ops tokens list}. */
@Command(footer = {"agentctl ops tokens list --context team", "agentctl ops tokens list -o json"})
final class TokensList implements Verb {

    private final TeamDesk desk;

    TokensList(TeamDesk desk) {
        this.desk = desk;
    }

    @Override
    public int call(Console console) {
        Tokens found = desk.tokens();
        console.print(TokenPage.list(found));
        if (found.tokens().isEmpty()) {
            console.say("No tokens.");
        }
        return Exit.OK;
    }
}

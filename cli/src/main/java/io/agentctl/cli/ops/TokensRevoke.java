package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.remote.team.TeamDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ops tokens revoke}. */
@Command(footer = {"agentctl ops tokens revoke ci", "agentctl ops tokens revoke ci --yes -o json"})
final class TokensRevoke implements Verb {

    private final TeamDesk desk;

    @Parameters(paramLabel = "NAME", description = "The token.")
    private String name;

    TokensRevoke(TeamDesk desk) {
        this.desk = desk;
    }

    @Override
    public int call(Console console) {
        console.confirm("End token " + name + ", and the sessions that began with it?");
        console.print(TokenPage.list(desk.revoke(name)));
        console.say("Token " + name + " is no longer valid.");
        return Exit.OK;
    }
}

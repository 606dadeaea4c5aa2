package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.remote.team.TeamDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ops approvals show}. */
@Command(
        footer = {
            "agentctl ops approvals show                     # the only one that waits",
            "agentctl ops approvals show run-3f2a -o json    # the beginning of its id is enough",
        })
final class ApprovalsShow implements Verb {

    private final TeamDesk desk;

    @Mixin
    private ApprovalChoice choice = new ApprovalChoice();

    ApprovalsShow(TeamDesk desk) {
        this.desk = desk;
    }

    @Override
    public int call(Console console) {
        console.print(ApprovalPage.details(choice.of(desk)));
        return Exit.OK;
    }
}

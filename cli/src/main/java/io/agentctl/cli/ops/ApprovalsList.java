package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.remote.team.Approval;
import io.agentctl.control.remote.team.Approvals;
import io.agentctl.control.remote.team.TeamDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ops approvals list}. */
@Command(
        footer = {
            "agentctl ops approvals list --context team",
            "agentctl ops approvals list --all -o wide       # what was decided in the last month too",
        })
final class ApprovalsList implements Verb {

    private final TeamDesk desk;

    @Option(names = "--all", description = "What is decided or over too, of the last month.")
    private boolean all;

    ApprovalsList(TeamDesk desk) {
        this.desk = desk;
    }

    @Override
    public int call(Console console) {
        Approvals found = new Approvals(desk.approvals().approvals().stream()
                .filter(approval -> all || approval.state() == Approval.State.PENDING)
                .toList());
        console.print(ApprovalPage.list(found));
        if (found.approvals().isEmpty()) {
            console.say(all ? "Nothing took two in the last month." : "Nothing waits for a second person.");
        }
        return Exit.OK;
    }
}

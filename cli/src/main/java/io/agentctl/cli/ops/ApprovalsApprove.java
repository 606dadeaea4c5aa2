package io.agentctl.cli.ops;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.remote.team.Approval;
import io.agentctl.control.remote.team.ApprovalDetails;
import io.agentctl.control.remote.team.Ruling;
import io.agentctl.control.remote.team.TeamDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ops approvals approve}. */
@Command(
        footer = {
            "agentctl ops approvals approve                  # shows exactly what waits, and asks",
            "agentctl ops approvals approve run-3f2a --comment 'after the release'",
            "Nobody can approve what they asked for themselves.",
        })
final class ApprovalsApprove implements Verb {

    private final TeamDesk desk;

    @Mixin
    private ApprovalChoice choice = new ApprovalChoice();

    @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "Why; kept in the audit log.")
    private String comment;

    ApprovalsApprove(TeamDesk desk) {
        this.desk = desk;
    }

    @Override
    public int call(Console console) {
        ApprovalDetails waiting = choice.of(desk);
        if (console.flags().consent().dryRun()) {
            console.print(ApprovalPage.details(waiting));
            return Exit.OK;
        }
        Approval approval = waiting.approval();
        console.show(ApprovalPage.details(waiting));
        console.confirm("Approve this, so that it is carried out for " + approval.requester() + "?");
        Approval decided = desk.approve(approval.id(), new Ruling(approval.fingerprint(), comment));
        console.print(ApprovalPage.one(decided));
        console.say("It is carried out now: agentctl ops list");
        return Exit.OK;
    }
}

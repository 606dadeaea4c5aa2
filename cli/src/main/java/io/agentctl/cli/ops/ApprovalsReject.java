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

/** {@code ops approvals reject}. */
@Command(
        footer = {
            "agentctl ops approvals reject --comment 'not before Monday'",
            "agentctl ops approvals reject run-3f2a --yes    # also what you asked for yourself",
        })
final class ApprovalsReject implements Verb {

    private final TeamDesk desk;

    @Mixin
    private ApprovalChoice choice = new ApprovalChoice();

    @Option(
            names = "--comment",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why; told to who asked, and kept in the audit log.")
    private String comment;

    ApprovalsReject(TeamDesk desk) {
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
        console.confirm("Reject this?");
        console.print(ApprovalPage.one(desk.reject(approval.id(), new Ruling(approval.fingerprint(), comment))));
        return Exit.OK;
    }
}

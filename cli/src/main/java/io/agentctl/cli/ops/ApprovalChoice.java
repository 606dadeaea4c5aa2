package io.agentctl.cli.ops;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.remote.team.Approval;
import io.agentctl.control.remote.team.ApprovalDetails;
import io.agentctl.control.remote.team.TeamDesk;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** Which of those that wait is meant. */
final class ApprovalChoice {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The approval, or the beginning of its id; default: the only one that waits.")
    private String id;

    ApprovalDetails of(TeamDesk desk) {
        List<Approval> all = desk.approvals().approvals();
        List<Approval> meant = id == null
                ? all.stream()
                        .filter(approval -> approval.state() == Approval.State.PENDING)
                        .toList()
                : all.stream().filter(approval -> approval.id().startsWith(id)).toList();
        if (meant.size() == 1) {
            return desk.details(meant.getFirst());
        }
        if (meant.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    id == null ? "nothing waits for a second person" : "there is no approval " + id,
                    "See what there is: agentctl ops approvals list --all");
        }
        throw new AgentctlException(
                ErrorCode.USAGE,
                (id == null ? "several wait for a second person: " : "several begin with " + id + ": ")
                        + meant.stream().map(Approval::id).collect(Collectors.joining(", ")),
                "Say which one.");
    }
}

package io.agentctl.control.remote.team;

import java.util.List;

/** Those of the last month, the newest first. */
public record Approvals(List<Approval> approvals) {

    public Approvals {
        approvals = List.copyOf(approvals);
    }
}

package io.agentctl.cli.ops;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.control.remote.team.TeamDesk;
import java.util.List;

/** {@code agentctl ops approvals} and {@code agentctl ops tokens}: what a team does at its control plane. */
final class TeamCommands {

    private final TeamDesk desk;

    TeamCommands(TeamDesk desk) {
        this.desk = desk;
    }

    List<Entry> approvals() {
        return List.of(
                new Leaf("list", "List what waits for a second person.", () -> new ApprovalsList(desk)),
                new Leaf("show", "Show exactly what waits, and its fingerprint.", () -> new ApprovalsShow(desk)),
                new Leaf(
                        "approve",
                        "Agree to what somebody else asked for, which is then carried out.",
                        () -> new ApprovalsApprove(desk)),
                new Leaf(
                        "reject",
                        "Refuse what somebody else asked for, or take back your own.",
                        () -> new ApprovalsReject(desk)));
    }

    List<Entry> tokens() {
        return List.of(
                new Leaf("list", "List tokens that were handed out.", () -> new TokensList(desk)),
                new Leaf("create", "Make a token, which is told this once.", () -> new TokensCreate(desk)),
                new Leaf("revoke", "End a token, and the sessions that began with it.", () -> new TokensRevoke(desk)));
    }
}

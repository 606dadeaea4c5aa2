package io.agentctl.cli.ops;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.remote.team.TeamDesk;
import java.util.List;

/** {@code agentctl ops}: its verbs, with the use cases that they run. */
public final class OpsCommands {

    private final Wiring wiring;

    public OpsCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        TeamDesk desk = new TeamDesk(wiring::plane);
        TeamCommands team = new TeamCommands(desk);
        return List.of(
                new Leaf(
                        "list",
                        "List operations, the newest first.",
                        () -> new OpsList(wiring.use(OperationUseCases.LIST))),
                new Leaf(
                        "show",
                        "Show an operation's steps, and what undoing it would do.",
                        () -> new OpsShow(wiring.use(OperationUseCases.SHOW))),
                new Leaf(
                        "undo",
                        "Put back what an operation changed.",
                        () -> new OpsUndo(wiring.use(OperationUseCases.SHOW), wiring.use(OperationUseCases.UNDO))),
                new Leaf(
                        "resume",
                        "Finish an operation that stopped half-way.",
                        () -> new OpsResume(wiring.use(OperationUseCases.SHOW), wiring.use(OperationUseCases.RESUME))),
                new Leaf(
                        "audit",
                        "List who did what by a control plane, and who was not let.",
                        () -> new OpsAudit(wiring.use(OperationUseCases.AUDIT))),
                new Leaf(
                        "schedules",
                        "List what control planes do at their times, and what they found.",
                        () -> new OpsSchedules(wiring.use(OperationUseCases.SCHEDULES))),
                new Leaf("whoami", "Show who you are to a control plane, and your roles.", () -> new OpsWhoami(desk)),
                new Noun(
                        "approvals",
                        "Changes that take two, by a control plane: look, agree, refuse.",
                        team::approvals),
                new Noun("tokens", "Tokens for callers of a control plane that have no AWS.", team::tokens));
    }
}

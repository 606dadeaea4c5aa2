package io.agentctl.cli.serve;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.AwsVariables;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.permission.Role;
import java.util.List;

/** {@code agentctl serve}: its verbs, with the use cases that they run. */
public final class ServeCommands {

    private final Wiring wiring;

    public ServeCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf(
                        "runtime",
                        "Run the runtime: health, and dispatch under governance.",
                        () -> new ServeRuntime(serveRuntime())),
                new Leaf(
                        "control-plane",
                        "Run the control plane: every use case for a team, over HTTP.",
                        this::serveControlPlane));
    }

    private ServeControlPlane serveControlPlane() {
        List.of(Role.VIEWER, Role.OPERATOR, Role.CONTROL_PLANE).forEach(role -> wiring.mayNeed(role.needs()));
        return new ServeControlPlane(
                new ControlPlaneProgram(wiring.surroundings().home()),
                () -> ControlPlaneProgram.variables(wiring.target()));
    }

    private UseCase<ServeRuntime.Request, ServeRuntime.Result> serveRuntime() {
        wiring.mayNeed(Role.RUNTIME.needs());
        return (request, progress) -> new RuntimeLauncher(
                        RuntimeProcess.of(wiring.surroundings()),
                        () -> wiring.settings().project().name().value(),
                        () -> AwsVariables.of(wiring.settings()),
                        () -> AwsVariables.known(wiring.settings()))
                .run(request, progress);
    }
}

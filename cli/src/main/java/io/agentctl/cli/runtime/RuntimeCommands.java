package io.agentctl.cli.runtime;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.runtime.RuntimeOptions.RuntimeEndpoint;
import io.agentctl.cli.serve.RuntimeProcess;
import io.agentctl.cli.serve.RuntimeState;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.runtime.CheckHealth;
import io.agentctl.control.runtime.Dispatch;
import io.agentctl.control.runtime.RuntimeAddress;
import java.util.List;
import java.util.Optional;

/** {@code agentctl runtime}: its verbs, with the use cases that they run. */
public final class RuntimeCommands {

    private final Wiring wiring;

    public RuntimeCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        return List.of(
                new Leaf(
                        "dispatch",
                        "Send one request to a runtime.",
                        () -> new RuntimeDispatch(dispatch(), this::endpoint)),
                new Leaf("health", "Print how a runtime is.", () -> new RuntimeHealth(checkHealth(), this::endpoint)),
                new Leaf(
                        "instances",
                        "List the runtimes that have reported, and what they enforce.",
                        () -> new RuntimeInstanceList(wiring.use(PolicyUseCases.INSTANCES))),
                new Leaf(
                        "stop",
                        "Stop the runtime that was started with --detach.",
                        () -> new RuntimeStop(stopRuntime())));
    }

    private UseCase<Dispatch.Request, Dispatch.Result> dispatch() {
        return (request, progress) -> new Dispatch().run(request, progress);
    }

    private UseCase<CheckHealth.Request, CheckHealth.Result> checkHealth() {
        return (request, progress) -> new CheckHealth().run(request, progress);
    }

    private UseCase<RuntimeStop.Request, RuntimeStop.Result> stopRuntime() {
        return (request, progress) -> new RuntimeStop.Result(process().stop());
    }

    /** The detached runtime if there is one; its token only ever comes from the environment. */
    private RuntimeEndpoint endpoint() {
        Surroundings surroundings = wiring.surroundings();
        return new RuntimeEndpoint(
                process().running().map(RuntimeState::url).orElse(RuntimeAddress.DEFAULT_URL),
                Optional.ofNullable(surroundings.environment().get("AGENTCTL_RUNTIME_TOKEN")));
    }

    private RuntimeProcess process() {
        return RuntimeProcess.of(wiring.surroundings());
    }
}

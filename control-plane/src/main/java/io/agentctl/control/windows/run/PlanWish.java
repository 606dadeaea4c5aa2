package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.state.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks what it would take to have one service asleep or awake for a while; changes nothing. */
public final class PlanWish implements UseCase<PlanWish.Request, WishPlan> {

    /**
     * What is wanted.
     *
     * @param rules what the windows say
     * @param service the service's name
     * @param wish how it should be until when; empty to let the windows count again
     * @param at now
     */
    public record Request(WindowFile rules, String service, Optional<Wish> wish, Instant at) {}

    private final Supplier<ProjectServices> project;
    private final ServiceWatcher watcher;
    private final Supplier<Target> here;

    PlanWish(Supplier<ProjectServices> project, ServiceWatcher watcher, Supplier<Target> here) {
        this.project = project;
        this.watcher = watcher;
        this.here = here;
    }

    /**
     * Looks.
     *
     * @throws AgentctlException NOT_FOUND if the project has no such service; USAGE if the wish is over already
     */
    @Override
    public WishPlan run(Request request, ProgressListener progress) {
        request.wish().filter(wish -> !wish.holds(request.at())).ifPresent(over -> {
            throw new AgentctlException(
                    ErrorCode.USAGE, "a wish that ended at " + over.until() + " changes nothing", "");
        });
        ServiceView view = view(request);
        Levels levels = new Levels(request.rules(), request.at());
        return new WishPlan(
                here.get(),
                Optional.ofNullable(view.state().wish()),
                request.wish(),
                Decider.decide(view, levels.of(view, request.wish())));
    }

    private ServiceView view(Request request) {
        ProjectServices services = project.get();
        String name = request.service();
        Optional<ServiceView> found = services.names().contains(name)
                ? watcher.all(services.cluster(), List.of(name), request.rules().readTags()).stream()
                        .findFirst()
                : Optional.empty();
        return found.orElseThrow(() -> new AgentctlException(
                ErrorCode.NOT_FOUND,
                "cannot move " + new ServiceName(services.cluster(), name) + ": " + services.whyMissing(name),
                Suggestions.sentence(name, services.names())));
    }
}

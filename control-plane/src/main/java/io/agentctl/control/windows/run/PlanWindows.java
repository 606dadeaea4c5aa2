package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks what should be true of every service now, and what it would take; changes nothing. */
public final class PlanWindows implements UseCase<PlanWindows.Request, WindowPlan> {

    /**
     * What to look at.
     *
     * @param rules what the windows say
     * @param window only services that sleep, or should sleep, by this window; empty for all
     * @param at the instant to ask about
     */
    public record Request(WindowFile rules, Optional<String> window, Instant at) {}

    private final Supplier<ProjectServices> project;
    private final ServiceWatcher watcher;
    private final Supplier<Target> here;

    PlanWindows(Supplier<ProjectServices> project, ServiceWatcher watcher, Supplier<Target> here) {
        this.project = project;
        this.watcher = watcher;
        this.here = here;
    }

    @Override
    public WindowPlan run(Request request, ProgressListener progress) {
        ProjectServices services = project.get();
        Levels levels = new Levels(request.rules(), request.at());
        List<ServiceView> views = watcher.all(
                services.cluster(), services.names(), request.rules().readTags());
        Scope scope = Scope.of(services, views, request.rules(), levels);
        List<Decision> decisions = scope.concerned().stream()
                .filter(view ->
                        request.window().isEmpty() || by(request.window().get(), view, levels))
                .map(view -> Decider.decide(view, levels.of(view)))
                .sorted(Comparator.comparing(Decision::service))
                .toList();
        return new WindowPlan(here.get(), request.at(), decisions, unhandled(request, scope));
    }

    private static boolean by(String window, ServiceView view, Levels levels) {
        return levels.of(view).window().equals(window)
                || view.state()
                        .asleep()
                        .filter(asleep -> asleep.window().equals(window))
                        .isPresent();
    }

    /** One that is not there is of no concern where only another window is meant. */
    private static List<Unhandled> unhandled(Request request, Scope scope) {
        return scope.unhandled().stream()
                .filter(service -> request.window().isEmpty()
                        || service.code() != ErrorCode.NOT_FOUND
                        || request.rules().speaks(request.window().get(), service.service()))
                .toList();
    }
}

package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowRules;
import io.agentctl.control.windows.run.WindowPlan.Missing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks what should be true of every service now, and what it would take; changes nothing. */
public final class PlanWindows implements UseCase<PlanWindows.Request, WindowPlan> {

    /**
     * What to look at.
     *
     * @param rules what the windows say
     * @param window only services that sleep, or should sleep, by this window; empty for all
     * @param at the instant to ask about
     */
    public record Request(WindowRules rules, Optional<String> window, Instant at) {}

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
        List<Decision> decisions = views.stream()
                .filter(levels::concern)
                .filter(view ->
                        request.window().isEmpty() || by(request.window().get(), view, levels))
                .map(view -> Decider.decide(view, levels.of(view)))
                .sorted(Comparator.comparing(Decision::service))
                .toList();
        return new WindowPlan(here.get(), request.at(), decisions, missing(request, services, views));
    }

    private static boolean by(String window, ServiceView view, Levels levels) {
        return levels.of(view).window().equals(window)
                || view.state()
                        .asleep()
                        .filter(asleep -> asleep.window().equals(window))
                        .isPresent();
    }

    private static List<Missing> missing(Request request, ProjectServices services, List<ServiceView> views) {
        Set<String> there =
                views.stream().map(view -> view.name().service()).collect(Collectors.toCollection(HashSet::new));
        List<Missing> missing = new ArrayList<>();
        for (String name : request.rules().namedServices().stream().sorted().toList()) {
            if (!there.contains(name)) {
                missing.add(new Missing(name, services.whyMissing(name)));
            }
        }
        return missing;
    }
}

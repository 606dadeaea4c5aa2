package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.Level;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.state.Original;
import io.agentctl.control.windows.state.Sleeping;
import io.agentctl.control.windows.state.Wish;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows how every service that windows speak of is, and how it should be. */
public final class ShowWindows implements UseCase<ShowWindows.Request, ShowWindows.Result> {

    /**
     * What to show.
     *
     * @param rules what the windows say
     * @param at the instant to ask about
     */
    public record Request(WindowFile rules, Instant at) {}

    /**
     * What there is.
     *
     * @param at the instant that the windows were asked about
     * @param services in the order of the names
     * @param unhandled services that cannot be handled, each with why
     */
    public record Result(Instant at, List<Row> services, List<Unhandled> unhandled) {

        public Result {
            services = List.copyOf(services);
            unhandled = List.copyOf(unhandled);
        }
    }

    /**
     * One service.
     *
     * @param service its name
     * @param window the window that counts now; empty if none does
     * @param asleep whether it should be asleep
     * @param desired tasks wanted
     * @param running tasks running
     * @param right whether a run would find nothing to do
     * @param note why it is as it is, or what a run would do
     * @param since since when it sleeps
     * @param original what it comes back to
     * @param next when what should be true changes
     * @param wish what somebody wants of it for a while
     */
    public record Row(
            String service,
            String window,
            boolean asleep,
            int desired,
            int running,
            boolean right,
            String note,
            Optional<Instant> since,
            Optional<Original> original,
            Optional<Instant> next,
            Optional<Wish> wish) {}

    private final Supplier<ProjectServices> project;
    private final ServiceWatcher watcher;

    ShowWindows(Supplier<ProjectServices> project, ServiceWatcher watcher) {
        this.project = project;
        this.watcher = watcher;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        ProjectServices services = project.get();
        Levels levels = new Levels(request.rules(), request.at());
        List<ServiceView> views = watcher.all(
                services.cluster(), services.names(), request.rules().readTags());
        Scope scope = Scope.of(services, views, request.rules(), levels);
        List<Row> rows = scope.concerned().stream()
                .map(view -> row(view, levels, request.at()))
                .sorted(Comparator.comparing(Row::service))
                .toList();
        return new Result(request.at(), rows, scope.unhandled());
    }

    private static Row row(ServiceView view, Levels levels, Instant at) {
        Level level = levels.of(view);
        Decision decision = Decider.decide(view, level);
        Optional<Sleeping> asleep = view.state().asleep();
        return new Row(
                view.name().service(),
                level.window(),
                level.asleep(),
                view.count().desired(),
                view.count().running(),
                !decision.acts(),
                decision.why(),
                asleep.map(Sleeping::since),
                asleep.map(Sleeping::original),
                levels.nextChange(view),
                view.state().wishAt(at));
    }
}

package io.agentctl.control.windows.scheduled;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.Window;
import io.agentctl.control.windows.WindowFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans the scheduled actions that windows want; changes nothing. An empty plan says that nothing has drifted. */
public final class PlanSchedules implements UseCase<PlanSchedules.Request, PlanSchedules.Result> {

    /**
     * What is wanted.
     *
     * @param windows the windows
     * @param remove true to remove all actions that windows made
     */
    public record Request(WindowFile windows, boolean remove) {}

    /**
     * What would be changed.
     *
     * @param plan the changes
     * @param remarks what AWS cannot do of what the windows say, a sentence each
     */
    public record Result(Plan plan, List<String> remarks) {

        public Result {
            remarks = List.copyOf(remarks);
        }
    }

    private final ScheduleObserver observer;
    private final Supplier<Target> here;
    private final Clock clock;

    PlanSchedules(ScheduleObserver observer, Supplier<Target> here, Clock clock) {
        this.observer = observer;
        this.here = here;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<ResourcePlan> plans = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (ScheduleObserver.Seen seen : observer.all(request.windows().readTags())) {
            List<Window> about = request.windows().about(seen.service().service(), seen.tags());
            if (about.size() > 1) {
                remarks.add(seen.service().service() + " is under " + about.size()
                        + " windows, whose actions would undo each other: left out");
            } else if (seen.schedule().isEmpty()) {
                about.forEach(window -> remarks.add(seen.service().service()
                        + " does not scale, and only what scales can be scheduled: left out (agentctl ecs scale)"));
            } else {
                Optional<Window> window =
                        request.remove() ? Optional.empty() : about.stream().findFirst();
                SchedulePlanner.plan(seen.schedule().get(), window).ifPresent(plans::add);
            }
        }
        if (!request.remove()) {
            request.windows().windows().forEach(window -> remarks.addAll(limits(window)));
        }
        return new Result(new Plan("windows schedule", here.get(), clock.instant(), plans), remarks);
    }

    /** What of a window AWS would not do. */
    private static List<String> limits(Window window) {
        List<String> limits = new ArrayList<>();
        String name = "window " + window.name() + ": ";
        if (!window.calendar().holidays().dates().isEmpty()) {
            limits.add(name + "AWS knows no holidays; the schedule counts on them too");
        }
        if (!window.calendar().exceptions().isEmpty()) {
            limits.add(name + "AWS knows no exceptions");
        }
        limits.add(
                name + "AWS wakes services to their minimum, not to the count that they had, and does not make up for"
                        + " actions that it missed");
        return limits;
    }
}

package io.agentctl.control.windows.scheduled;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.Window;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.calendar.Schedule;
import io.agentctl.control.windows.run.Unhandled;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
     * @param unhandled services that cannot be handled, each with why
     */
    public record Result(Plan plan, List<String> remarks, List<Unhandled> unhandled) {

        public Result {
            remarks = List.copyOf(remarks);
            unhandled = List.copyOf(unhandled);
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
        List<Unhandled> unhandled = new ArrayList<>();
        ScheduleObserver.Found found = observer.all(request.windows().readTags());
        for (ScheduleObserver.Seen seen : found.services()) {
            String service = seen.service().service();
            List<Window> about =
                    request.remove() ? List.of() : request.windows().about(service, seen.tags());
            if (about.size() > 1) {
                unhandled.add(twoWindows(service, about));
            } else if (about.stream().anyMatch(PlanSchedules::onEitherDay)) {
                unhandled.add(new Unhandled(
                        service,
                        ErrorCode.BAD_DOCUMENT,
                        "window " + about.getFirst().name() + " sleeps or wakes on days of the month and of the week;"
                                + " AWS's expressions take one of them",
                        "Split it, or leave it to agentctl."));
            } else if (seen.schedule().isPresent()) {
                SchedulePlanner.plan(seen.schedule().get(), about.stream().findFirst())
                        .ifPresent(plans::add);
            } else if (!about.isEmpty()) {
                remarks.add(service + " does not scale, and only what scales can be scheduled: left out (agentctl ecs"
                        + " scale)");
            }
        }
        if (!request.remove()) {
            request.windows().windows().forEach(window -> remarks.addAll(limits(window)));
            Set<String> there = found.services().stream()
                    .map(seen -> seen.service().service())
                    .collect(Collectors.toSet());
            unhandled.addAll(Unhandled.missing(found.project(), there, request.windows()));
        }
        return new Result(new Plan("windows schedule", here.get(), clock.instant(), plans), remarks, unhandled);
    }

    /**
     * Whatever the file says of overlaps: AWS carries actions out one after the other, and knows nothing of the other.
     */
    private static Unhandled twoWindows(String service, List<Window> about) {
        return new Unhandled(
                service,
                ErrorCode.BAD_DOCUMENT,
                "service " + service + " is under " + about.size() + " windows: "
                        + about.stream().map(Window::name).collect(Collectors.joining(", "))
                        + ", whose scheduled actions would undo each other",
                "Name it in one only.");
    }

    private static boolean onEitherDay(Window window) {
        Schedule schedule = window.calendar().schedule();
        return schedule.sleep().onEitherDay() || schedule.wake().onEitherDay();
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

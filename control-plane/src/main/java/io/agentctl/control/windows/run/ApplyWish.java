package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Step;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.state.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notes a wish and moves the service, as one operation. */
public final class ApplyWish implements UseCase<ApplyWish.Request, ApplyWindows.Result> {

    /**
     * What to do.
     *
     * @param plan as it was shown
     * @param rules what the windows say
     * @param at now
     * @param follow how long to wait for tasks to have started or stopped; zero not to wait
     */
    public record Request(WishPlan plan, WindowFile rules, Instant at, Duration follow) {}

    private final ServiceMover mover;
    private final CountFollower follower;

    ApplyWish(ServiceMover mover, CountFollower follower) {
        this.mover = mover;
        this.follower = follower;
    }

    @Override
    public ApplyWindows.Result run(Request request, ProgressListener progress) {
        WishPlan plan = request.plan();
        ServiceName name = plan.decision().service();
        List<Step> note = plan.before().equals(plan.wish())
                ? List.of()
                : List.of(Step.change(
                        note(plan.wish()),
                        SetWish.action(name, plan.wish()),
                        SetWish.inverse(name, plan.wish(), plan.before())));
        Levels levels = new Levels(request.rules(), request.at());
        ServiceOutcome outcome =
                ServiceOutcome.of(mover.move(name, view -> levels.of(view, plan.wish()), note, progress));
        Map<ServiceName, Integer> moved = outcome.desired() == outcome.to() ? Map.of() : Map.of(name, outcome.to());
        return new ApplyWindows.Result(
                request.at(), List.of(outcome), follower.follow(moved, request.follow(), progress));
    }

    private static String note(Optional<Wish> wish) {
        return wish.map(wanted -> "note: " + (wanted.asleep() ? "asleep" : "awake") + " until " + wanted.until())
                .orElse("let the windows count again");
    }
}

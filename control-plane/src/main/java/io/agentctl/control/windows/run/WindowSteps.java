package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.journal.Step;
import io.agentctl.control.windows.state.Original;
import io.agentctl.control.windows.state.Sleeping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps that carry out a decision. Down: remember, hold the scaling, then the count; up: the count, then the
 * scaling, then forget. So what a service was is known from before the first act until after the last.
 */
final class WindowSteps {

    private WindowSteps() {}

    static List<Step> of(Decision decision, ServiceView view, Instant now) {
        ServiceName name = decision.service();
        return switch (decision.deed()) {
            case NOTHING -> List.of();
            case SLEEP ->
                sleep(
                        name,
                        new Sleeping(decision.level().window(), decision.level().floor(), now, view.original()));
            case WAKE -> wake(view, asleep(view));
            case PUT_BACK -> putBack(view, asleep(view), decision.level().floor());
            case MOVE_FLOOR ->
                List.of(
                        moveFloor(name, asleep(view), decision.level().floor()),
                        Step.check(
                                "read it back",
                                ReadBack.asleep(name, decision.level().floor())));
            case FORGET -> List.of(forget(name, asleep(view)));
        };
    }

    private static Sleeping asleep(ServiceView view) {
        return view.state().asleep().orElseThrow();
    }

    private static List<Step> sleep(ServiceName name, Sleeping sleeping) {
        Instant since = sleeping.since();
        return List.of(
                Step.change(
                        "remember " + sleeping.original(),
                        RememberSleep.action(name, sleeping),
                        ForgetSleep.action(name, since)),
                Step.change("hold its scaling", HoldScaling.action(name, since), ReleaseScaling.inverse(name, since)),
                Step.change(
                        "down to " + Decider.tasks(sleeping.floor()),
                        DropCount.action(name, since),
                        RaiseCount.action(name, since)),
                Step.check("read it back", ReadBack.asleep(name, sleeping.floor())));
    }

    private static List<Step> wake(ServiceView view, Sleeping asleep) {
        ServiceName name = view.name();
        Instant since = asleep.since();
        return List.of(
                Step.change(
                        "back to " + Decider.tasks(asleep.original().desired()),
                        RaiseCount.action(name, since),
                        DropCount.inverse(name, since)),
                Step.change("let it scale again", ReleaseScaling.action(name, since), HoldScaling.inverse(name, since)),
                forget(name, asleep),
                Step.check("read it back", ReadBack.awake(name, least(view, asleep))));
    }

    /** What it must have at least once it is awake: what it had, unless somebody set a count since, and its minimum. */
    private static int least(ServiceView view, Sleeping asleep) {
        Original original = asleep.original();
        int count = view.count().desired() == asleep.floor()
                ? original.desired()
                : view.count().desired();
        return Math.min(
                count,
                Optional.ofNullable(view.scaling())
                        .map(scaling -> scaling.max())
                        .orElse(count));
    }

    private static Step forget(ServiceName name, Sleeping asleep) {
        return Step.change(
                "forget what it was", ForgetSleep.action(name, asleep.since()), RememberSleep.action(name, asleep));
    }

    private static List<Step> putBack(ServiceView view, Sleeping asleep, int floor) {
        ServiceName name = view.name();
        Instant since = asleep.since();
        List<Step> steps = new ArrayList<>();
        if (floor != asleep.floor()) {
            steps.add(moveFloor(name, asleep, floor));
        }
        steps.add(Step.change(
                "hold its scaling again", HoldScaling.enforced(name, since), ReleaseScaling.inverse(name, since)));
        steps.add(Step.change(
                "down to " + Decider.tasks(floor),
                DropCount.enforced(name, since),
                RaiseCount.to(name, since, view.count().desired())));
        steps.add(Step.check("read it back", ReadBack.asleep(name, floor)));
        return steps;
    }

    private static Step moveFloor(ServiceName name, Sleeping asleep, int floor) {
        Instant since = asleep.since();
        return Step.change(
                "move its floor from " + asleep.floor() + " to " + Decider.tasks(floor),
                MoveFloor.action(name, since, asleep.floor(), floor),
                MoveFloor.action(name, since, floor, asleep.floor()));
    }
}

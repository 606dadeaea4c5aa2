package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.windows.state.ServiceStates;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Puts this package's parts together, for the composition root of a program. */
public final class WindowsWiring {

    private final EcsWiring ecs;
    private final Supplier<Target> here;
    private final Clock clock;
    private final Duration poll;
    private final Supplier<ProjectServices> project;
    private final ServiceWatcher watcher;
    private final Sleepers sleepers;

    /**
     * Wires the package.
     *
     * @param services which services are the project's
     * @param states where what services were is kept
     * @param poll how often a service is looked at while its tasks start or stop
     */
    public WindowsWiring(
            EcsWiring ecs,
            ScalingGateway scaling,
            Services services,
            Supplier<ServiceStates> states,
            Supplier<Target> here,
            Clock clock,
            Duration poll) {
        this.ecs = ecs;
        this.here = here;
        this.clock = clock;
        this.poll = poll;
        this.project = () -> ProjectServices.of(services, ecs.gateway());
        this.watcher = new ServiceWatcher(ecs.counts(), scaling, states, here);
        this.sleepers = new Sleepers(ecs.counts(), scaling, states, here);
    }

    /** Carries out this package's actions. */
    public List<ActionHandler> handlers() {
        return handlers(sleepers);
    }

    static List<ActionHandler> handlers(Sleepers sleepers) {
        return List.of(
                new RememberSleep(sleepers),
                new ForgetSleep(sleepers),
                new HoldScaling(sleepers),
                new ReleaseScaling(sleepers),
                new DropCount(sleepers),
                new RaiseCount(sleepers),
                new MoveFloor(sleepers),
                new SetWish(sleepers),
                new ReadBack(sleepers));
    }

    /** The use case that shows how services are. */
    public ShowWindows show() {
        return new ShowWindows(project, watcher);
    }

    /** The use case that asks what should be true now. */
    public PlanWindows plan() {
        return new PlanWindows(project, watcher, here);
    }

    /** The use case that tells what sleep saves. */
    public PriceServices price(Supplier<PriceTable> prices) {
        return new PriceServices(project, watcher, ecs.observer(), prices);
    }

    /** The use case that makes it so. */
    public ApplyWindows apply(Supplier<Journal> journal, Supplier<OperationRunner> runner) {
        return new ApplyWindows(mover(journal, runner), follower());
    }

    /** The use case that looks what a wish would do. */
    public PlanWish planWish() {
        return new PlanWish(project, watcher, here);
    }

    /** The use case that notes a wish and follows it. */
    public ApplyWish applyWish(Supplier<Journal> journal, Supplier<OperationRunner> runner) {
        return new ApplyWish(mover(journal, runner), follower());
    }

    private ServiceMover mover(Supplier<Journal> journal, Supplier<OperationRunner> runner) {
        return new ServiceMover(watcher, journal, runner, here, clock);
    }

    private CountFollower follower() {
        return new CountFollower(ecs.counts(), poll);
    }
}

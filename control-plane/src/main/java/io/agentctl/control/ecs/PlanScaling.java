package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.TargetTracking;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans how a service scales: bounds, and target tracking on CPU. */
public final class PlanScaling implements UseCase<PlanScaling.Request, Plan> {

    /**
     * What is wanted. An empty value stays as it is.
     *
     * @param services one service
     * @param min fewest tasks, at least 0
     * @param max most tasks, at least {@code min}
     * @param targetCpu percent of average CPU
     * @param scaleInCooldown seconds
     * @param scaleOutCooldown seconds
     */
    public record Request(
            Services services,
            Optional<Integer> min,
            Optional<Integer> max,
            Optional<Double> targetCpu,
            Optional<Integer> scaleInCooldown,
            Optional<Integer> scaleOutCooldown) {}

    private final Supplier<Target> here;
    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final Clock clock;

    public PlanScaling(Supplier<Target> here, EcsGateway ecs, ServiceObserver observer, Clock clock) {
        this.here = here;
        this.ecs = ecs;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public Plan run(Request request, ProgressListener progress) {
        ObservedService service = request.services().observe(ecs, observer).getFirst();
        List<Change> changes = plan(service, request);
        return new Plan(
                "ecs scale",
                here.get(),
                clock.instant(),
                changes.isEmpty()
                        ? List.of()
                        : List.of(new ResourcePlan(service.name().resource(), service.fingerprint(), changes)));
    }

    static List<Change> plan(ObservedService service, Request request) {
        Optional<ObservedScaling> target = service.scaling();
        Optional<TargetTracking> tracking = target.flatMap(ObservedScaling::targetTracking);
        requireSense(service, request, target, tracking);
        List<Change> changes = new ArrayList<>();
        add(
                changes,
                service,
                ServiceField.MIN_TASKS,
                target.map(ObservedScaling::min),
                request.min(),
                minReason(service));
        add(
                changes,
                service,
                ServiceField.MAX_TASKS,
                target.map(ObservedScaling::max),
                request.max(),
                maxReason(service));
        add(
                changes,
                service,
                ServiceField.CPU_TARGET,
                tracking.map(TargetTracking::targetPercent).map(Percent::number),
                request.targetCpu().map(Percent::number),
                "the count follows average CPU");
        add(
                changes,
                service,
                ServiceField.SCALE_IN_COOLDOWN,
                tracking.map(TargetTracking::scaleInCooldown),
                request.scaleInCooldown(),
                "seconds between removals of tasks");
        add(
                changes,
                service,
                ServiceField.SCALE_OUT_COOLDOWN,
                tracking.map(TargetTracking::scaleOutCooldown),
                request.scaleOutCooldown(),
                "seconds between additions of tasks");
        return changes;
    }

    private static void requireSense(
            ObservedService service,
            Request request,
            Optional<ObservedScaling> target,
            Optional<TargetTracking> tracking) {
        Optional<Integer> min = request.min().or(() -> target.map(ObservedScaling::min));
        Optional<Integer> max = request.max().or(() -> target.map(ObservedScaling::max));
        if (min.isEmpty() || max.isEmpty()) {
            throw usage(service.name() + " does not scale yet, so it needs both --min and --max");
        }
        if (min.get() > max.get()) {
            throw usage("--min " + min.get() + " is above --max " + max.get());
        }
        boolean cooldown = request.scaleInCooldown().isPresent()
                || request.scaleOutCooldown().isPresent();
        if (cooldown && tracking.isEmpty() && request.targetCpu().isEmpty()) {
            throw usage("cool-downs belong to a CPU target, and " + service.name() + " has none: add --target-cpu");
        }
    }

    private static <T> void add(
            List<Change> changes,
            ObservedService service,
            ServiceField field,
            Optional<T> from,
            Optional<T> to,
            String why) {
        if (to.isPresent() && !to.equals(from)) {
            changes.add(new Change(
                    service.name().resource(),
                    field.word(),
                    from.map(Object::toString).orElse(""),
                    to.get().toString(),
                    why,
                    Risk.LOW,
                    Money.ZERO));
        }
    }

    private static String minReason(ObservedService service) {
        return "fewest tasks; " + service.desired()
                + " are wanted now, and AWS pulls the count into the bounds at once";
    }

    private static String maxReason(ObservedService service) {
        return "most tasks; " + service.desired() + " are wanted now";
    }

    private static AgentctlException usage(String message) {
        return new AgentctlException(ErrorCode.USAGE, message, "See: agentctl ecs scale --help");
    }
}

package io.agentctl.control.rightsizing;

import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.TargetTracking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an observed service may become. */
final class ServiceConstraints {

    private ServiceConstraints() {}

    /** The constraints, if the service's tasks have a size that Fargate has. */
    static Optional<SizingConstraints> of(
            ObservedService service, Resizes resizes, Budgets budgets, RiskAppetite appetite) {
        return service.taskDefinition()
                .taskSize()
                .map(size -> new SizingConstraints(
                        size,
                        service.desired(),
                        count(service),
                        service.taskDefinition().architecture(),
                        service.taskDefinition().operatingSystem(),
                        service.spotShare(),
                        budgets,
                        appetite,
                        resizes));
    }

    private static TaskCount count(ObservedService service) {
        return service.scaling()
                .map(ServiceConstraints::count)
                .orElseGet(() -> SizingConstraints.unscaled(service.desired()));
    }

    private static TaskCount count(ObservedScaling target) {
        int least = Math.max(1, target.min());
        int most = Math.max(least, target.max());
        Optional<TargetTracking> tracking = target.targetTracking();
        return tracking.isPresent() && target.otherPolicies() == 0
                ? new TaskCount.Tracked(least, most, tracking.get().targetPercent())
                : new TaskCount.Driven(least, most);
    }

    /** What can be said of a service whose tasks have no Fargate size, as on EC2 without task limits: nothing. */
    static Advice notFargate(ObservedService service, String prices) {
        Sizing nothing = new Sizing(0, 0, service.desired(), Money.ZERO);
        return new Advice(
                Finding.UNKNOWN,
                List.of(new Reason(ReasonCode.NOT_FARGATE, ReasonCode.NOT_FARGATE.sentence())),
                Risk.LOW,
                nothing,
                nothing,
                Stranded.NONE,
                List.of(),
                DemandPattern.NONE,
                WalkForward.NONE,
                new DataUsed(0, 0, 0, Duration.ZERO, Duration.ofMinutes(5)),
                Confidence.NONE,
                prices);
    }
}

package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Carries out a plan for ECS services, an operation for each, one after the other. It stops at the first that fails: a
 * change that went badly once is not repeated on the next service.
 */
public final class ApplyPlan implements UseCase<ApplyPlan.Request, ApplyPlan.Result> {

    /**
     * What to apply.
     *
     * @param plan as it was printed or saved
     * @param following how far to follow each change
     */
    public record Request(Plan plan, Following following) {}

    /**
     * What was applied.
     *
     * @param target where
     * @param operations one for each service, in the plan's order
     */
    public record Result(Target target, List<Applied> operations) {
        public Result {
            operations = List.copyOf(operations);
        }
    }

    private final Supplier<Target> here;
    private final ServiceObserver observer;
    private final Supplier<OperationRunner> runner;

    /**
     * Makes the use case.
     *
     * @param here the account and region that is acted on
     * @param runner made once the plan is known to be good, for it looks for its journal
     */
    public ApplyPlan(Supplier<Target> here, ServiceObserver observer, Supplier<OperationRunner> runner) {
        this.here = here;
        this.observer = observer;
        this.runner = runner;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        Plan plan = request.plan();
        Target target = here.get();
        if (!plan.target().samePlace(target)) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "this plan was made for " + plan.target() + ", but this is " + target,
                    "Choose the context it was made in, or plan anew here.");
        }
        List<ObservedService> observed =
                plan.resources().stream().map(this::observe).toList();
        List<Applied> applied = new ArrayList<>();
        OperationRunner operations = runner.get();
        for (int i = 0; i < observed.size(); i++) {
            ResourcePlan resource = plan.resources().get(i);
            Operation operation;
            try {
                operation = operations.run(
                        ServiceOperation.draft(plan, resource, observed.get(i), request.following()), progress);
            } catch (AgentctlException failure) {
                throw naming(failure, plan.resources(), i);
            }
            applied.add(Applied.of(operation));
        }
        return new Result(target, applied);
    }

    /** Every service is looked at before the first is changed, so that a stale plan changes nothing at all. */
    private ObservedService observe(ResourcePlan resource) {
        ObservedService service = observer.one(ServiceName.of(resource.resource()));
        if (service.deploying()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "a deployment of " + service.name() + " is under way already",
                    "Wait for it with: agentctl ecs wait " + service.name().service());
        }
        if (!service.fingerprint().equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: " + service.name() + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        return service;
    }

    private static AgentctlException naming(AgentctlException failure, List<ResourcePlan> resources, int failed) {
        List<String> left = resources.subList(failed + 1, resources.size()).stream()
                .map(resource -> ServiceName.of(resource.resource()).service())
                .toList();
        if (left.isEmpty()) {
            return failure;
        }
        return new AgentctlException(
                failure.code(),
                failure.getMessage() + "\nNot begun: " + String.join(", ", left),
                failure.advice(),
                failure.requestId().orElse(null),
                failure);
    }
}

package io.agentctl.control.apply;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Carries out a plan, an operation for each resource, one after the other. It stops at the first that fails: a change
 * that went badly once is not repeated on the next resource.
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
     * @param operations one for each resource, in the plan's order
     */
    public record Result(Target target, List<Applied> operations) {
        public Result {
            operations = List.copyOf(operations);
        }
    }

    private final Supplier<Target> here;
    private final Map<String, Applier> appliers;
    private final Supplier<OperationRunner> runner;

    /**
     * Makes the use case.
     *
     * @param here the account and region that is acted on
     * @param appliers one for each type of resource
     * @param runner made once the plan is known to be good, for it looks for its journal
     */
    public ApplyPlan(Supplier<Target> here, Collection<? extends Applier> appliers, Supplier<OperationRunner> runner) {
        this.here = here;
        this.appliers = appliers.stream().collect(Collectors.toMap(Applier::resourceType, Function.identity()));
        this.runner = runner;
    }

    /** Every resource is looked at before the first is changed, so that a stale plan changes nothing at all. */
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
        List<OperationDraft> drafts = plan.resources().stream()
                .map(resource -> applier(resource).draft(plan, resource, request.following()))
                .toList();
        List<Applied> applied = new ArrayList<>();
        OperationRunner operations = runner.get();
        for (int i = 0; i < drafts.size(); i++) {
            try {
                applied.add(Applied.of(operations.run(drafts.get(i), progress)));
            } catch (AgentctlException failure) {
                throw naming(failure, plan.resources(), i);
            }
        }
        return new Result(target, applied);
    }

    private Applier applier(ResourcePlan resource) {
        Applier applier = appliers.get(resource.resource().type());
        if (applier == null) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "this agentctl does not know how to change " + resource.resource(),
                    "It changes: "
                            + String.join(
                                    ", ", appliers.keySet().stream().sorted().toList()));
        }
        return applier;
    }

    private static AgentctlException naming(AgentctlException failure, List<ResourcePlan> resources, int failed) {
        List<String> left = resources.subList(failed + 1, resources.size()).stream()
                .map(resource -> resource.resource().name())
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

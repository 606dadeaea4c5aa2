package io.agentctl.control.lambda;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns planned changes to a function into an operation, if the function is as it was planned on. */
final class FunctionApplier implements Applier {

    private final FunctionsGateway functions;

    FunctionApplier(FunctionsGateway functions) {
        this.functions = functions;
    }

    @Override
    public String resourceType() {
        return FunctionName.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        FunctionName name = FunctionName.of(resource.resource());
        Optional<String> wantedAlias = FunctionField.alias(resource);
        ObservedFunction function = functions.observe(name);
        Optional<ObservedAlias> alias = wantedAlias.flatMap(function::alias);
        boolean moved = alias.isPresent() != wantedAlias.isPresent();
        if (moved || !PlanMemory.fingerprint(function, alias).equals(resource.fingerprint())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: " + name + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        Optional<Variant> wanted = variant(function, resource);
        return new OperationDraft(
                plan.kind(), resource.resource(), plan.target(), summary(resource), steps(function, wanted, alias));
    }

    /** What {@code $LATEST} is to become, if it is to change at all. */
    private static Optional<Variant> variant(ObservedFunction function, ResourcePlan resource) {
        Optional<Integer> memory = FunctionField.memory(resource);
        Optional<Architecture> architecture = FunctionField.architecture(resource);
        return memory.isEmpty() && architecture.isEmpty()
                ? Optional.empty()
                : Optional.of(new Variant(memory.orElse(function.memoryMb()), architecture, 1));
    }

    private static List<Step> steps(
            ObservedFunction function, Optional<Variant> wanted, Optional<ObservedAlias> alias) {
        Action set = SetMemory.action(function.name(), wanted.orElse(Variant.of(function.memoryMb())));
        List<Step> steps = new ArrayList<>();
        steps.add(Step.change(
                "record what is there", RecordFunction.action(function), CompareFunction.action(function.name())));
        wanted.ifPresent(
                variant -> steps.add(Step.change("change $LATEST to " + variant, set, RestoreMemory.inverse(set))));
        alias.ifPresent(one -> {
            Action publish = PublishSize.action(set);
            Action move = MoveAlias.action(publish, one);
            steps.add(Step.change("publish a version", publish, RemoveVersion.action(publish)));
            steps.add(Step.change("point alias " + one.name() + " at it", move, MoveAlias.inverse(move)));
        });
        return steps;
    }

    private static String summary(ResourcePlan resource) {
        return resource.changes().stream()
                .map(change -> change.field() + " " + change.from() + " to " + change.to())
                .collect(Collectors.joining(", "));
    }
}

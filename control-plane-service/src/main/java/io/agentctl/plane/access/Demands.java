package io.agentctl.plane.access;

import io.agentctl.control.alarms.upkeep.TestAlarm;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.lambda.RunSweep;
import io.agentctl.control.ops.ResumeOperation;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.publishing.PublishPolicies;
import io.agentctl.control.windows.run.ApplyWindows;
import io.agentctl.control.windows.run.ApplyWish;
import io.agentctl.control.windows.run.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What use cases demand. A plan says itself what it changes, and is carried out on nothing else; of what capability
 * that is follows from the kind of resource, never from what the plan calls itself, for its sender wrote that.
 */
public final class Demands {

    /** The capability by the kind of resource. A kind that is not here is a capability of its own. */
    private static final Map<String, String> CAPABILITIES = Map.ofEntries(
            Map.entry("ecs-service", "ecs"),
            Map.entry("lambda-function", "lambda"),
            Map.entry("lambda-concurrency", "lambda"),
            Map.entry("dynamodb-table", "table"),
            Map.entry("alarm", "alarms"),
            Map.entry("alarm-group", "alarms"),
            Map.entry("dashboard", "dashboard"),
            Map.entry("signals-objective", "slo"),
            Map.entry("policy", "policy"),
            Map.entry("policy-set", "policy"),
            Map.entry("window-schedule", "windows"));

    private final Function<OperationId, Optional<ResourceId>> operations;

    /**
     * Makes it.
     *
     * @param operations the resource that an operation of the journal is on
     */
    public Demands(Function<OperationId, Optional<ResourceId>> operations) {
        this.operations = operations;
    }

    /** What running a use case with a request demands. */
    public Demand of(NamedUseCase<?, ?> useCase, Object request) {
        return switch (useCase.access()) {
            case READ -> Demand.on(useCase.name(), Deed.LOOK, useCase.capability());
            case CHANGE -> {
                List<Demand.Part> parts = parts(useCase, request).toList();
                yield parts.isEmpty()
                        ? Demand.on(useCase.name(), Deed.CHANGE, useCase.capability())
                        : new Demand(useCase.name(), Deed.CHANGE, parts);
            }
        };
    }

    private Stream<Demand.Part> parts(NamedUseCase<?, ?> useCase, Object request) {
        return switch (request) {
            case ApplyPlan.Request apply -> resources(apply.plan()).map(Demands::byKind);
            case PublishPolicies.Request publish -> resources(publish.plan()).map(Demands::byKind);
            case UndoOperation.Request undo ->
                operations.apply(undo.id()).stream().map(Demands::byKind);
            case ResumeOperation.Request resume ->
                operations.apply(resume.id()).stream().map(Demands::byKind);
            case RunSweep.Request sweep ->
                Stream.of(byKind(sweep.plan().function().resource()));
            case TestAlarm.Request test -> alarm(test.alarm());
            case ApplyWindows.Request windows ->
                windows.plan().decisions().stream().map(decision -> windowed(useCase, decision));
            case ApplyWish.Request wish ->
                Stream.of(windowed(useCase, wish.plan().decision()));
            default -> Stream.empty();
        };
    }

    private static Stream<Demand.Part> alarm(String name) {
        return name.isBlank() ? Stream.empty() : Stream.of(byKind(new ResourceId("alarm", name)));
    }

    /** Both resources and changes name what is changed; a plan that was not made here may name two different things. */
    private static Stream<ResourceId> resources(Plan plan) {
        return plan.resources().stream()
                .flatMap(resource -> Stream.concat(
                        Stream.of(resource.resource()),
                        resource.changes().stream().map(Change::resource)))
                .distinct();
    }

    private static Demand.Part windowed(NamedUseCase<?, ?> useCase, Decision decision) {
        return new Demand.Part(
                useCase.capability(), Optional.of(decision.service().resource()));
    }

    private static Demand.Part byKind(ResourceId resource) {
        return new Demand.Part(CAPABILITIES.getOrDefault(resource.type(), resource.type()), Optional.of(resource));
    }
}

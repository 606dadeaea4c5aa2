package io.agentctl.plane.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.catalogue.Access;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.catalogue.PolicyUseCases;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.ops.ResumeOperation;
import io.agentctl.control.ops.UndoOperation;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.publishing.PublishPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemandsTest {

    private static final ResourceId API = ResourceId.parse("ecs-service:main/api");
    private static final OperationId KNOWN = OperationId.next(Instant.EPOCH, new Random(1));

    private final Demands demands = new Demands(
            id -> id.equals(KNOWN) ? Optional.of(ResourceId.parse("lambda-function:report")) : Optional.empty());

    static List<NamedUseCase<?, ?>> reading() {
        return Catalogue.all().stream()
                .filter(useCase -> useCase.access() == Access.READ)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("reading")
    void whatOnlyLooksDemandsItsCapability(NamedUseCase<?, ?> useCase) {
        assertThat(demands.of(useCase, "whatever"))
                .isEqualTo(Demand.on(useCase.name(), Deed.LOOK, useCase.capability()));
    }

    private static ApplyPlan.Request applying(ResourcePlan... resources) {
        Plan plan = new Plan("policy", new Target("aws", "1", "eu-central-1"), Instant.EPOCH, List.of(resources));
        return new ApplyPlan.Request(plan, new Following(true, Duration.ZERO));
    }

    private static ResourcePlan changing(ResourceId resource, ResourceId named) {
        return new ResourcePlan(
                resource, "f", List.of(new Change(named, "task-size", "a", "b", "", Risk.LOW, Money.ZERO)));
    }

    @Test
    void aPlanDemandsWhatItChangesWhateverItCallsItself() {
        ResourceId table = ResourceId.parse("dynamodb-table:sessions");

        Demand demand = demands.of(OperationUseCases.APPLY, applying(changing(API, API), changing(table, table)));

        assertThat(demand.deed()).isEqualTo(Deed.CHANGE);
        assertThat(demand.parts())
                .containsExactly(
                        new Demand.Part("ecs", Optional.of(API)), new Demand.Part("table", Optional.of(table)));
    }

    @Test
    void aPlanThatNamesTwoThingsDemandsBoth() {
        ResourceId other = ResourceId.parse("ecs-service:prod/api");

        assertThat(demands.of(OperationUseCases.APPLY, applying(changing(other, API)))
                        .resources())
                .containsExactly(other, API);
    }

    @Test
    void anEmptyPlanDemandsChangingPlansAtLarge() {
        assertThat(demands.of(OperationUseCases.APPLY, applying()))
                .isEqualTo(Demand.on("plan.apply", Deed.CHANGE, "plan"));
    }

    @Test
    void aKindThatNobodyKnowsIsACapabilityOfItsOwn() {
        ResourceId strange = ResourceId.parse("strange-thing:x");

        assertThat(demands.of(OperationUseCases.APPLY, applying(changing(strange, strange)))
                        .parts())
                .containsExactly(new Demand.Part("strange-thing", Optional.of(strange)));
    }

    @Test
    void goingBackDemandsWhatTheOperationChanged() {
        Demand.Part report = new Demand.Part("lambda", Optional.of(ResourceId.parse("lambda-function:report")));

        assertThat(demands.of(OperationUseCases.UNDO, new UndoOperation.Request(KNOWN, UndoMode.FORCED))
                        .parts())
                .containsExactly(report);
        assertThat(demands.of(OperationUseCases.RESUME, new ResumeOperation.Request(KNOWN))
                        .parts())
                .containsExactly(report);
    }

    @Test
    void goingBackOnWhatIsNotKnownDemandsEverything() {
        OperationId unknown = OperationId.next(Instant.EPOCH, new Random(2));

        assertThat(demands.of(OperationUseCases.RESUME, new ResumeOperation.Request(unknown)))
                .isEqualTo(Demand.on("ops.resume", Deed.CHANGE, "ops"));
    }

    @Test
    void publishingDemandsThePolicies() {
        ResourceId policy = ResourceId.parse("policy:spend");
        PublishPolicies.Request request =
                new PublishPolicies.Request(applying(changing(policy, policy)).plan(), List.of(), Optional.empty());

        assertThat(demands.of(PolicyUseCases.PUBLISH, request).parts())
                .containsExactly(new Demand.Part("policy", Optional.of(policy)));
    }
}

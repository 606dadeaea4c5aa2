package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

/** How bounds, policies and schedules move counts. */
class ScalingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final String API = "service/agent-runtime/api";
    private static final ServiceNamespace ECS = ServiceNamespace.ECS;
    private static final ScalableDimension COUNT = ScalableDimension.ECS_SERVICE_DESIRED_COUNT;

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final Sandbox sandbox =
            Sandbox.start(World.defaultWorld(7), SandboxOptions.usual().withClock(clock));
    private final ApplicationAutoScalingClient scaling = sandbox.scaling();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void registeringATargetPullsTheCountIntoItsBoundsAtOnce() {
        register(1, 3);

        assertThat(desired("api")).isEqualTo(3);
        assertThat(scaling.describeScalingActivities(
                                request -> request.serviceNamespace(ECS).resourceId(API))
                        .scalingActivities())
                .singleElement()
                .satisfies(activity -> assertThat(activity.cause()).contains("capacity was set"));
    }

    @Test
    void suspendingAloneKeepsTheBoundsAndPullsTheCountToo() {
        register(2, 4);
        sandbox.ecs()
                .updateService(request ->
                        request.cluster("agent-runtime").service("api").desiredCount(0));
        scaling.registerScalableTarget(request -> request.serviceNamespace(ECS)
                .resourceId(API)
                .scalableDimension(COUNT)
                .suspendedState(state -> state.dynamicScalingInSuspended(true)));

        assertThat(desired("api")).isEqualTo(2);
    }

    @Test
    void targetTrackingMovesTheCountTowardsTheTarget() {
        register(1, 10);
        track(60.0);
        clock.advance(Duration.ofHours(1));

        int count = desired("api");
        assertThat(count).isLessThan(4);
        double utilization = sandbox.cloudWatch()
                .getMetricData(request -> request.startTime(NOW.plus(Duration.ofMinutes(55)))
                        .endTime(NOW.plus(Duration.ofMinutes(60)))
                        .metricDataQueries(Queries.cpu("api", 300, "Average")))
                .metricDataResults()
                .getFirst()
                .values()
                .getFirst();
        assertThat(utilization).isBetween(30.0, 80.0);
    }

    @Test
    void whatIsSuspendedDoesNotMove() {
        register(1, 10);
        track(60.0);
        scaling.registerScalableTarget(request -> request.serviceNamespace(ECS)
                .resourceId(API)
                .scalableDimension(COUNT)
                .suspendedState(state -> state.dynamicScalingInSuspended(true)));
        clock.advance(Duration.ofHours(1));

        assertThat(desired("api")).isEqualTo(4);
    }

    @Test
    void thePastOfATrackedServiceFollowsItsLoad() {
        List<Double> counts = sandbox.cloudWatch()
                .getMetricData(request -> request.startTime(NOW.minus(Duration.ofDays(13)))
                        .endTime(NOW)
                        .metricDataQueries(Queries.cpu("reasoning", 3600, "SampleCount")))
                .metricDataResults()
                .getFirst()
                .values();

        assertThat(counts).allSatisfy(count -> assertThat(count).isBetween(2.0 * 60, 10.0 * 60));
        assertThat(counts.stream().distinct().count()).isGreaterThan(10);
    }

    @Test
    void aScheduledActionSetsTheBoundsWhenItIsDue() {
        register(2, 4);
        scaling.putScheduledAction(request -> request.serviceNamespace(ECS)
                .resourceId(API)
                .scalableDimension(COUNT)
                .scheduledActionName("evening")
                .schedule("cron(30 17 * * ? *)")
                .timezone("Europe/Berlin")
                .scalableTargetAction(bounds -> bounds.minCapacity(1).maxCapacity(1)));
        clock.advance(Duration.ofMinutes(89));
        assertThat(desired("api")).isEqualTo(4);

        // 17:30 in Berlin is 16:30 in UTC in November.
        clock.advance(Duration.ofMinutes(1));
        assertThat(desired("api")).isEqualTo(1);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> register(5, 2)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> track(60.0)).isInstanceOf(ObjectNotFoundException.class);
        register(1, 4);
        assertThatThrownBy(() -> scaling.putScheduledAction(request -> request.serviceNamespace(ECS)
                        .resourceId(API)
                        .scalableDimension(COUNT)
                        .scheduledActionName("never")
                        .schedule("cron(30 25 * * ? *)")
                        .scalableTargetAction(bounds -> bounds.minCapacity(1))))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> scaling.deleteScalingPolicy(request -> request.serviceNamespace(ECS)
                        .resourceId(API)
                        .scalableDimension(COUNT)
                        .policyName("none")))
                .isInstanceOf(ObjectNotFoundException.class);
    }

    private void register(int min, int max) {
        scaling.registerScalableTarget(request -> request.serviceNamespace(ECS)
                .resourceId(API)
                .scalableDimension(COUNT)
                .minCapacity(min)
                .maxCapacity(max));
    }

    private void track(double percent) {
        scaling.putScalingPolicy(request -> request.serviceNamespace(ECS)
                .resourceId(API)
                .scalableDimension(COUNT)
                .policyName("cpu")
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .targetTrackingScalingPolicyConfiguration(configuration -> configuration
                        .targetValue(percent)
                        .scaleInCooldown(60)
                        .scaleOutCooldown(60)
                        .predefinedMetricSpecification(metric ->
                                metric.predefinedMetricType(MetricType.ECS_SERVICE_AVERAGE_CPU_UTILIZATION))));
    }

    private int desired(String service) {
        return sandbox.ecs()
                .describeServices(request -> request.cluster("agent-runtime").services(service))
                .services()
                .getFirst()
                .desiredCount();
    }
}

package io.agentctl.control.ecs;

import io.agentctl.control.aws.ApiCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** Reads and sets how Application Auto Scaling moves the counts of ECS services. */
public final class ScalingGateway {

    private static final ScalableDimension COUNT = ScalableDimension.ECS_SERVICE_DESIRED_COUNT;

    private final Supplier<ApplicationAutoScalingClient> scaling;
    private final ApiCalls calls;

    public ScalingGateway(Supplier<ApplicationAutoScalingClient> scaling, ApiCalls calls) {
        this.scaling = scaling;
        this.calls = calls;
    }

    /** The scaling of all services of the account and region that have any, by {@code cluster/service}. */
    public Map<String, ScalingTarget> all() {
        List<ScalableTarget> targets = calls.call("describe scalable targets", () -> scaling
                .get()
                .describeScalableTargetsPaginator(request ->
                        request.serviceNamespace(ServiceNamespace.ECS).scalableDimension(COUNT))
                .scalableTargets()
                .stream()
                .toList());
        if (targets.isEmpty()) {
            return Map.of();
        }
        Map<String, List<ScalingPolicy>> policies = calls.call("describe scaling policies", () -> scaling
                .get()
                .describeScalingPoliciesPaginator(request ->
                        request.serviceNamespace(ServiceNamespace.ECS).scalableDimension(COUNT))
                .scalingPolicies()
                .stream()
                .collect(Collectors.groupingBy(ScalingPolicy::resourceId)));
        Map<String, ScalingTarget> all = new HashMap<>();
        for (ScalableTarget target : targets) {
            all.put(
                    target.resourceId().substring("service/".length()),
                    read(target, policies.getOrDefault(target.resourceId(), List.of())));
        }
        return all;
    }

    /** The scaling of one service, if it has any. */
    public Optional<ScalingTarget> of(ServiceName name) {
        List<ScalableTarget> targets = calls.call("describe the scaling of " + name, () -> scaling.get()
                .describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(COUNT)
                        .resourceIds(name.scalableResource()))
                .scalableTargets());
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        List<ScalingPolicy> policies = calls.call("describe the scaling policies of " + name, () -> scaling.get()
                .describeScalingPolicies(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(COUNT)
                        .resourceId(name.scalableResource()))
                .scalingPolicies());
        return Optional.of(read(targets.getFirst(), policies));
    }

    /** Sets the bounds; AWS pulls the count into them at once. Suspensions stay as they are. */
    void setBounds(ServiceName name, int min, int max) {
        calls.call("set the scaling bounds of " + name, () -> scaling.get()
                .registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(COUNT)
                        .resourceId(name.scalableResource())
                        .minCapacity(min)
                        .maxCapacity(max)));
    }

    /** Takes a service out of scaling, its policies with it. */
    void removeBounds(ServiceName name) {
        calls.call("remove the scaling of " + name, () -> scaling.get()
                .deregisterScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(COUNT)
                        .resourceId(name.scalableResource())));
    }

    /** Sets the policy on average CPU; a policy of the same name is overwritten whole. */
    void setTracking(ServiceName name, CpuTracking tracking) {
        calls.call("set the CPU target of " + name, () -> scaling.get()
                .putScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(COUNT)
                        .resourceId(name.scalableResource())
                        .policyName(tracking.policyName())
                        .policyType(PolicyType.TARGET_TRACKING_SCALING)
                        .targetTrackingScalingPolicyConfiguration(configuration -> configuration
                                .targetValue(tracking.targetPercent())
                                .predefinedMetricSpecification(metric ->
                                        metric.predefinedMetricType(MetricType.ECS_SERVICE_AVERAGE_CPU_UTILIZATION))
                                .scaleInCooldown(tracking.scaleInCooldown())
                                .scaleOutCooldown(tracking.scaleOutCooldown())
                                .disableScaleIn(tracking.disableScaleIn()))));
    }

    void removeTracking(ServiceName name, String policyName) {
        calls.call("remove scaling policy " + policyName + " of " + name, () -> scaling.get()
                .deleteScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(COUNT)
                        .resourceId(name.scalableResource())
                        .policyName(policyName)));
    }

    private static ScalingTarget read(ScalableTarget target, List<ScalingPolicy> policies) {
        CpuTracking tracking = policies.stream()
                .filter(ScalingGateway::tracksCpu)
                .findFirst()
                .map(ScalingGateway::tracking)
                .orElse(null);
        return new ScalingTarget(
                target.minCapacity(),
                target.maxCapacity(),
                suspended(target.suspendedState()),
                tracking,
                policies.size() - (tracking == null ? 0 : 1));
    }

    private static boolean suspended(SuspendedState state) {
        return state != null
                && (Boolean.TRUE.equals(state.dynamicScalingInSuspended())
                        || Boolean.TRUE.equals(state.dynamicScalingOutSuspended())
                        || Boolean.TRUE.equals(state.scheduledScalingSuspended()));
    }

    private static boolean tracksCpu(ScalingPolicy policy) {
        TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
        return tracking != null
                && tracking.predefinedMetricSpecification() != null
                && tracking.predefinedMetricSpecification().predefinedMetricType()
                        == MetricType.ECS_SERVICE_AVERAGE_CPU_UTILIZATION;
    }

    private static CpuTracking tracking(ScalingPolicy policy) {
        TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
        return new CpuTracking(
                policy.policyName(),
                tracking.targetValue(),
                tracking.scaleInCooldown(),
                tracking.scaleOutCooldown(),
                Boolean.TRUE.equals(tracking.disableScaleIn()));
    }
}

package io.agentctl.control.scaling;

import io.agentctl.control.aws.ApiCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** Reads and sets how Application Auto Scaling moves things. */
public final class ScalingGateway {

    private final Supplier<ApplicationAutoScalingClient> scaling;
    private final ApiCalls calls;

    public ScalingGateway(Supplier<ApplicationAutoScalingClient> scaling, ApiCalls calls) {
        this.scaling = scaling;
        this.calls = calls;
    }

    /** The scaling of everything of the account and region that has any, by resource id. */
    public Map<String, ObservedScaling> all(ScaledQuantity quantity) {
        List<ScalableTarget> targets = targets(quantity);
        if (targets.isEmpty()) {
            return Map.of();
        }
        Map<String, List<ScalingPolicy>> policies = calls.call("describe scaling policies", () -> scaling
                .get()
                .describeScalingPoliciesPaginator(request ->
                        request.serviceNamespace(quantity.namespace()).scalableDimension(quantity.dimension()))
                .scalingPolicies()
                .stream()
                .collect(Collectors.groupingBy(ScalingPolicy::resourceId)));
        Map<String, ObservedScaling> all = new HashMap<>();
        for (ScalableTarget target : targets) {
            all.put(target.resourceId(), read(quantity, target, policies.getOrDefault(target.resourceId(), List.of())));
        }
        return all;
    }

    /** The same without the policies, which takes half the calls. */
    public Map<String, ScalingLimits> allLimits(ScaledQuantity quantity) {
        return targets(quantity).stream().collect(Collectors.toMap(ScalableTarget::resourceId, ScalingGateway::limits));
    }

    private List<ScalableTarget> targets(ScaledQuantity quantity) {
        return calls.call("describe scalable targets", () -> scaling
                .get()
                .describeScalableTargetsPaginator(request ->
                        request.serviceNamespace(quantity.namespace()).scalableDimension(quantity.dimension()))
                .scalableTargets()
                .stream()
                .toList());
    }

    /** The scaling of one thing, if it has any. */
    public Optional<ObservedScaling> of(Scalable scalable) {
        ScaledQuantity quantity = scalable.quantity();
        return target(scalable).map(target -> {
            List<ScalingPolicy> policies =
                    calls.call("describe the scaling policies of " + scalable, () -> scaling.get()
                            .describeScalingPolicies(request -> request.serviceNamespace(quantity.namespace())
                                    .scalableDimension(quantity.dimension())
                                    .resourceId(scalable.resourceId()))
                            .scalingPolicies());
            return read(quantity, target, policies);
        });
    }

    /** The same without the policies, by one call. */
    public Optional<ScalingLimits> limitsOf(Scalable scalable) {
        return target(scalable).map(ScalingGateway::limits);
    }

    private Optional<ScalableTarget> target(Scalable scalable) {
        return calls
                .call("describe the scaling of " + scalable, () -> scaling.get()
                        .describeScalableTargets(request -> request.serviceNamespace(
                                        scalable.quantity().namespace())
                                .scalableDimension(scalable.quantity().dimension())
                                .resourceIds(scalable.resourceId()))
                        .scalableTargets())
                .stream()
                .findFirst();
    }

    /** Sets the bounds; AWS pulls the quantity into them at once. Suspensions stay as they are. */
    public void register(Scalable scalable, Bounds bounds) {
        register(scalable, registration(scalable, bounds).build());
    }

    /** Sets bounds and suspensions in one call; AWS pulls the quantity into the bounds at once. */
    public void register(Scalable scalable, Bounds bounds, Suspension suspension) {
        register(
                scalable,
                registration(scalable, bounds)
                        .suspendedState(SuspendedState.builder()
                                .dynamicScalingInSuspended(suspension.scaleIn())
                                .dynamicScalingOutSuspended(suspension.scaleOut())
                                .scheduledScalingSuspended(suspension.scheduled())
                                .build())
                        .build());
    }

    private void register(Scalable scalable, RegisterScalableTargetRequest request) {
        calls.call("set the scaling bounds of " + scalable, () -> scaling.get().registerScalableTarget(request));
    }

    private static RegisterScalableTargetRequest.Builder registration(Scalable scalable, Bounds bounds) {
        return RegisterScalableTargetRequest.builder()
                .serviceNamespace(scalable.quantity().namespace())
                .scalableDimension(scalable.quantity().dimension())
                .resourceId(scalable.resourceId())
                .minCapacity(bounds.min())
                .maxCapacity(bounds.max());
    }

    /** Takes a thing out of scaling, its policies and scheduled actions with it. */
    public void deregister(Scalable scalable) {
        calls.call("remove the scaling of " + scalable, () -> scaling.get()
                .deregisterScalableTarget(
                        request -> request.serviceNamespace(scalable.quantity().namespace())
                                .scalableDimension(scalable.quantity().dimension())
                                .resourceId(scalable.resourceId())));
    }

    /** Sets the policy on the usual utilization; a policy of the same name is overwritten whole. */
    public void put(Scalable scalable, TargetTracking tracking) {
        ScaledQuantity quantity = scalable.quantity();
        calls.call("set the target of " + scalable, () -> scaling.get()
                .putScalingPolicy(request -> request.serviceNamespace(quantity.namespace())
                        .scalableDimension(quantity.dimension())
                        .resourceId(scalable.resourceId())
                        .policyName(tracking.policyName())
                        .policyType(PolicyType.TARGET_TRACKING_SCALING)
                        .targetTrackingScalingPolicyConfiguration(configuration -> configuration
                                .targetValue(tracking.targetPercent())
                                .predefinedMetricSpecification(
                                        metric -> metric.predefinedMetricType(quantity.utilization()))
                                .scaleInCooldown(tracking.scaleInCooldown())
                                .scaleOutCooldown(tracking.scaleOutCooldown())
                                .disableScaleIn(tracking.disableScaleIn()))));
    }

    /** Removes a policy. */
    public void removePolicy(Scalable scalable, String policyName) {
        calls.call("remove scaling policy " + policyName + " of " + scalable, () -> scaling.get()
                .deleteScalingPolicy(
                        request -> request.serviceNamespace(scalable.quantity().namespace())
                                .scalableDimension(scalable.quantity().dimension())
                                .resourceId(scalable.resourceId())
                                .policyName(policyName)));
    }

    /** The scheduled actions of a thing that set both bounds; others are left out. */
    public List<ScheduledBounds> scheduled(Scalable scalable) {
        return scheduled("describe the scheduled actions of " + scalable, request -> request.serviceNamespace(
                                scalable.quantity().namespace())
                        .scalableDimension(scalable.quantity().dimension())
                        .resourceId(scalable.resourceId()))
                .getOrDefault(scalable.resourceId(), List.of());
    }

    /** The same of everything in the account and region, by resource id. */
    public Map<String, List<ScheduledBounds>> allScheduled(ScaledQuantity quantity) {
        return scheduled("describe scheduled actions", request -> request.serviceNamespace(quantity.namespace()));
    }

    private Map<String, List<ScheduledBounds>> scheduled(
            String doing, Consumer<DescribeScheduledActionsRequest.Builder> which) {
        return calls.call(
                doing, () -> scaling.get().describeScheduledActionsPaginator(which).scheduledActions().stream()
                        .filter(action -> action.scalableTargetAction() != null
                                && action.scalableTargetAction().minCapacity() != null
                                && action.scalableTargetAction().maxCapacity() != null)
                        .collect(Collectors.groupingBy(
                                ScheduledAction::resourceId,
                                Collectors.mapping(ScalingGateway::read, Collectors.toList()))));
    }

    private static ScheduledBounds read(ScheduledAction action) {
        return new ScheduledBounds(
                action.scheduledActionName(),
                action.schedule(),
                action.timezone() == null ? "UTC" : action.timezone(),
                new Bounds(
                        action.scalableTargetAction().minCapacity(),
                        action.scalableTargetAction().maxCapacity()));
    }

    /** Makes a scheduled action, or changes the one of that name. */
    public void schedule(Scalable scalable, ScheduledBounds scheduled) {
        calls.call("schedule " + scheduled.name() + " for " + scalable, () -> scaling.get()
                .putScheduledAction(
                        request -> request.serviceNamespace(scalable.quantity().namespace())
                                .scalableDimension(scalable.quantity().dimension())
                                .resourceId(scalable.resourceId())
                                .scheduledActionName(scheduled.name())
                                .schedule(scheduled.schedule())
                                .timezone(scheduled.timeZone())
                                .scalableTargetAction(bounds -> bounds.minCapacity(
                                                scheduled.bounds().min())
                                        .maxCapacity(scheduled.bounds().max()))));
    }

    /** Removes a scheduled action. */
    public void unschedule(Scalable scalable, String name) {
        calls.call("remove scheduled action " + name + " of " + scalable, () -> scaling.get()
                .deleteScheduledAction(
                        request -> request.serviceNamespace(scalable.quantity().namespace())
                                .scalableDimension(scalable.quantity().dimension())
                                .resourceId(scalable.resourceId())
                                .scheduledActionName(name)));
    }

    private static ObservedScaling read(ScaledQuantity quantity, ScalableTarget target, List<ScalingPolicy> policies) {
        TargetTracking tracking = policies.stream()
                .filter(policy -> tracksUtilization(quantity, policy))
                .findFirst()
                .map(ScalingGateway::tracking)
                .orElse(null);
        return new ObservedScaling(
                new Bounds(target.minCapacity(), target.maxCapacity()),
                suspension(target.suspendedState()),
                tracking,
                policies.size() - (tracking == null ? 0 : 1));
    }

    private static ScalingLimits limits(ScalableTarget target) {
        return new ScalingLimits(
                new Bounds(target.minCapacity(), target.maxCapacity()), suspension(target.suspendedState()));
    }

    private static Suspension suspension(SuspendedState state) {
        return state == null
                ? Suspension.NONE
                : new Suspension(
                        Boolean.TRUE.equals(state.dynamicScalingInSuspended()),
                        Boolean.TRUE.equals(state.dynamicScalingOutSuspended()),
                        Boolean.TRUE.equals(state.scheduledScalingSuspended()));
    }

    private static boolean tracksUtilization(ScaledQuantity quantity, ScalingPolicy policy) {
        TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
        return tracking != null
                && tracking.predefinedMetricSpecification() != null
                && tracking.predefinedMetricSpecification().predefinedMetricType() == quantity.utilization();
    }

    private static TargetTracking tracking(ScalingPolicy policy) {
        TargetTrackingScalingPolicyConfiguration tracking = policy.targetTrackingScalingPolicyConfiguration();
        return new TargetTracking(
                policy.policyName(),
                tracking.targetValue(),
                tracking.scaleInCooldown(),
                tracking.scaleOutCooldown(),
                Boolean.TRUE.equals(tracking.disableScaleIn()));
    }
}

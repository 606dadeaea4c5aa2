package io.agentctl.sandbox.scaling;

import io.agentctl.sandbox.ecs.Arns;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** The operations on scalable targets. */
final class TargetOperations {
    private final ScalingState state;

    TargetOperations(ScalingState state) {
        this.state = state;
    }

    RegisterScalableTargetResponse register(RegisterScalableTargetRequest request) {
        Quantity quantity = Quantity.of(
                request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        if (!state.exists(quantity, request.resourceId())) {
            throw ScalingErrors.validation(
                    (quantity.ofTables() ? "DynamoDB table or index does not exist: " : "ECS service doesn't exist: ")
                            + request.resourceId());
        }
        TargetRecord known = state.targets().get(quantity.key(request.resourceId()));
        Integer minimum =
                request.minCapacity() == null && known != null ? known.target().minCapacity() : request.minCapacity();
        Integer maximum =
                request.maxCapacity() == null && known != null ? known.target().maxCapacity() : request.maxCapacity();
        if (minimum == null || maximum == null) {
            throw ScalingErrors.validation("Minimum and maximum capacity are required for a new scalable target.");
        }
        if (minimum < 0 || minimum > maximum) {
            throw ScalingErrors.validation("Maximum capacity cannot be less than minimum capacity");
        }
        ScalableTarget target = (known == null
                        ? newTarget(
                                quantity,
                                state.arns(),
                                request.resourceId(),
                                state.simulation().instant())
                        : known.target())
                .toBuilder()
                        .minCapacity(minimum)
                        .maxCapacity(maximum)
                        .suspendedState(
                                merged(known == null ? null : known.target().suspendedState(), request))
                        .build();
        TargetRecord record = known == null ? new TargetRecord(quantity, target) : known;
        record.target(target);
        state.targets().put(quantity.key(target.resourceId()), record);
        state.pullIntoBounds(record, "minimum or maximum capacity was set");
        return RegisterScalableTargetResponse.builder()
                .scalableTargetARN(target.scalableTargetARN())
                .build();
    }

    /** A target without bounds yet. */
    static ScalableTarget newTarget(Quantity quantity, Arns arns, String resourceId, Instant at) {
        String id = Integer.toUnsignedString(quantity.key(resourceId).hashCode(), 36);
        return ScalableTarget.builder()
                .serviceNamespace(quantity.namespace())
                .resourceId(resourceId)
                .scalableDimension(quantity.dimension())
                .roleARN(quantity.role(arns.account()))
                .creationTime(at)
                .suspendedState(none())
                .scalableTargetARN("arn:aws:application-autoscaling:" + arns.region() + ":" + arns.account()
                        + ":scalable-target/" + id)
                .build();
    }

    private static SuspendedState none() {
        return SuspendedState.builder()
                .dynamicScalingInSuspended(false)
                .dynamicScalingOutSuspended(false)
                .scheduledScalingSuspended(false)
                .build();
    }

    private static SuspendedState merged(SuspendedState known, RegisterScalableTargetRequest request) {
        SuspendedState base = known == null ? none() : known;
        SuspendedState asked = request.suspendedState();
        if (asked == null) {
            return base;
        }
        return SuspendedState.builder()
                .dynamicScalingInSuspended(either(asked.dynamicScalingInSuspended(), base.dynamicScalingInSuspended()))
                .dynamicScalingOutSuspended(
                        either(asked.dynamicScalingOutSuspended(), base.dynamicScalingOutSuspended()))
                .scheduledScalingSuspended(either(asked.scheduledScalingSuspended(), base.scheduledScalingSuspended()))
                .build();
    }

    private static Boolean either(Boolean asked, Boolean known) {
        return asked == null ? known : asked;
    }

    DescribeScalableTargetsResponse describe(DescribeScalableTargetsRequest request) {
        if (request.serviceNamespace() == null) {
            throw ScalingErrors.validation("ServiceNamespace is required.");
        }
        List<ScalableTarget> targets = state.targets().values().stream()
                .map(TargetRecord::target)
                .filter(target -> request.serviceNamespace() == target.serviceNamespace())
                .filter(target -> request.scalableDimension() == null
                        || request.scalableDimension() == target.scalableDimension())
                .filter(target ->
                        request.resourceIds().isEmpty() || request.resourceIds().contains(target.resourceId()))
                .toList();
        var page = ScalingPages.of(targets, request.nextToken(), request.maxResults());
        return DescribeScalableTargetsResponse.builder()
                .scalableTargets(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    DeregisterScalableTargetResponse deregister(DeregisterScalableTargetRequest request) {
        Quantity quantity = Quantity.of(
                request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        if (state.targets().remove(quantity.key(request.resourceId())) == null) {
            throw noTarget(quantity, request.resourceId());
        }
        return DeregisterScalableTargetResponse.builder().build();
    }

    static RuntimeException noTarget(Quantity quantity, String resourceId) {
        return ScalingErrors.notFound(
                "No scalable target found for service namespace: %s, resource ID: %s, scalable dimension: %s"
                        .formatted(quantity.namespace(), resourceId, quantity.dimension()));
    }
}

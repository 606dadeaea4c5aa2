package io.agentctl.sandbox.scaling;

import io.agentctl.sandbox.ecs.Arns;
import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** The operations on scalable targets. */
final class TargetOperations {
    private final ScalingState state;

    TargetOperations(ScalingState state) {
        this.state = state;
    }

    RegisterScalableTargetResponse register(RegisterScalableTargetRequest request) {
        requireEcs(request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        if (state.service(request.resourceId()).isEmpty()) {
            throw ScalingErrors.validation("ECS service doesn't exist: " + request.resourceId());
        }
        TargetRecord known = state.targets().get(request.resourceId());
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
        ScalableTarget target = (known == null ? fresh(request) : known.target())
                .toBuilder()
                        .minCapacity(minimum)
                        .maxCapacity(maximum)
                        .suspendedState(
                                merged(known == null ? null : known.target().suspendedState(), request))
                        .build();
        TargetRecord record = known == null ? new TargetRecord(target) : known;
        record.target(target);
        state.targets().put(target.resourceId(), record);
        state.pullIntoBounds(record, "minimum or maximum capacity was set");
        return RegisterScalableTargetResponse.builder()
                .scalableTargetARN(target.scalableTargetARN())
                .build();
    }

    private ScalableTarget fresh(RegisterScalableTargetRequest request) {
        return newTarget(
                state.ecs().arns(),
                request.resourceId(),
                state.ecs().simulation().instant());
    }

    /** A target without bounds yet. */
    static ScalableTarget newTarget(Arns arns, String resourceId, java.time.Instant at) {
        String id = Integer.toUnsignedString(resourceId.hashCode(), 36);
        return ScalableTarget.builder()
                .serviceNamespace(ServiceNamespace.ECS)
                .resourceId(resourceId)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .roleARN("arn:aws:iam::" + arns.account() + ":role/aws-service-role/"
                        + "ecs.application-autoscaling.amazonaws.com/"
                        + "AWSServiceRoleForApplicationAutoScaling_ECSService")
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

    static void requireEcs(String namespace, String dimension, String resourceId) {
        if (!"ecs".equals(namespace)) {
            throw ScalingErrors.validation("The sandbox scales the service namespace ecs only, not " + namespace);
        }
        if (!"ecs:service:DesiredCount".equals(dimension)) {
            throw ScalingErrors.validation(
                    "Unsupported service namespace, resource type or scalable dimension: " + dimension);
        }
        if (resourceId == null || !resourceId.matches("service/[^/]+/[^/]+")) {
            throw ScalingErrors.validation("Invalid resource id, expected service/CLUSTER/NAME: " + resourceId);
        }
    }

    DescribeScalableTargetsResponse describe(DescribeScalableTargetsRequest request) {
        if (request.serviceNamespace() == null) {
            throw ScalingErrors.validation("ServiceNamespace is required.");
        }
        List<ScalableTarget> targets = state.targets().values().stream()
                .map(TargetRecord::target)
                .filter(target -> request.serviceNamespace() == target.serviceNamespace())
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
        requireEcs(request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        if (state.targets().remove(request.resourceId()) == null) {
            throw noTarget(request.resourceId());
        }
        return DeregisterScalableTargetResponse.builder().build();
    }

    static RuntimeException noTarget(String resourceId) {
        return ScalingErrors.notFound(
                "No scalable target found for service namespace: ecs, resource ID: %s, scalable dimension: %s"
                        .formatted(resourceId, "ecs:service:DesiredCount"));
    }
}

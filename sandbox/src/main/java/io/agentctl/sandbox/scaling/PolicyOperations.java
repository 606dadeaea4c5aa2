package io.agentctl.sandbox.scaling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** The operations on scaling policies, and on what they did. */
final class PolicyOperations {
    private final ScalingState state;

    PolicyOperations(ScalingState state) {
        this.state = state;
    }

    PutScalingPolicyResponse put(PutScalingPolicyRequest request) {
        Quantity quantity = Quantity.of(
                request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        if (request.policyName() == null || request.policyName().isBlank()) {
            throw ScalingErrors.validation("PolicyName is required.");
        }
        TargetRecord record = record(quantity, request.resourceId());
        TargetRecord.PolicyRecord known = record.policies().get(request.policyName());
        if (request.policyType() != PolicyType.TARGET_TRACKING_SCALING
                && (known == null || request.policyType() != null)) {
            throw ScalingErrors.validation(
                    "The sandbox has policies of type TargetTrackingScaling only, not " + request.policyTypeAsString());
        }
        TargetTracker.Target tracked =
                PolicyFactory.target(quantity, request.targetTrackingScalingPolicyConfiguration());
        ScalingPolicy policy = PolicyFactory.policy(
                record.target(),
                request.policyName(),
                request.targetTrackingScalingPolicyConfiguration(),
                known == null ? state.simulation().instant() : known.policy().creationTime());
        record.policies().put(policy.policyName(), new TargetRecord.PolicyRecord(policy, new TargetTracker(tracked)));
        return PutScalingPolicyResponse.builder()
                .policyARN(policy.policyARN())
                .alarms(policy.alarms())
                .build();
    }

    private TargetRecord record(Quantity quantity, String resourceId) {
        return Optional.ofNullable(state.targets().get(quantity.key(resourceId)))
                .orElseThrow(() -> TargetOperations.noTarget(quantity, resourceId));
    }

    private Stream<TargetRecord> records(String namespace, String resourceId, String dimension) {
        return state.targets().values().stream()
                .filter(record ->
                        namespace == null || namespace.equals(record.target().serviceNamespaceAsString()))
                .filter(record ->
                        resourceId == null || resourceId.equals(record.target().resourceId()))
                .filter(record ->
                        dimension == null || dimension.equals(record.target().scalableDimensionAsString()));
    }

    DescribeScalingPoliciesResponse describe(DescribeScalingPoliciesRequest request) {
        List<ScalingPolicy> policies = records(
                        request.serviceNamespaceAsString(), request.resourceId(), request.scalableDimensionAsString())
                .flatMap(record -> record.policies().values().stream())
                .map(TargetRecord.PolicyRecord::policy)
                .filter(policy ->
                        request.policyNames().isEmpty() || request.policyNames().contains(policy.policyName()))
                .toList();
        var page = ScalingPages.of(policies, request.nextToken(), request.maxResults());
        return DescribeScalingPoliciesResponse.builder()
                .scalingPolicies(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    DeleteScalingPolicyResponse delete(DeleteScalingPolicyRequest request) {
        Quantity quantity = Quantity.of(
                request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        if (record(quantity, request.resourceId()).policies().remove(request.policyName()) == null) {
            throw ScalingErrors.notFound(
                    "No scaling policy found for " + request.resourceId() + ", policy name: " + request.policyName());
        }
        return DeleteScalingPolicyResponse.builder().build();
    }

    DescribeScalingActivitiesResponse activities(DescribeScalingActivitiesRequest request) {
        List<ScalingActivity> activities = records(
                        request.serviceNamespaceAsString(), request.resourceId(), request.scalableDimensionAsString())
                .flatMap(record -> record.activities().stream())
                .toList();
        var page = ScalingPages.of(activities, request.nextToken(), request.maxResults());
        return DescribeScalingActivitiesResponse.builder()
                .scalingActivities(page.items())
                .nextToken(page.nextToken())
                .build();
    }
}

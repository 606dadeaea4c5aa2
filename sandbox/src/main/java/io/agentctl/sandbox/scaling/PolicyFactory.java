package io.agentctl.sandbox.scaling;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.PredefinedMetricSpecification;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/** Turns target tracking between what the API says and what the tracker follows. */
final class PolicyFactory {
    private PolicyFactory() {}

    /** What a configuration asks to be tracked; refuses what the sandbox does not track. */
    static TargetTracker.Target target(Quantity quantity, TargetTrackingScalingPolicyConfiguration configuration) {
        if (configuration == null || configuration.targetValue() == null) {
            throw ScalingErrors.validation("TargetTrackingScalingPolicyConfiguration with a TargetValue is required.");
        }
        if (configuration.predefinedMetricSpecification() == null) {
            throw ScalingErrors.validation("The sandbox tracks predefined metrics only.");
        }
        Tracked tracked = Tracked.parse(
                        configuration.predefinedMetricSpecification().predefinedMetricTypeAsString())
                .filter(quantity::tracks)
                .orElseThrow(() -> ScalingErrors.validation("Of " + quantity.dimension() + " the sandbox tracks "
                        + Arrays.stream(Tracked.values())
                                .filter(quantity::tracks)
                                .map(Tracked::wireName)
                                .collect(Collectors.joining(" and "))
                        + " only."));
        if (configuration.targetValue() <= 0) {
            throw ScalingErrors.validation("TargetValue must be above 0: " + configuration.targetValue());
        }
        return new TargetTracker.Target(
                tracked,
                configuration.targetValue(),
                cooldown(configuration.scaleOutCooldown(), tracked),
                cooldown(configuration.scaleInCooldown(), tracked),
                !Boolean.TRUE.equals(configuration.disableScaleIn()));
    }

    private static int cooldown(Integer given, Tracked tracked) {
        if (given != null && given < 0) {
            throw ScalingErrors.validation("Cooldowns must not be negative: " + given);
        }
        return given == null ? tracked.pace().cooldown() : given;
    }

    static ScalingPolicy policy(ScalableTarget target, String name, TargetTracker.Target tracked, Instant at) {
        TargetTrackingScalingPolicyConfiguration configuration = TargetTrackingScalingPolicyConfiguration.builder()
                .targetValue(tracked.percent())
                .predefinedMetricSpecification(PredefinedMetricSpecification.builder()
                        .predefinedMetricType(tracked.metric().wireName())
                        .build())
                .scaleOutCooldown(tracked.outCooldownSeconds())
                .scaleInCooldown(tracked.inCooldownSeconds())
                .disableScaleIn(!tracked.scalesIn())
                .build();
        return policy(target, name, configuration, at);
    }

    static ScalingPolicy policy(
            ScalableTarget target, String name, TargetTrackingScalingPolicyConfiguration configuration, Instant at) {
        String alarmPrefix = "TargetTracking-" + target.resourceId();
        return ScalingPolicy.builder()
                .policyARN(target.scalableTargetARN().replace("scalable-target/", "scalingPolicy:") + ":resource/"
                        + target.serviceNamespaceAsString() + "/" + target.resourceId() + ":policyName/" + name)
                .policyName(name)
                .serviceNamespace(target.serviceNamespace())
                .resourceId(target.resourceId())
                .scalableDimension(target.scalableDimension())
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .targetTrackingScalingPolicyConfiguration(configuration)
                .alarms(List.of(alarm(target, alarmPrefix + "-AlarmHigh"), alarm(target, alarmPrefix + "-AlarmLow")))
                .creationTime(at)
                .build();
    }

    private static Alarm alarm(ScalableTarget target, String name) {
        String[] arn = target.scalableTargetARN().split(":", -1);
        return Alarm.builder()
                .alarmName(name)
                .alarmARN("arn:aws:cloudwatch:" + arn[3] + ":" + arn[4] + ":alarm:" + name)
                .build();
    }
}

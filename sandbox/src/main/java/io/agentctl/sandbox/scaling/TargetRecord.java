package io.agentctl.sandbox.scaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** A scalable target with its policies, scheduled actions and what they did. */
final class TargetRecord {
    private ScalableTarget target;
    private final Map<String, PolicyRecord> policies = new LinkedHashMap<>();
    private final Map<String, ScheduledAction> actions = new LinkedHashMap<>();
    private final List<ScalingActivity> activities = new ArrayList<>();

    /** A policy and the state of its tracking. */
    record PolicyRecord(ScalingPolicy policy, TargetTracker tracker) {}

    TargetRecord(ScalableTarget target) {
        this.target = target;
    }

    ScalableTarget target() {
        return target;
    }

    void target(ScalableTarget changed) {
        target = changed;
    }

    Map<String, PolicyRecord> policies() {
        return policies;
    }

    Map<String, ScheduledAction> actions() {
        return actions;
    }

    /** What was done, the latest first. */
    List<ScalingActivity> activities() {
        return activities;
    }

    int clamp(int count) {
        return Math.clamp(count, target.minCapacity(), target.maxCapacity());
    }

    void activity(int count, String cause, Instant at) {
        activities.addFirst(ScalingActivity.builder()
                .activityId("activity-" + (activities.size() + 1) + "-" + at.toEpochMilli())
                .serviceNamespace(target.serviceNamespace())
                .resourceId(target.resourceId())
                .scalableDimension(target.scalableDimension())
                .description("Setting desired count to " + count + ".")
                .cause(cause)
                .startTime(at)
                .endTime(at)
                .statusCode(ScalingActivityStatusCode.SUCCESSFUL)
                .statusMessage("Successfully set desired count to " + count + ".")
                .build());
    }
}

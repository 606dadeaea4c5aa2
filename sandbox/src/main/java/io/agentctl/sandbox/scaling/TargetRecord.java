package io.agentctl.sandbox.scaling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** A scalable target with its policies, scheduled actions and what they did. */
final class TargetRecord {
    private final Quantity quantity;
    private ScalableTarget target;
    private final Map<String, PolicyRecord> policies = new LinkedHashMap<>();
    private final Map<String, ScheduledAction> actions = new LinkedHashMap<>();
    private final List<ScalingActivity> activities = new ArrayList<>();

    /** A policy and the state of its tracking. */
    record PolicyRecord(ScalingPolicy policy, TargetTracker tracker) {}

    TargetRecord(Quantity quantity, ScalableTarget target) {
        this.quantity = quantity;
        this.target = target;
    }

    Quantity quantity() {
        return quantity;
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

    /** Notes what was done; one that fails again and again is told once. */
    void activity(int count, String cause, Instant at, Optional<String> refusal) {
        String setting = quantity.noun() + " to " + count;
        String description = "Setting " + setting + ".";
        if (refusal.isPresent()
                && !activities.isEmpty()
                && activities.getFirst().statusCode() == ScalingActivityStatusCode.FAILED
                && activities.getFirst().description().equals(description)) {
            return;
        }
        activities.addFirst(ScalingActivity.builder()
                .activityId("activity-" + (activities.size() + 1) + "-" + at.toEpochMilli())
                .serviceNamespace(target.serviceNamespace())
                .resourceId(target.resourceId())
                .scalableDimension(target.scalableDimension())
                .description(description)
                .cause(cause)
                .startTime(at)
                .endTime(at)
                .statusCode(
                        refusal.isPresent() ? ScalingActivityStatusCode.FAILED : ScalingActivityStatusCode.SUCCESSFUL)
                .statusMessage(refusal.map(reason -> "Failed to set " + setting + ". Reason: " + reason)
                        .orElse("Successfully set " + setting + "."))
                .build());
    }
}

package io.agentctl.control.ecs;

import io.agentctl.control.apply.Following;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.Scalable;
import io.agentctl.control.scaling.SetScaling;
import io.agentctl.control.scaling.SetTracking;
import io.agentctl.control.scaling.TargetTracking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the planned changes to a service into the steps that make them, each with its way back. */
final class ServiceOperation {

    private final ObservedService before;
    private final ServiceChanges changes;
    private final Following following;
    private final List<Step> steps = new ArrayList<>();

    private ServiceOperation(ObservedService before, ServiceChanges changes, Following following) {
        this.before = before;
        this.changes = changes;
        this.following = following;
    }

    static OperationDraft draft(Plan plan, ResourcePlan resource, ObservedService before, Following following) {
        ServiceOperation operation = new ServiceOperation(before, new ServiceChanges(resource.changes()), following);
        operation.addSteps();
        return new OperationDraft(
                plan.kind(), resource.resource(), plan.target(), summary(resource.changes()), operation.steps);
    }

    /** What is to be seen in {@code ops list}: each change in a few words. */
    private static String summary(List<Change> changes) {
        return changes.stream()
                .map(change -> change.field() + " " + shortValue(change.from()) + " to " + shortValue(change.to()))
                .collect(Collectors.joining(", "));
    }

    private static String shortValue(String value) {
        return value.isEmpty()
                ? "none"
                : value.substring(value.lastIndexOf(":task-definition/") < 0 ? 0 : value.lastIndexOf('/') + 1);
    }

    private void addSteps() {
        addScalingBounds();
        String revision = addRevision();
        addServiceUpdate(revision);
        addTracking();
        addDeployment();
        if (following.untilProved()) {
            addFollowing(revision);
        }
    }

    /** Registers the new size, if there is one, and tells which revision the service should run. */
    private String addRevision() {
        Optional<TaskSize> size = changes.taskSize();
        if (size.isEmpty()) {
            return changes.text(ServiceField.TASK_DEFINITION)
                    .orElse(before.taskDefinition().arn());
        }
        String source = before.taskDefinition().arn();
        steps.add(Step.change(
                "register the task definition in " + size.get(),
                RegisterTaskDefinition.action(source, size.get()),
                RetireTaskDefinition.action(before.name(), source)));
        return UpdateService.REGISTERED;
    }

    private void addServiceUpdate(String revision) {
        Integer desired = changes.number(ServiceField.DESIRED_COUNT).orElse(null);
        if (revision.equals(before.taskDefinition().arn()) && desired == null) {
            return;
        }
        steps.add(Step.change(
                "update the service",
                UpdateService.action(before, revision, desired),
                RestoreService.action(before, revision, desired)));
    }

    /** The bounds come before the count: a count outside them would be pulled back. */
    private void addScalingBounds() {
        if (!changes.has(ServiceField.MIN_TASKS) && !changes.has(ServiceField.MAX_TASKS)) {
            return;
        }
        Optional<Bounds> there = before.scaling().map(ObservedScaling::bounds);
        int min = changes.number(ServiceField.MIN_TASKS)
                .or(() -> there.map(Bounds::min))
                .orElse(1);
        int max = changes.number(ServiceField.MAX_TASKS)
                .or(() -> there.map(Bounds::max))
                .orElse(min);
        Scalable scalable = before.name().scalable();
        Optional<Bounds> wanted = Optional.of(new Bounds(min, max));
        steps.add(Step.change(
                "scale within " + min + " to " + max + " tasks",
                SetScaling.action(scalable, there, wanted),
                SetScaling.action(scalable, wanted, there)));
    }

    private void addTracking() {
        if (!changes.has(ServiceField.CPU_TARGET)
                && !changes.has(ServiceField.SCALE_IN_COOLDOWN)
                && !changes.has(ServiceField.SCALE_OUT_COOLDOWN)) {
            return;
        }
        Optional<TargetTracking> there = before.scaling().flatMap(ObservedScaling::targetTracking);
        TargetTracking old = there.orElse(null);
        double target = changes.cpuTarget().orElseGet(() -> old == null ? 0 : old.targetPercent());
        TargetTracking wanted = new TargetTracking(
                old == null ? before.name().service() + "-cpu" : old.policyName(),
                target,
                changes.number(ServiceField.SCALE_IN_COOLDOWN).orElse(old == null ? null : old.scaleInCooldown()),
                changes.number(ServiceField.SCALE_OUT_COOLDOWN).orElse(old == null ? null : old.scaleOutCooldown()),
                old != null && old.disableScaleIn());
        steps.add(Step.change(
                "track " + Percent.text(target) + " CPU",
                SetTracking.action(before.name().scalable(), wanted),
                SetTracking.inverse(before.name().scalable(), there, wanted)));
    }

    private void addDeployment() {
        if (changes.has(ServiceField.DEPLOYMENT)) {
            steps.add(Step.check("start a new deployment", ForceDeployment.action(before)));
        }
    }

    private void addFollowing(String revision) {
        boolean rollsOut = !revision.equals(before.taskDefinition().arn())
                || changes.has(ServiceField.DEPLOYMENT)
                || changes.has(ServiceField.DESIRED_COUNT);
        if (!rollsOut) {
            return;
        }
        steps.add(Step.check("follow the rollout", FollowRollout.action(before, revision)));
        if (following.watch().isPositive()) {
            steps.add(Step.check(
                    "watch for " + Durations.text(following.watch()),
                    WatchService.action(before, revision, following.watch())));
        }
    }
}

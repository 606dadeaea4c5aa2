package io.agentctl.sandbox.scaling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScheduledActionResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** The operations on scheduled actions. */
final class ScheduleOperations {
    /** Quota of scheduled actions a scalable target. */
    private static final int MOST = 200;

    private final ScalingState state;

    ScheduleOperations(ScalingState state) {
        this.state = state;
    }

    PutScheduledActionResponse put(PutScheduledActionRequest request) {
        Quantity quantity = Quantity.of(
                request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        TargetRecord record = record(quantity, request.resourceId());
        ScheduledAction known = record.actions().get(request.scheduledActionName());
        if (request.schedule() == null && known == null) {
            throw ScalingErrors.validation("A new scheduled action needs a Schedule.");
        }
        String schedule = request.schedule() == null ? known.schedule() : request.schedule();
        Schedule.parse(schedule, request.timezone());
        if (known == null && record.actions().size() >= MOST) {
            throw ScalingErrors.validation("A scalable target has at most 200 scheduled actions.");
        }
        if (request.scalableTargetAction() == null && known == null) {
            throw ScalingErrors.validation("A new scheduled action needs a ScalableTargetAction.");
        }
        Instant now = state.simulation().instant();
        record.actions()
                .put(
                        request.scheduledActionName(),
                        ScheduledAction.builder()
                                .scheduledActionName(request.scheduledActionName())
                                .scheduledActionARN(record.target().scalableTargetARN() + ":scheduledActionName/"
                                        + request.scheduledActionName())
                                .serviceNamespace(request.serviceNamespace())
                                .resourceId(request.resourceId())
                                .scalableDimension(request.scalableDimension())
                                .schedule(schedule)
                                .timezone(request.timezone())
                                // Leaving them out on an update deletes the old ones.
                                .startTime(request.startTime())
                                .endTime(request.endTime())
                                .scalableTargetAction(
                                        request.scalableTargetAction() == null
                                                ? known.scalableTargetAction()
                                                : request.scalableTargetAction())
                                .creationTime(known == null ? now : known.creationTime())
                                .build());
        return PutScheduledActionResponse.builder().build();
    }

    private TargetRecord record(Quantity quantity, String resourceId) {
        return Optional.ofNullable(state.targets().get(quantity.key(resourceId)))
                .orElseThrow(() -> TargetOperations.noTarget(quantity, resourceId));
    }

    DescribeScheduledActionsResponse describe(DescribeScheduledActionsRequest request) {
        List<ScheduledAction> actions = state.targets().values().stream()
                .flatMap(record -> record.actions().values().stream())
                .filter(action ->
                        request.serviceNamespace() == null || request.serviceNamespace() == action.serviceNamespace())
                .filter(action -> request.scalableDimension() == null
                        || request.scalableDimension() == action.scalableDimension())
                .filter(action ->
                        request.resourceId() == null || request.resourceId().equals(action.resourceId()))
                .filter(action -> request.scheduledActionNames().isEmpty()
                        || request.scheduledActionNames().contains(action.scheduledActionName()))
                .toList();
        var page = ScalingPages.of(actions, request.nextToken(), request.maxResults());
        return DescribeScheduledActionsResponse.builder()
                .scheduledActions(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    DeleteScheduledActionResponse delete(DeleteScheduledActionRequest request) {
        Quantity quantity = Quantity.of(
                request.serviceNamespaceAsString(), request.scalableDimensionAsString(), request.resourceId());
        if (record(quantity, request.resourceId()).actions().remove(request.scheduledActionName()) == null) {
            throw ScalingErrors.notFound("No scheduled action found: " + request.scheduledActionName());
        }
        return DeleteScheduledActionResponse.builder().build();
    }
}

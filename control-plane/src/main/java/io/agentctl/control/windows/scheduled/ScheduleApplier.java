package io.agentctl.control.windows.scheduled;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.Following;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.scaling.ScheduledBounds;
import io.agentctl.control.scaling.SetScheduledBounds;
import java.util.ArrayList;
import java.util.List;

/** Turns planned scheduled actions of a service into an operation, if they are as they were planned on. */
final class ScheduleApplier implements Applier {

    private final ScheduleObserver observer;

    ScheduleApplier(ScheduleObserver observer) {
        this.observer = observer;
    }

    @Override
    public String resourceType() {
        return ObservedSchedule.RESOURCE_TYPE;
    }

    @Override
    public OperationDraft draft(Plan plan, ResourcePlan resource, Following following) {
        ServiceName name = ServiceName.parse(resource.resource().name());
        boolean stale = observer.one(name)
                .filter(there -> there.fingerprint().equals(resource.fingerprint()))
                .isEmpty();
        if (stale) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: the scheduled actions of " + name + " have changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        List<Step> steps = new ArrayList<>();
        for (Change change : resource.changes()) {
            requireSense(change);
            steps.add(Step.change(
                    (change.to().isEmpty() ? "remove " : "set ") + change.field(),
                    SetScheduledBounds.action(name.scalable(), change.field(), change.from(), change.to()),
                    SetScheduledBounds.action(name.scalable(), change.field(), change.to(), change.from())));
        }
        String summary = steps.size() == 1 ? "1 scheduled action" : steps.size() + " scheduled actions";
        return new OperationDraft(plan.kind(), resource.resource(), plan.target(), summary, steps);
    }

    /** Plans come from files as well. */
    private static void requireSense(Change change) {
        try {
            if (!change.field().startsWith(ObservedSchedule.PREFIX)) {
                throw new IllegalArgumentException("not an action of windows: " + change.field());
            }
            if (!change.to().isEmpty()) {
                ScheduledBounds.parse(change.field(), change.to());
            }
        } catch (IllegalArgumentException problem) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "bad plan: " + problem.getMessage(), "", null, problem);
        }
    }
}

package io.agentctl.control.journal;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A change to one resource that is about to begin.
 *
 * @param kind what was asked, such as {@code ecs rightsize}
 * @param resource what it changes
 * @param target the account and region
 * @param summary one line for lists, such as {@code 2048/4096 to 1024/2048}
 * @param steps in order, at least one; their names differ
 */
public record OperationDraft(String kind, ResourceId resource, Target target, String summary, List<Step> steps) {

    public OperationDraft {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(resource + ": an operation without steps is no operation");
        }
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException(resource + ": two steps are called " + step.name());
            }
        }
    }
}

package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.ecs.ShowTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change under way, or one that has ended.
 *
 * @param service whose
 * @param summary what changes
 * @param stage where it stands
 * @param told what was said, the latest last
 * @param counted what is counted now; or empty
 * @param tasks by revision, state and health, as they were last seen
 * @param alarms that fire
 * @param outcome how it ended; empty as long as it has not
 */
record Rollout(
        String service,
        String summary,
        Stage stage,
        List<String> told,
        String counted,
        Optional<ShowTasks.Result> tasks,
        List<String> alarms,
        String outcome) {

    private static final int MOST_TOLD = 200;

    /** Where it stands. */
    enum Stage {
        APPLYING,
        APPLIED,
        ROLLING_BACK,
        ROLLED_BACK,
        FAILED;

        boolean underWay() {
            return this == APPLYING || this == ROLLING_BACK;
        }
    }

    Rollout {
        told = List.copyOf(told);
        alarms = List.copyOf(alarms);
    }

    static Rollout begun(String service, String summary) {
        return new Rollout(service, summary, Stage.APPLYING, List.of(), "", Optional.empty(), List.of(), "");
    }

    Rollout saying(String text) {
        List<String> more = new ArrayList<>(told);
        more.add(text);
        if (more.size() > MOST_TOLD) {
            more.removeFirst();
        }
        return new Rollout(service, summary, stage, more, "", tasks, alarms, outcome);
    }

    Rollout counting(String text) {
        return new Rollout(service, summary, stage, told, text, tasks, alarms, outcome);
    }

    Rollout seeing(Optional<ShowTasks.Result> now, List<String> firing) {
        return new Rollout(service, summary, stage, told, counted, now, firing, outcome);
    }

    Rollout at(Stage next, String how) {
        return new Rollout(service, summary, next, told, "", tasks, alarms, how);
    }
}

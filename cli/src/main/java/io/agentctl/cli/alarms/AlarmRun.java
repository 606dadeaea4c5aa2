package io.agentctl.cli.alarms;

import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.apply.ApplyPlan;
import java.time.Duration;

/** What every verb does that changes alarms: show the plan, ask, apply it, say how to undo it. */
final class AlarmRun {

    private final PlanRun run;

    AlarmRun(UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.run = new PlanRun(apply);
    }

    /**
     * Shows a plan and applies it, unless there is nothing to do or {@code --dry-run} was given.
     *
     * @return the exit code
     */
    int finish(Console console, AlarmPlan plan) {
        if (plan.plan().isEmpty() || console.flags().consent().dryRun()) {
            console.print(AlarmPlanPage.document(plan));
            return PlanRun.pending(console, plan.plan());
        }
        console.show(AlarmPlanPage.document(plan));
        return run.apply(console, plan.plan(), Duration.ZERO);
    }
}

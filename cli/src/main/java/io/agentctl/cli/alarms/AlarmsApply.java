package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.place.MonitoringSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code alarms apply}. */
@Command(
        footer = {
            "agentctl alarms apply                           # shows the plan, and asks",
            "agentctl alarms apply --dry-run",
            "agentctl alarms apply --yes                     # for a pipeline; ends mutes that are over, too",
        })
public final class AlarmsApply implements Verb {

    private final MonitoringSource reader;
    private final UseCase<PlanAlarms.Request, AlarmPlan> plan;
    private final AlarmRun run;

    @Mixin
    private PlanOptions options = new PlanOptions();

    public AlarmsApply(
            MonitoringSource reader,
            UseCase<PlanAlarms.Request, AlarmPlan> plan,
            UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.reader = reader;
        this.plan = plan;
        this.run = new AlarmRun(apply);
    }

    @Override
    public int call(Console console) {
        return run.finish(console, plan.run(options.wanted(reader, console), console.progress()));
    }
}

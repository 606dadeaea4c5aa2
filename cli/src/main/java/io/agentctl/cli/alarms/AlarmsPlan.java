package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.place.MonitoringSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code alarms plan}. */
@Command(
        footer = {
            "agentctl alarms plan                            # what would change, and when alarms would fire",
            "agentctl alarms plan --page-topic oncall --ticket-topic work",
            "agentctl alarms plan -o json > plan.json && agentctl apply plan.json",
            "agentctl alarms plan --detailed-exitcode        # 2 if alarms are not as they should be",
        })
public final class AlarmsPlan implements Verb {

    private final MonitoringSource reader;
    private final UseCase<PlanAlarms.Request, AlarmPlan> plan;

    @Mixin
    private PlanOptions options = new PlanOptions();

    public AlarmsPlan(MonitoringSource reader, UseCase<PlanAlarms.Request, AlarmPlan> plan) {
        this.reader = reader;
        this.plan = plan;
    }

    @Override
    public int call(Console console) {
        AlarmPlan planned = plan.run(options.wanted(reader, console), console.progress());
        console.print(AlarmPlanPage.document(planned));
        return PlanRun.pending(console, planned.plan());
    }
}

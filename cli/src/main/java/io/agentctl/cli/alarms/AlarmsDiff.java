package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.PlanAlarms;
import io.agentctl.control.alarms.upkeep.PlanAlarms.Scope;
import io.agentctl.control.place.MonitoringSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code alarms diff}: the plan, with tags compared too. */
@Command(
        footer = {
            "agentctl alarms diff                            # what somebody edited by hand, field by field",
            "agentctl alarms diff --detailed-exitcode        # for a scheduled job: 2 if anything has drifted",
            "agentctl alarms diff -o json --query \"changes[?cause=='hand'].alarm\"",
        })
public final class AlarmsDiff implements Verb {

    private final MonitoringSource reader;
    private final UseCase<PlanAlarms.Request, AlarmPlan> plan;

    @Mixin
    private MonitoringOptions options = new MonitoringOptions();

    public AlarmsDiff(MonitoringSource reader, UseCase<PlanAlarms.Request, AlarmPlan> plan) {
        this.reader = reader;
        this.plan = plan;
    }

    @Override
    public int call(Console console) {
        AlarmPlan planned = plan.run(options.wanted(reader, console, Scope.CLOSELY, false), console.progress());
        console.print(AlarmPlanPage.document(planned));
        return PlanRun.pending(console, planned.plan());
    }
}

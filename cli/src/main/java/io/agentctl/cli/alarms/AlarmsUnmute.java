package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.PlanMute;
import io.agentctl.control.apply.ApplyPlan;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code alarms unmute}. */
@Command(footer = {"agentctl alarms unmute availability", "agentctl alarms unmute acme-availability-burn-1h --yes"})
public final class AlarmsUnmute implements Verb {

    private final UseCase<PlanMute.Request, AlarmPlan> plan;
    private final AlarmRun run;

    @Parameters(paramLabel = "NAME", description = "An alarm, or an objective for all that it tells.")
    private String name;

    public AlarmsUnmute(UseCase<PlanMute.Request, AlarmPlan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new AlarmRun(apply);
    }

    @Override
    public int call(Console console) {
        return run.finish(console, plan.run(new PlanMute.Request(name, Optional.empty()), console.progress()));
    }
}

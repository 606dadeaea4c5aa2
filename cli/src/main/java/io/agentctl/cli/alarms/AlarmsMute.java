package io.agentctl.cli.alarms;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import io.agentctl.control.alarms.upkeep.PlanMute;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alarms mute}. */
@Command(
        footer = {
            "agentctl alarms mute availability --for 2h --reason \"moving the database\"",
            "agentctl alarms mute acme-availability-burn-1h --for 30m --reason drill --yes",
            "agentctl alarms list                            # who is muted, until when and why",
        })
public final class AlarmsMute implements Verb {

    private final UseCase<PlanMute.Request, AlarmPlan> plan;
    private final AlarmRun run;
    private final String who;

    @Parameters(paramLabel = "NAME", description = "An alarm, or an objective for all that it tells.")
    private String name;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            required = true,
            description = "For how long; the next apply after that ends it, and list says that it is over.")
    private Duration length;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for who sees it.")
    private String reason;

    /** @param who who mutes, as others see it */
    public AlarmsMute(
            UseCase<PlanMute.Request, AlarmPlan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply, String who) {
        this.plan = plan;
        this.run = new AlarmRun(apply);
        this.who = who;
    }

    @Override
    public int call(Console console) {
        if (!length.isPositive() || reason.isBlank()) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "a mute has a positive length and a reason", "See agentctl alarms mute --help");
        }
        PlanMute.Wish wish = new PlanMute.Wish(length, reason, who);
        return run.finish(console, plan.run(new PlanMute.Request(name, Optional.of(wish)), console.progress()));
    }
}

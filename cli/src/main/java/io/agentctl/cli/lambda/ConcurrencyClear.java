package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.lambda.concurrency.ConcurrencyTarget;
import io.agentctl.control.lambda.concurrency.PlanConcurrency;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lambda concurrency clear}. */
@Command(
        footer = {
            "agentctl lambda concurrency clear worker:live",
            "agentctl lambda concurrency clear worker:live --dry-run    # what would be saved",
        })
public final class ConcurrencyClear implements Verb {

    private final UseCase<PlanConcurrency.Request, Plan> plan;
    private final PlanRun run;

    @Parameters(
            paramLabel = "FUNCTION:ALIAS",
            converter = ConcurrencyTargetConverter.class,
            description = "An alias or version of a function.")
    private ConcurrencyTarget target;

    public ConcurrencyClear(
            UseCase<PlanConcurrency.Request, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        Plan cleared = plan.run(new PlanConcurrency.Request(target, 0), console.progress());
        return run.finish(console, cleared, Duration.ZERO);
    }
}

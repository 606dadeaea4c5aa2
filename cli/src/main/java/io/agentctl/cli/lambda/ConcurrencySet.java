package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.concurrency.ConcurrencyTarget;
import io.agentctl.control.lambda.concurrency.PlanConcurrency;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lambda concurrency set}. */
@Command(
        footer = {
            "agentctl lambda concurrency set worker:live 4",
            "agentctl lambda concurrency set worker:live 4 --dry-run    # what would change, and its price",
        })
public final class ConcurrencySet implements Verb {

    private final UseCase<PlanConcurrency.Request, Plan> plan;
    private final PlanRun run;

    @Parameters(
            index = "0",
            paramLabel = "FUNCTION:ALIAS",
            converter = ConcurrencyTargetConverter.class,
            description = "An alias or version of a function.")
    private ConcurrencyTarget target;

    @Parameters(index = "1", paramLabel = "ENVIRONMENTS", description = "How many to keep ready, at least 1.")
    private int environments;

    public ConcurrencySet(
            UseCase<PlanConcurrency.Request, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        if (environments < 1) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "at least 1 environment is kept ready, not " + environments,
                    "To keep none: agentctl lambda concurrency clear " + target);
        }
        PlanConcurrency.Request request = new PlanConcurrency.Request(target, environments);
        return run.finish(console, plan.run(request, console.progress()), Duration.ZERO);
    }
}

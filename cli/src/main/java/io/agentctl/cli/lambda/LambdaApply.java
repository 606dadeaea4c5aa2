package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.PlanMemory;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lambda apply}. */
@Command(
        footer = {
            "agentctl lambda apply resizer --memory 512 --dry-run      # what would change",
            "agentctl lambda apply resizer --memory 512                # $LATEST",
            "agentctl lambda apply resizer --memory 512 --alias live   # and a version that live points at",
        })
public final class LambdaApply implements Verb {

    private final UseCase<PlanMemory.Request, Plan> plan;
    private final PlanRun run;

    @Parameters(paramLabel = "FUNCTION", converter = FunctionNameConverter.class, description = "The function.")
    private FunctionName name;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            required = true,
            converter = FunctionMemoryConverter.class,
            description = "The memory that it is to have, such as 512 or 2GB.")
    private Integer memory;

    @Option(
            names = "--alias",
            paramLabel = "ALIAS",
            description = "Publish a version of that size and point this alias at it.")
    private String alias;

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            converter = ArchitectureConverter.class,
            description = "x86_64 or arm64; its code must be made for it. Default: as it is.")
    private Architecture architecture;

    public LambdaApply(UseCase<PlanMemory.Request, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        PlanMemory.Request request =
                new PlanMemory.Request(name, memory, Optional.ofNullable(architecture), Optional.ofNullable(alias));
        return run.finish(console, plan.run(request, console.progress()), Duration.ZERO);
    }
}

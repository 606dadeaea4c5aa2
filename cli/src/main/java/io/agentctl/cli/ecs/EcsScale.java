package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.ecs.PlanScaling;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecs scale}. */
@Command(
        footer = {
            "agentctl ecs scale api --min 2 --max 10 --target-cpu 60 --scale-in-cooldown 300",
            "agentctl ecs scale api --max 20 --dry-run       # what would change",
        })
public final class EcsScale implements Verb {

    private final UseCase<PlanScaling.Request, Plan> plan;
    private final PlanRun run;

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String name;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(names = "--min", paramLabel = "TASKS", description = "Fewest tasks.")
    private Integer min;

    @Option(names = "--max", paramLabel = "TASKS", description = "Most tasks.")
    private Integer max;

    @Option(names = "--target-cpu", paramLabel = "PERCENT", description = "Average CPU that the count is moved to.")
    private Double targetCpu;

    @Option(
            names = "--scale-in-cooldown",
            paramLabel = "SECONDS",
            description = "Pause after tasks were removed, before more are.")
    private Integer scaleInCooldown;

    @Option(
            names = "--scale-out-cooldown",
            paramLabel = "SECONDS",
            description = "Pause after tasks were added, before more are.")
    private Integer scaleOutCooldown;

    public EcsScale(UseCase<PlanScaling.Request, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        PlanScaling.Request request = new PlanScaling.Request(
                services.named(List.of(name)),
                Optional.ofNullable(min),
                Optional.ofNullable(max),
                Optional.ofNullable(targetCpu),
                Optional.ofNullable(scaleInCooldown),
                Optional.ofNullable(scaleOutCooldown));
        return run.finish(console, plan.run(request, console.progress()), Duration.ZERO);
    }
}

package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ecs redeploy}. */
@Command(
        footer = {
            "agentctl ecs redeploy api    # replace every task by a new one of the same revision",
            "agentctl ecs redeploy api --yes --no-wait",
        })
public final class EcsRedeploy implements Verb {

    private final UseCase<Services, Plan> plan;
    private final PlanRun run;

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String name;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    public EcsRedeploy(UseCase<Services, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        return run.finish(console, plan.run(services.named(List.of(name)), console.progress()), Duration.ZERO);
    }
}

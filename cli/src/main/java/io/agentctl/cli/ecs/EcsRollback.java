package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.ecs.PlanRollback;
import io.agentctl.control.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecs rollback}. */
@Command(
        footer = {
            "agentctl ecs rollback api                       # to the last other revision that ran well",
            "agentctl ecs rollback api --to api:41",
        })
public final class EcsRollback implements Verb {

    private final UseCase<PlanRollback.Request, Plan> plan;
    private final PlanRun run;

    @Parameters(paramLabel = "SERVICE", description = "The service.")
    private String name;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(
            names = "--to",
            paramLabel = "FAMILY:REVISION",
            description = "The revision to go to; default: the last other one whose deployment succeeded.")
    private String to;

    public EcsRollback(UseCase<PlanRollback.Request, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        PlanRollback.Request request = new PlanRollback.Request(services.named(List.of(name)), Optional.ofNullable(to));
        return run.finish(console, plan.run(request, console.progress()), Duration.ZERO);
    }
}

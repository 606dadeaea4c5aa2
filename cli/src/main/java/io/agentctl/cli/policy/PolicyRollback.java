package io.agentctl.cli.policy;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.publishing.PlanPolicyRollback;
import io.agentctl.policies.document.PolicyId;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy rollback}. */
@Command(
        footer = {
            "agentctl policy rollback token-cap --environment staging",
            "It ends a trial or, where there is none, goes back to what was in force before.",
        })
public final class PolicyRollback implements Verb {

    private final UseCase<PlanPolicyRollback.Request, Plan> plan;
    private final PlanRun run;

    @Parameters(paramLabel = "ID", converter = PolicyIdConverter.class, description = "The policy.")
    private PolicyId policy;

    @Mixin
    private Environments environment = new Environments();

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; kept in the history.")
    private String reason;

    public PolicyRollback(
            UseCase<PlanPolicyRollback.Request, Plan> plan, UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        Plan planned = plan.run(new PlanPolicyRollback.Request(policy, environment.name(), reason), console.progress());
        return run.finish(console, planned, Duration.ZERO);
    }
}

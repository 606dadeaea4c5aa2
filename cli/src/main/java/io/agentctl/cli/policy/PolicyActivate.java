package io.agentctl.cli.policy;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.publishing.PlanActivation;
import io.agentctl.control.publishing.PlanActivation.Manner;
import io.agentctl.control.publishing.Replayed;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate.Bound;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy activate}. */
@Command(
        footer = {
            "agentctl policy activate token-cap --environment staging --reason GOV-7",
            "agentctl policy activate token-cap@3 --canary 10%   # on a tenth of the sessions",
            "agentctl policy activate token-cap@3 --canary 10% --max-errors 0.5% --max-denials 2%",
            "agentctl policy activate token-cap@3 --shadow       # it is watched, and decides nothing",
            "agentctl policy activate token-cap@3                # what was tried takes over",
            "agentctl policy activate token-cap@3 --require-replay --since 24h",
        })
public final class PolicyActivate implements Verb {

    private final UseCase<PlanActivation.Request, Plan> plan;
    private final UseCase<ReplayRequest, Replayed> replay;
    private final PlanRun run;

    @Parameters(
            paramLabel = "ID[@VERSION]",
            converter = VersionName.Converter.class,
            description = "The policy, and which version; default: the newest.")
    private VersionName version;

    @Mixin
    private Environments environment = new Environments();

    @Mixin
    private CanaryOptions canary = new CanaryOptions();

    @Option(names = "--shadow", description = "Evaluate it after the answer first; it decides nothing.")
    private boolean shadow;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--require-replay",
            description = "Refuse unless recorded decisions can be re-run with it; tells what would have changed.")
    private boolean requireReplay;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "24h",
            description = "With --require-replay: how far back; default: 24h.")
    private Duration since;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; kept in the history.")
    private String reason;

    public PolicyActivate(
            UseCase<PlanActivation.Request, Plan> plan,
            UseCase<ReplayRequest, Replayed> replay,
            UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.replay = replay;
        this.run = new PlanRun(apply);
    }

    /** Asks what recorded decisions come to with a version. */
    public record ReplayRequest(PolicyId policy, Optional<Long> number, String environment, Duration since) {}

    @Override
    public int call(Console console) {
        Manner manner = manner();
        Optional<Replayed> replayed = requireReplay
                ? Optional.of(replay.run(
                        new ReplayRequest(version.policy(), version.number(), environment.name(), since),
                        console.progress()))
                : Optional.empty();
        replayed.ifPresent(result -> console.say(
                Findings.count(result.decisions(), "decision", "decisions") + " re-run: " + result.newlyAllowed()
                        + " would be newly allowed, " + result.newlyDenied() + " newly denied, " + result.undecided()
                        + " cannot be told"));
        Plan planned = plan.run(
                new PlanActivation.Request(
                        version.policy(),
                        version.number(),
                        environment.name(),
                        manner,
                        replayed,
                        requireReplay,
                        reason),
                console.progress());
        if (!planned.isEmpty()) {
            tellHowItIsTried(console, manner);
        }
        int code = run.finish(console, planned, Duration.ZERO);
        tellHowItEnds(console, manner, planned);
        return code;
    }

    private Manner manner() {
        Optional<Manner> tried = canary.manner();
        if (shadow && tried.isPresent()) {
            throw new ParameterException(spec.commandLine(), "choose one of --canary and --shadow");
        }
        return shadow ? new Manner.Shadow(Bound.DEFAULT) : tried.orElseGet(Manner.Full::new);
    }

    /** In a sentence, since a table may have no room for it. */
    private void tellHowItIsTried(Console console, Manner manner) {
        switch (manner) {
            case Manner.Full ignored -> {}
            case Manner.Canary tried ->
                console.say(version.policy() + " decides on " + tried.percent() + "% of sessions; with over "
                        + percent(tried.bound().errors()) + " errors, or "
                        + percent(tried.bound().denials())
                        + " more denials than in force, in " + tried.bound().requests()
                        + " decisions it is dropped by itself");
            case Manner.Shadow ignored ->
                console.say(version.policy() + " is evaluated after the answer, and decides nothing");
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private void tellHowItEnds(Console console, Manner manner, Plan planned) {
        if (manner instanceof Manner.Full
                || planned.isEmpty()
                || console.flags().consent().dryRun()) {
            return;
        }
        String named =
                version.policy() + version.number().map(number -> "@" + number).orElse("");
        String where = environment.option();
        console.say("It is tried until 'agentctl policy activate " + named + where + "' lets it take over, or"
                + " 'agentctl policy rollback " + version.policy() + where + "' ends the trial.");
    }
}

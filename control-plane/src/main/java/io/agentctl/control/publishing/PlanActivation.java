package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.VersionRef;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans that a version of a policy comes into force in an environment, or is tried there. */
public final class PlanActivation implements UseCase<PlanActivation.Request, Plan> {

    private static final int ALL = 100;

    /**
     * What is wanted.
     *
     * @param number the version; empty for the newest
     * @param manner whether it takes over or is tried
     * @param replay what recorded decisions came to with this version, where they were re-run
     * @param requireReplay refuse unless {@code replay} is there, for this very version and environment
     * @param reason why, in the actor's words; may be empty
     */
    public record Request(
            PolicyId policy,
            Optional<Long> number,
            String environment,
            Manner manner,
            Optional<Replayed> replay,
            boolean requireReplay,
            String reason) {}

    /** How a version comes to decide. */
    public sealed interface Manner {

        /** It takes over. */
        record Full() implements Manner {}

        /**
         * It decides on a share of sessions.
         *
         * @param percent 1 to 99
         */
        record Canary(int percent, Candidate.Bound bound) implements Manner {}

        /** It is evaluated after the answer, and decides nothing. */
        record Shadow(Candidate.Bound bound) implements Manner {}
    }

    private final Supplier<Target> here;
    private final Policies policies;
    private final Clock clock;

    public PlanActivation(Supplier<Target> here, Policies policies, Clock clock) {
        this.here = here;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Plan run(Request request, ProgressListener progress) {
        PolicyVersion version = Selection.version(policies, request.policy(), request.number());
        PolicyHead head = policies.ask("read what is in force", store -> store.head(request.environment()));
        if (request.requireReplay()) {
            requireReplay(request, version);
        }
        return plan(here.get(), clock, request, version.ref(), head);
    }

    static Plan plan(Target target, Clock clock, Request request, VersionRef version, PolicyHead head) {
        HeadChange change =
                switch (request.manner()) {
                    case Manner.Full ignored -> new HeadChange.Activate(request.policy(), version);
                    case Manner.Canary canary -> {
                        requirePercent(canary.percent());
                        yield new HeadChange.Try(new Candidate(
                                request.policy(), version, Candidate.Kind.CANARY, canary.percent(), canary.bound()));
                    }
                    case Manner.Shadow shadow ->
                        new HeadChange.Try(
                                new Candidate(request.policy(), version, Candidate.Kind.SHADOW, ALL, shadow.bound()));
                };
        PolicyHead wanted = Selection.changed(head, List.of(change));
        String what =
                switch (request.manner()) {
                    case Manner.Full ignored -> tries(head, request.policy(), version) ? "promote " : "activate ";
                    case Manner.Canary ignored -> "try ";
                    case Manner.Shadow ignored -> "watch ";
                };
        String why = Selection.why(request.reason(), what + request.policy() + " " + version) + flips(request.replay());
        return HeadPlanner.plan(
                "policy activate", target, clock.instant(), head, wanted, why, risk(request, head, version));
    }

    private static boolean tries(PolicyHead head, PolicyId policy, VersionRef version) {
        return head.candidate()
                .filter(tried ->
                        tried.policy().equals(policy) && tried.version().equals(version))
                .isPresent();
    }

    /** What opens a door is riskier than what closes one; what only watches risks nothing. */
    private static Risk risk(Request request, PolicyHead head, VersionRef version) {
        if (request.replay().filter(replay -> replay.newlyAllowed() > 0).isPresent()) {
            return Risk.HIGH;
        }
        boolean isNew = !head.version(request.policy()).equals(Optional.of(version));
        return switch (request.manner()) {
            case Manner.Full ignored -> isNew ? Risk.MEDIUM : Risk.LOW;
            case Manner.Canary ignored -> Risk.LOW;
            case Manner.Shadow ignored -> Risk.LOW;
        };
    }

    private static String flips(Optional<Replayed> replay) {
        return replay.map(report -> "; of " + report.decisions() + " recorded decisions, " + report.newlyAllowed()
                        + " would be allowed that were denied, " + report.newlyDenied()
                        + " denied that were allowed, " + report.undecided() + " cannot be told")
                .orElse("");
    }

    private static void requirePercent(int percent) {
        if (percent < 1 || percent >= ALL) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "a canary decides on 1 to 99 percent, not " + percent, "Leave out --canary.");
        }
    }

    private static void requireReplay(Request request, PolicyVersion version) {
        boolean replayed = request.replay()
                .filter(report -> report.environment().equals(request.environment())
                        && report.digest().equals(version.ref().digest())
                        && report.decisions() > 0)
                .isPresent();
        if (!replayed) {
            throw new AgentctlException(
                    ErrorCode.VERDICT_NO,
                    "version " + version.ref() + " of policy " + request.policy()
                            + " was not replayed on recorded decisions of " + request.environment()
                            + ", which --require-replay asks for; nothing was changed",
                    "agentctl policy replay " + request.policy() + "@" + version.ref() + " --environment "
                            + request.environment());
        }
    }
}

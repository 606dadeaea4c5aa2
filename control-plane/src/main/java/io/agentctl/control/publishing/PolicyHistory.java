package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.VersionLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows a policy's versions, and when each was in force in an environment. */
public final class PolicyHistory implements UseCase<PolicyHistory.Request, PolicyHistory.Result> {

    /**
     * Whose history.
     *
     * @param most how many changes to show at most, the newest
     */
    public record Request(PolicyId policy, String environment, int most) {}

    /**
     * The history.
     *
     * @param versions the newest first
     * @param changes in the environment, the newest first
     */
    public record Result(PolicyId policy, String environment, List<VersionLine> versions, List<Entry> changes) {
        public Result {
            versions = List.copyOf(versions);
            changes = List.copyOf(changes);
        }
    }

    /**
     * A generation that changed what the environment did with the policy.
     *
     * @param inForce the version from then on; empty if it was deactivated
     * @param trial how a version was tried from then on, if one was
     */
    public record Entry(
            long generation, Optional<Long> inForce, Optional<String> trial, String actor, String reason, Instant at) {}

    private final Policies policies;

    public PolicyHistory(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<VersionLine> versions = policies.ask(
                "list the versions of policy " + request.policy(), store -> store.versions(request.policy()));
        if (versions.isEmpty()) {
            throw Selection.missing(policies, request.policy(), Optional.empty());
        }
        List<Entry> changes = policies.ask(
                "read the history of " + request.environment(),
                store -> changes(store.history(request.environment()).iterator(), request));
        return new Result(request.policy(), request.environment(), versions, changes);
    }

    /** Of generations in a row in which nothing changed for the policy, the oldest is the one that did it. */
    private static List<Entry> changes(Iterator<PolicyHead> newestFirst, Request request) {
        List<Entry> changes = new ArrayList<>();
        Optional<Entry> later = Optional.empty();
        while (newestFirst.hasNext() && changes.size() < request.most()) {
            Entry entry = entry(newestFirst.next(), request.policy());
            if (later.isPresent() && !same(later.get(), entry)) {
                changes.add(later.get());
            }
            later = Optional.of(entry);
        }
        if (changes.size() < request.most()) {
            later.filter(first -> first.inForce().isPresent() || first.trial().isPresent())
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static boolean same(Entry one, Entry other) {
        return Objects.equals(one.inForce(), other.inForce()) && Objects.equals(one.trial(), other.trial());
    }

    private static Entry entry(PolicyHead head, PolicyId policy) {
        Optional<Candidate> tried =
                head.candidate().filter(candidate -> candidate.policy().equals(policy));
        return new Entry(
                head.generation(),
                head.version(policy).map(version -> version.number()),
                tried.map(Trial::of).map(Trial::toString),
                head.actor(),
                head.reason(),
                head.at());
    }
}

package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which versions an environment enforces: one item, so that no reader ever sees half of a change.
 *
 * @param generation counts changes from 1, without gaps; 0 for an environment in which nothing was ever activated
 * @param entries one a policy, sorted by id
 * @param candidate the version that is being tried, if one is; at most one at a time
 * @param actor who made this generation
 * @param reason why, in the actor's words
 */
public record PolicyHead(
        String environment,
        long generation,
        List<Entry> entries,
        Optional<Candidate> candidate,
        String actor,
        String reason,
        Instant at) {

    /** A policy in force. */
    public record Entry(PolicyId policy, VersionRef version) {}

    public PolicyHead {
        entries = List.copyOf(entries);
    }

    /** The version of a policy that is in force, if it is. */
    public Optional<VersionRef> version(PolicyId policy) {
        return entries.stream()
                .filter(entry -> entry.policy().equals(policy))
                .map(Entry::version)
                .findFirst();
    }

    /**
     * What this head would become by changes, with nothing but entries and candidate changed. A pure function.
     *
     * @throws io.agentctl.policies.PolicyException CONFLICT if another trial is in the way; NOT_FOUND for what is not
     *     in force or not tried
     */
    public PolicyHead with(List<HeadChange> changes) {
        return HeadChanges.apply(this, changes);
    }
}

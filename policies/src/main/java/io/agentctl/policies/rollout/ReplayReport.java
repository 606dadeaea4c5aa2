package io.agentctl.policies.rollout;

import io.agentctl.policies.document.PolicyId;
import java.util.List;
import java.util.Set;

/**
 * What came of a replay.
 *
 * @param digest of the candidate, so that it can be told later that this very content was replayed
 * @param unchanged records that would be decided the same way
 * @param denyToAllow records that were denied and would be allowed
 * @param allowToDeny records that were allowed and would be denied
 * @param indeterminate records on which the answer depends on a masked fact
 * @param elsewhere records of other environments, which were not looked at
 * @param flips what was denied and would be allowed first, each in the order of the records; at most
 *     {@link #MOST_EXAMPLES} of a kind
 * @param unknown examples of indeterminate records, at most as many
 */
public record ReplayReport(
        PolicyId policy,
        String digest,
        String environment,
        long unchanged,
        long denyToAllow,
        long allowToDeny,
        long indeterminate,
        long elsewhere,
        List<Flip> flips,
        List<Indeterminate> unknown) {

    /** How many records of a kind are kept; all are counted. */
    public static final int MOST_EXAMPLES = 1_000;

    public ReplayReport {
        flips = List.copyOf(flips);
        unknown = List.copyOf(unknown);
    }

    /** How many records were replayed. */
    public long replayed() {
        return unchanged + denyToAllow + allowToDeny + indeterminate;
    }

    /**
     * A record on which nobody can tell.
     *
     * @param masked the facts that are masked in it, such as {@code context.prompt}
     */
    public record Indeterminate(RecordedDecision record, Set<String> masked) {

        public Indeterminate {
            masked = Set.copyOf(masked);
        }
    }
}

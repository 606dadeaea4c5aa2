package io.agentctl.policies.serving;

import java.util.Optional;

/** Where policies come from. Called by one thread at a time. */
public interface PolicyLoader {

    /**
     * The policies in force, compiled, if they are not those of a generation that the caller has.
     *
     * @param generation what the caller has; -1 for none
     * @throws io.agentctl.policies.PolicyException if they cannot be had: UNREACHABLE, or BAD_DOCUMENT and the rest
     *     where what is there cannot be enforced
     */
    Optional<LoadedPolicies> newer(long generation);

    /** In words, for logs: a table, or files. */
    String description();
}

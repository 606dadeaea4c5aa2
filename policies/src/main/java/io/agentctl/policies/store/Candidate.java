package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;

/**
 * A version of a policy that is tried on live requests before it takes over.
 *
 * @param percent of sessions (or tenants, or requests where neither is stated) that a canary decides on, 1 to 99; 100
 *     for a shadow, which sees every request and decides none
 * @param bound when runtimes go back by themselves
 */
public record Candidate(PolicyId policy, VersionRef version, Kind kind, int percent, Bound bound) {

    /** How it is tried. */
    public enum Kind {
        /** It decides on a share of sessions. */
        CANARY,
        /** It is evaluated after the answer, and flips are recorded. */
        SHADOW
    }

    /**
     * A canary is dropped when, over at least {@code requests} of its decisions, more than these shares were errors, or
     * denials above the share that the version in force denied.
     *
     * @param requests how many decisions it takes to judge; positive
     * @param errors share of decisions that could not be evaluated, 0 to 1
     * @param denials share of decisions that are denied beyond those of the version in force, 0 to 1
     */
    public record Bound(int requests, double errors, double denials) {

        /** At 100 decisions, 1 % errors or 5 % more denials end a canary. */
        public static final Bound DEFAULT = new Bound(100, 0.01, 0.05);
    }
}

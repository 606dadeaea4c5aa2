package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;

/** One thing that changes in what an environment enforces. */
public sealed interface HeadChange {

    /** A version comes into force, in place of the one that was. Ends a trial of the same version. */
    record Activate(PolicyId policy, VersionRef version) implements HeadChange {}

    /** A policy is in force no more. */
    record Deactivate(PolicyId policy) implements HeadChange {}

    /** A version is tried; refused while another is. For the version that is tried already, the manner changes. */
    record Try(Candidate candidate) implements HeadChange {}

    /**
     * A canary decides on another share.
     *
     * @param percent 1 to 99
     */
    record Advance(int percent) implements HeadChange {}

    /** What is tried comes into force. */
    record Promote() implements HeadChange {}

    /** What is tried is tried no more. */
    record Drop() implements HeadChange {}
}

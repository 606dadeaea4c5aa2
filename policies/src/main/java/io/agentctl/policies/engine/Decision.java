package io.agentctl.policies.engine;

import io.agentctl.policies.document.Effect;
import java.util.List;
import java.util.Optional;

/**
 * What is to happen with a request, and why.
 *
 * @param effect allowed or denied
 * @param reason what decided
 * @param rule the rule that decided; absent where none did
 * @param message what the caller is told; empty where it was allowed
 * @param remarks what else fired: warnings, audited and waived denials, errors; empty in most decisions
 * @param generation of the policy set that decided; 0 for policies that are not in a store
 */
public record Decision(
        Effect effect, Reason reason, Optional<RuleRef> rule, String message, List<Remark> remarks, long generation) {

    /** What decided. */
    public enum Reason {
        /** A rule that allows, and none that denies. */
        ALLOWED,
        /** A rule that denies. */
        DENIED,
        /** A rule could not be evaluated, and its policy denies on errors. */
        ERROR,
        /** Policies speak about the intent, and no rule of theirs allows it. */
        NOTHING_ALLOWS,
        /** No policy speaks about the intent. */
        NO_POLICY
    }

    public Decision {
        remarks = List.copyOf(remarks);
    }

    public boolean allowed() {
        return effect == Effect.ALLOW;
    }

    /**
     * Something that fired and did not decide.
     *
     * @param message what the rule says, or what went wrong
     */
    public record Remark(Kind kind, RuleRef rule, String message) {

        /** Why it did not decide. */
        public enum Kind {
            /** A denial of a policy in mode warn: the caller is told. */
            WARNING,
            /** A denial of a policy in mode audit: recorded only. */
            AUDITED,
            /** A denial that an exception waived; the message names the ticket. */
            WAIVED,
            /** A rule that could not be evaluated, of a policy that allows on errors or does not enforce. */
            ERROR
        }
    }
}

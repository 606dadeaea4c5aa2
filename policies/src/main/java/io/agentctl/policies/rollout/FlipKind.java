package io.agentctl.policies.rollout;

import io.agentctl.policies.document.Effect;
import io.agentctl.policies.engine.Decision;
import java.util.Optional;

/** How a decision changes; the worse one first, since what was denied for a reason would now happen. */
public enum FlipKind {
    DENY_TO_ALLOW("deny → allow"),
    ALLOW_TO_DENY("allow → deny");

    private final String text;

    FlipKind(String text) {
        this.text = text;
    }

    /** As reports write it. */
    public String text() {
        return text;
    }

    /** How one decision differs from another; empty where both do the same, be it for different reasons. */
    public static Optional<FlipKind> between(Decision before, Decision after) {
        if (before.effect() == after.effect()) {
            return Optional.empty();
        }
        return Optional.of(before.effect() == Effect.DENY ? DENY_TO_ALLOW : ALLOW_TO_DENY);
    }
}

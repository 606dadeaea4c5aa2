package io.agentctl.sandbox.scaling;

import java.util.OptionalInt;

/** What several policies want together: the highest count wins, and scaling in takes all of them. */
final class Proposal {
    private int policies;
    private int wantingIn;
    private int highest = Integer.MIN_VALUE;
    private TargetRecord.PolicyRecord leader;

    void add(TargetRecord.PolicyRecord policy, OptionalInt wanted, int current) {
        policies++;
        if (wanted.isEmpty()) {
            return;
        }
        if (wanted.getAsInt() < current) {
            wantingIn++;
        }
        if (wanted.getAsInt() > highest) {
            highest = wanted.getAsInt();
            leader = policy;
        }
    }

    int count(int current) {
        if (leader == null || (highest < current && wantingIn < policies)) {
            return current;
        }
        return highest;
    }

    void scaled(long minute, boolean out) {
        if (leader != null) {
            leader.tracker().scaled(minute, out);
        }
    }

    String cause() {
        return leader == null
                ? "the desired count was outside the scalable target's bounds"
                : "monitor alarm of policy " + leader.policy().policyName() + " triggered";
    }
}
